import * as z from 'zod';
import { formById } from '../../templates/forms.ts';
import { countedAnswer, countedRevision, lateRevision } from '../counted.ts';
import type { SummaryOutputs } from '../ports.ts';
import { reviewPolicyOf } from '../review-policy.ts';
import { ruleById } from '../rules/catalogue.ts';
import type { Submissions } from '../store/submissions.ts';
import type { Head } from '../submission.ts';
import type { RevisionKey } from '../upload.ts';
import { findingName } from './finding-name.ts';
import type { ReviewAction } from './review-act.ts';
import type { GateMark, Situation } from './situation.ts';

/** What learning the situation needs. */
export interface SituationPorts {
  readonly submissions: Pick<
    Submissions,
    'revision' | 'recordsOf' | 'periods' | 'registerFor' | 'bureauState'
  >;
  readonly outputs: Pick<SummaryOutputs, 'readOutput'>;
}

/** What is known of a revision for an act of this kind; null while nothing is decided of it. */
export async function loadSituation(
  key: RevisionKey,
  kind: ReviewAction['kind'],
  head: Head,
  { submissions, outputs }: SituationPorts,
): Promise<Situation | null> {
  const verdict = (await submissions.revision(key))?.verdict ?? null;
  const standing = {
    current: (countedRevision(head) ?? countedAnswer(head))?.revision ?? null,
    late: lateRevision(head)?.revision ?? null,
    isClosed: (await submissions.bureauState(key.period)).closed !== null,
    latest: head.latest?.revision ?? null,
    ...(await placeOf(key, submissions)),
  };
  if (verdict === null) {
    return head.answer?.revision === key.revision ? { ...standing, ...ANSWER } : null;
  }
  const { status, outputs: written } = verdict.outcome;
  const table = verdict.accepted?.table;
  const told =
    written.findings === undefined ? NOTHING : await outputs.readOutput(written.findings);
  const { findings, lines } = findingsFile.parse(JSON.parse(new TextDecoder().decode(told)));
  return {
    status,
    isAnswer: false,
    arguable: verdict.arguable !== undefined,
    ...standing,
    openWarnings: lines
      .filter((line) => line.severity === 'warning' && !line.gate && !line.explanation)
      .map(findingName),
    gates: findings.filter(({ gate }) => gate === true).map(markOf),
    form: formById(table?.form ?? '') ?? null,
    projects:
      ASKS_OF_CELLS.includes(kind) && table !== undefined
        ? (await submissions.recordsOf(key, table.rows)).map(({ source }) => source)
        : null,
  };
}

/** Kinds of acts that name cells. */
const ASKS_OF_CELLS: readonly ReviewAction['kind'][] = ['mask', 'comment'];

/** What holds for a submission whatever its revision. */
async function placeOf(
  { period: year, submitter }: RevisionKey,
  { registerFor, periods }: Pick<Submissions, 'registerFor' | 'periods'>,
): Promise<Pick<Situation, 'hasDepartment' | 'policy'>> {
  const register = (await registerFor(submitter)) ?? [];
  const period = (await periods()).find(({ id }) => id === year);
  return {
    hasDepartment: register.find(({ code }) => code === submitter)?.parent != null,
    policy: reviewPolicyOf(period ?? {}),
  };
}

const ANSWER = {
  status: 'accepted',
  isAnswer: true,
  arguable: false,
  openWarnings: [],
  gates: [],
  form: null,
  projects: null,
} as const satisfies Partial<Situation>;

const NOTHING = new TextEncoder().encode('{"findings":[],"lines":[]}');

const place = z.object({
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  row: z.int().nullable(),
  field: z.string().nullable(),
});

const told = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  group: z.string(),
  gate: z.literal(true).exactOptional(),
  at: place,
});

const findingsFile = z.object({
  findings: z.array(told),
  lines: z.array(told.extend({ explanation: z.string().exactOptional() })),
});

type Told = z.infer<typeof told>;

/**
 * Only what a rule says of one cell is mended by masking that cell. A rule about a row may mean another
 * cell of it than the one it points at.
 */
function markOf(finding: Told): GateMark {
  const { sheet, row, field } = finding.at;
  const isOneCell = ruleById(finding.rule)?.scope === 'cell';
  return {
    mark: findingName(finding),
    rule: finding.rule,
    cell:
      isOneCell && sheet !== null && row !== null && field !== null ? { sheet, row, field } : null,
  };
}

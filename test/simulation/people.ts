import type { FindingsReport } from '../../shared/findings-report.ts';
import { findingName } from '../../shared/review/finding-name.ts';
import type { ReviewAction, Reviewer, Role } from '../../shared/review/review-act.ts';
import { STEPS } from '../../shared/review/steps.ts';
import type { ReviewState } from '../../shared/review-state.ts';
import type { Head } from '../../shared/submission.ts';
import { NO_REVIEW, revisionReview } from '../../shared/submission-review.ts';
import type { RevisionKey } from '../../shared/upload.ts';
import type { World } from '../memory-ports.ts';
import { nameOf, rowsName } from '../memory-store/tables.ts';
import type { Random } from './random.ts';
import { MASKINGS } from './sent-files.ts';

/*
 * What people do: mostly what is theirs to do next, as the pages show it, and now and then something that
 * nobody should let them do.
 */

/** What somebody is about to do. */
export interface Intent {
  readonly by: Reviewer;
  readonly revision: number;
  readonly action: ReviewAction;
}

type Kind = ReviewAction['kind'];

const UNITS = ['LG-FGJ', 'LG-GXJ'];
const person = (id: string, role: Role, units: readonly string[] = UNITS): Reviewer => ({
  id,
  name: `${role} ${id}`,
  role,
  units,
});

const PEOPLE: readonly Reviewer[] = [
  person('u1', 'unit'),
  person('d1', 'department'),
  person('d2', 'department'),
  person('d3', 'department'),
  person('d4', 'department'),
  person('f1', 'finance', []),
  person('f2', 'finance', []),
];

/** Whom nothing here is for. */
const STRANGERS: readonly Reviewer[] = [
  person('u9', 'unit', []),
  person('d9', 'department', []),
  person('a9', 'auditor'),
];

/** What comes next in a state; what stands there more than once comes more often. */
const NEXT: Readonly<Record<ReviewState, readonly Kind[]>> = {
  pending: [
    ...([
      'forward',
      'forward',
      'approve',
      'approve',
      'approve',
      'approve',
      'waive',
      'waive',
    ] as const),
    ...(['accept-specially', 'accept-specially', 'send-back', 'recall'] as const),
  ],
  forwarded: ['approve', 'approve', 'approve', 'waive', 'send-back'],
  'sent-back': ['reopen'],
  approved: [
    ...(['sign', 'sign', 'sign', 'sign', 'sign', 'sign', 'sign', 'publish', 'publish'] as const),
    ...(['mask', 'clear', 'reopen'] as const),
  ],
  published: ['withdraw'],
  withdrawn: ['reopen', 'reopen', 'withdraw'],
  waiting: ['take', 'take', 'take', 'recall', 'accept-specially'],
  recalled: ['recall'],
  replaced: ['withdraw'],
};

/** Something that somebody might do with a submission as it stands. */
export function intend(world: World, head: Head, random: Random): Intent {
  const revision = random.pick(revisionsToLookAt(head));
  const key = { period: head.period, submitter: head.submitter, revision };
  const { state, signatures } = revisionReview(head.review ?? NO_REVIEW, revision);
  const isAstray = random.chance(0.1);
  const kind = random.pick(isAstray ? (Object.keys(STEPS) as Kind[]) : NEXT[state]);
  const able = PEOPLE.filter(({ role }) => STEPS[kind].roles.includes(role));
  const fresh = able.filter(({ id }) => !signatures.some(({ by }) => by === id));
  const by = random.pick(isAstray ? STRANGERS : fresh.length > 0 ? fresh : able);
  return { by, revision, action: actionOf(kind, world, key, random) };
}

/** What pages lead to: mostly what counts, else what came last, is approved, public or answered. */
function revisionsToLookAt({ current, latest, answer, review }: Head): readonly number[] {
  const counted = current?.revision;
  return [counted, counted, latest?.revision, review?.approved, review?.published, answer?.revision]
    .filter((revision) => revision != null)
    .concat(counted === undefined ? [1] : []);
}

function actionOf(kind: Kind, world: World, key: RevisionKey, random: Random): ReviewAction {
  const reason = `理由${random.below(1000)}`;
  switch (kind) {
    case 'waive':
      return { kind, reason, finding: random.pick(['none', ...warningsOf(world, key)]) };
    case 'clear':
      return { kind, reason, mark: random.pick(['none', ...marksOf(world, key)]) };
    case 'mask':
      return { kind, reason, cells: cellsToMask(world, key, random) };
    case 'publish':
      return random.chance(0.2) ? { kind } : { kind, reason };
    case 'forward':
    case 'approve':
    case 'take':
    case 'sign':
      return { kind };
    default:
      return { kind, reason };
  }
}

/** Cells of some kinds, in one project or in all of them; sometimes none, which takes masks off. */
function cellsToMask({ tables }: World, key: RevisionKey, random: Random) {
  const places = [...(tables.rows.get(rowsName(key))?.values() ?? [])].map(({ source }) => source);
  const fields = random.pick([[], ...MASKINGS, ...MASKINGS]);
  const rows = random.chance(0.5) ? places.slice(0, 1) : places;
  return rows.flatMap(({ sheet, row }) => fields.map((field) => ({ sheet, row, field })));
}

const warningsOf = (world: World, key: RevisionKey): readonly string[] =>
  (findingsOf(world, key)?.lines ?? [])
    .filter(({ severity }) => severity === 'warning')
    .map(findingName);

const marksOf = (world: World, key: RevisionKey): readonly string[] =>
  (findingsOf(world, key)?.findings ?? []).filter(({ gate }) => gate === true).map(findingName);

function findingsOf({ tables, outputs }: World, key: RevisionKey): FindingsReport | null {
  const { verdict } = tables.revisions.get(nameOf(key))?.[key.revision - 1]?.revision ?? {};
  const text = outputs.get(verdict?.outcome.outputs.findings ?? '');
  return text === undefined ? null : JSON.parse(text);
}

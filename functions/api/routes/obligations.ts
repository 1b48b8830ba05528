import { countedAnswer, countedRevision, recalledRevision } from '../../../shared/counted.ts';
import type { Period } from '../../../shared/period.ts';
import type { ApiPorts } from '../../../shared/ports.ts';
import type { Head } from '../../../shared/submission.ts';
import { json } from '../answer.ts';
import { answerLine } from '../answer-line.ts';
import { callerRoute } from '../guarded-routes.ts';
import type { Caller } from '../identity/caller.ts';
import { knownUpload } from '../known-upload.ts';
import { NOTHING, newestUpload } from '../newest-upload.ts';
import type { Route } from '../route.ts';
import { type Obligation, obligationsSchema, type UploadLine } from '../schemas.ts';
import { uploadLine } from '../upload-line.ts';

/** What the caller's units owe. */
export const obligationRoutes: readonly Route[] = [
  callerRoute({
    method: 'get',
    path: '/api/obligations',
    title: { zh: '我的报送任务', en: 'What my units owe' },
    answer: {
      status: 200,
      says: { zh: '各年度、各单位', en: 'By period, newest first, and unit' },
      schema: obligationsSchema,
    },
    problems: [],
    async handle({ api: { ports }, caller }) {
      const periods = [...(await ports.submissions.periods())].reverse();
      const units = await unitsOf(caller, ports);
      const obligations = periods.flatMap((period) =>
        units.map((unit) => obligationOf(period, unit, ports)),
      );
      return json(obligationsSchema, { obligations: await Promise.all(obligations) });
    },
  }),
];

interface OwnUnit {
  readonly code: string;
  readonly name: string;
  /** True where the register has it at the top, or there is none: then everybody may owe. */
  readonly isAtTop: boolean;
}

/** The units that the caller acts for, as the register has them. */
const unitsOf = (caller: Caller, { submissions }: ApiPorts): Promise<readonly OwnUnit[]> =>
  Promise.all(
    caller.units.map(async (code) => {
      const register = await submissions.registerFor(code);
      const unit = register?.find((known) => known.code === code);
      const isAtTop = register === null || unit?.parent === null;
      return { code, name: unit?.name ?? code, isAtTop };
    }),
  );

async function obligationOf(
  { id: period, forms, opensOn, dueOn, owedBy }: Period,
  { isAtTop, ...unit }: OwnUnit,
  ports: ApiPorts,
): Promise<Obligation> {
  const submission = { period, submitter: unit.code };
  const head = await ports.submissions.head(submission);
  const turn = await ports.sendings.lastSending(submission);
  const newest = await newestUpload(head, turn, ports);
  const line = async (id: string | null): Promise<UploadLine | null> => {
    const upload = id === null || id === NOTHING ? null : await knownUpload(id, ports);
    return upload === null ? null : uploadLine(upload, head);
  };
  const latest = await line(newest);
  const counted = head === null ? null : countedRevision(head);
  const answered = head === null ? null : countedAnswer(head);
  const current = latest?.isCurrent === true ? latest : await line(counted?.uploadId ?? null);
  const standing = standingOf(head);
  return {
    period,
    forms: [...forms],
    opensOn: opensOn ?? null,
    dueOn: dueOn ?? null,
    unit,
    isOwed: owedBy?.includes(unit.code) ?? isAtTop,
    standing,
    basedOn: newest,
    latest,
    current,
    answer: answered === null ? null : answerLine(answered, head),
  };
}

function standingOf(head: Head | null): Obligation['standing'] {
  if (head === null) return 'missing';
  if (countedRevision(head) !== null) return 'accepted';
  if (countedAnswer(head) !== null) return 'answered';
  const status = head.latest?.status;
  if (status === 'returned' || status === 'failed') return status;
  return recalledRevision(head) === null ? 'missing' : 'recalled';
}

import type { ApiPorts } from '../../../shared/api-ports.ts';
import type { RevisionKey } from '../../../shared/upload.ts';
import { act } from '../act.ts';
import { json } from '../answer.ts';
import { answerLine } from '../answer-line.ts';
import { unitRoute } from '../guarded-routes.ts';
import type { Caller } from '../identity/caller.ts';
import { knownUpload } from '../known-upload.ts';
import { newestUpload } from '../newest-upload.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { recalledSchema, revisionsSchema } from '../schemas.ts';
import { uploadLine } from '../upload-line.ts';
import { revisionNumber } from './revision-number.ts';

/** What was sent for a unit. */
export const revisionRoutes: readonly Route[] = [
  unitRoute({
    access: 'read-unit',
    method: 'get',
    path: '/api/periods/{period}/units/{unit}/revisions',
    title: { zh: '报送历史', en: 'History' },
    answer: {
      status: 200,
      says: { zh: '全部版次，新的在前', en: 'Every upload, the newest first' },
      schema: revisionsSchema,
    },
    problems: [],
    async handle({ api: { ports }, submission, unit }) {
      const head = await ports.submissions.head(submission);
      const turn = await ports.sendings.lastSending(submission);
      const recorded = await ports.submissions.uploadsOf(submission);
      const ids = recorded.map(({ id }) => id).reverse();
      const last = turn?.last?.uploadId ?? null;
      // What is on its way is not recorded yet.
      const all = last === null || ids.includes(last) ? ids : [last, ...ids];
      const uploads = await Promise.all(all.map((id) => knownUpload(id, ports)));
      const basedOn = await newestUpload(head, turn, ports);
      const notes = await ports.submissions.notesOf(submission);
      const answers = notes.flatMap(({ answer, recalled }) =>
        answer === null ? [] : answerLine({ ...answer, recalled }, head),
      );
      return json(
        revisionsSchema,
        {
          period: submission.period,
          unit,
          basedOn,
          revisions: uploads.flatMap((upload) =>
            upload === null ? [] : uploadLine(upload, head, notes),
          ),
          answers: answers.reverse(),
        },
        { headers: { etag: `"${basedOn}"` } },
      );
    },
  }),
  unitRoute({
    access: 'send-unit',
    method: 'post',
    path: '/api/periods/{period}/units/{unit}/revisions/{revision}/recall',
    title: { zh: '撤销一版', en: 'Take back a revision' },
    answer: {
      status: 200,
      says: { zh: '已撤销；不再计入汇总', en: 'Taken back; it counts no more' },
      schema: recalledSchema,
    },
    problems: ['act-refused', 'under-review'],
    async handle({ api: { ports }, submission, caller, params }) {
      const key = { ...submission, revision: revisionNumber(params) };
      const at = await recall(key, caller, ports);
      return json(recalledSchema, { revision: key.revision, recalledAt: at });
    },
  }),
];

/** Takes a revision back, once, whoever of the unit asks again; returns when it was (ISO 8601). */
async function recall(key: RevisionKey, caller: Caller, ports: ApiPorts): Promise<string> {
  const before = await recalledAt(key, ports);
  if (before !== null) return before;
  const at = ports.clock.now().toISOString();
  const id = `recall-${key.submitter}-${key.revision}`;
  const action = { kind: 'recall', reason: '单位自行撤销' } as const;
  await act({ key, id, action, caller, at }, ports).catch(sayUnderReview);
  return (await recalledAt(key, ports)) ?? at;
}

async function recalledAt(
  { revision, ...submission }: RevisionKey,
  { submissions }: Pick<ApiPorts, 'submissions'>,
): Promise<string | null> {
  const notes = await submissions.notesOf(submission);
  return notes.find((note) => note.revision === revision)?.recalled?.at ?? null;
}

/** What somebody has stood for since, is no longer the unit's alone to take back. */
function sayUnderReview(error: unknown): never {
  const refusal = error instanceof Refusal ? error.facts.refusal : undefined;
  throw refusal === 'wrong-state' ? new Refusal('under-review', { refusal }) : error;
}

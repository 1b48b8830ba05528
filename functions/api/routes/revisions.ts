import { STEPS } from '../../../shared/review/steps.ts';
import type { Head } from '../../../shared/submission.ts';
import { NO_REVIEW, revisionReview } from '../../../shared/submission-review.ts';
import { json } from '../answer.ts';
import { answerLine } from '../answer-line.ts';
import { unitRoute } from '../guarded-routes.ts';
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
    problems: ['not-accepted', 'under-review'],
    async handle({ api: { ports }, submission, caller, params }) {
      const revision = revisionNumber(params);
      assertOwn(await ports.submissions.head(submission), revision);
      const recalled = { by: caller.name, at: ports.clock.now().toISOString() };
      const { submissions, jobs } = ports;
      const standing = await submissions.recall(submission, revision, recalled);
      if (standing === null) throw new Refusal('not-accepted');
      await submissions.raiseGeneration(submission.period, `recall-${standing.id}`);
      await jobs.summarise({ period: submission.period });
      return json(recalledSchema, { revision, recalledAt: standing.recalled.at });
    },
  }),
];

/** What somebody has stood for since, is no longer the unit's alone to take back. */
function assertOwn(head: Head | null, revision: number): void {
  const { state } = revisionReview(head?.review ?? NO_REVIEW, revision);
  const isOwn = state === 'recalled' || STEPS.recall.from.includes(state);
  if (!isOwn) throw new Refusal('under-review');
}

import { canonicalJson } from '../../../shared/audit/canonical-json.ts';
import type { ReviewAction } from '../../../shared/review/review-act.ts';
import { sha256 } from '../../../shared/sha256.ts';
import type { RevisionKey } from '../../../shared/upload.ts';
import { act, reviewersFor } from '../act.ts';
import { json } from '../answer.ts';
import { type UnitGiven, unitRoute } from '../guarded-routes.ts';
import type { Caller } from '../identity/caller.ts';
import { reviewAnswer } from '../review-answer.ts';
import { actSchema, reviewSchema } from '../review-schemas.ts';
import type { Route } from '../route.ts';
import { revisionNumber } from './revision-number.ts';

const UNIT = '/api/periods/{period}/units/{unit}';

/** The review of what a unit sent. */
export const reviewRoutes: readonly Route[] = [
  unitRoute({
    access: 'read-unit',
    method: 'get',
    path: `${UNIT}/review`,
    title: { zh: '审核状态', en: 'How the review stands' },
    answer: {
      status: 200,
      says: {
        zh: '各版次的状态、何人何时办理、调用者可办的步骤',
        en: 'The state of each revision, who did what, and what the caller may do',
      },
      schema: reviewSchema,
    },
    problems: [],
    handle: answerReview,
  }),
  unitRoute({
    access: 'act-unit',
    method: 'post',
    path: `${UNIT}/revisions/{revision}/acts`,
    title: { zh: '办理审核', en: 'Take a step of the review' },
    body: actSchema,
    answer: {
      status: 200,
      says: {
        zh: '办理后的审核状态；同一 id 再来不重复办理',
        en: 'The review after it; the same id again takes no second step',
      },
      schema: reviewSchema,
    },
    problems: ['wrong-type', 'request-too-large', 'act-refused', 'not-yours-to-do'],
    async handle(given) {
      const { api, submission, caller, params, body } = given;
      const { action, id: chosen } = body;
      const key = { ...submission, revision: revisionNumber(params) };
      const id = actId(chosen, key, caller, action);
      const at = api.ports.clock.now().toISOString();
      await act({ key, id, action, caller, at }, api.ports);
      return answerReview(given);
    },
  }),
];

/**
 * The trail of a period tells acts apart by their ids alone: nobody may choose one that another act has,
 * so it is made of all that makes this act.
 */
const actId = (chosen: string, key: RevisionKey, { sub }: Caller, action: ReviewAction): string =>
  sha256(canonicalJson([chosen, key, sub, action]));

async function answerReview({
  api: { ports },
  submission,
  unit,
  caller,
}: UnitGiven<unknown, unknown>): Promise<Response> {
  const reviewers = await reviewersFor(caller, submission.submitter, ports.submissions);
  return json(reviewSchema, await reviewAnswer(submission, unit, reviewers, ports));
}

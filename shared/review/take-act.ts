import type { ReviewDraft } from '../audit-draft.ts';
import type { Head } from '../submission.ts';
import { NO_REVIEW, type SubmissionReview } from '../submission-review.ts';
import { type Changed, decide } from './decide.ts';
import { type FinishPorts, finishAct } from './finish-act.ts';
import { loadSituation, type SituationPorts } from './load-situation.ts';
import type { Refusal } from './refusal.ts';
import type { ReviewAct } from './review-act.ts';

/** What acting needs. */
export type ReviewPorts = SituationPorts & FinishPorts;

/** What became of an act. */
export type ActResult =
  | { readonly taken: true; readonly review: SubmissionReview }
  | { readonly taken: false; readonly refusal: Refusal };

/** Acts on one submission that meet take turns; so many in a row do not come first. */
const TRIES = 50;

/**
 * Takes an act, once, however often it is tried: one conditional write of the head changes the review
 * and says what is left to do for it. Whoever comes next does that first if this attempt died in between.
 */
export async function takeAct(act: ReviewAct, ports: ReviewPorts): Promise<ActResult> {
  const { submissions } = ports;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const head = await submissions.head(act.submission);
    if (head === null) return { taken: false, refusal: 'no-revision' };
    const review = head.review ?? NO_REVIEW;
    if (review.underWay !== null) {
      await finishAct(act.submission, review, ports);
      continue;
    }
    if (review.acts.includes(act.id)) return { taken: true, review };
    const decision = await decideAt(head, review, act, ports);
    if (!decision.taken) return decision;
    const after = (await submissions.lastEntry(act.submission.period))?.number ?? 0;
    const underWay = { draft: draftOf(act, decision.changed), after };
    await submissions.saveReview(act.submission, { ...decision.review, underWay });
  }
  throw new Error(
    `the review of ${JSON.stringify(act.submission)} changed ${TRIES} times meanwhile`,
  );
}

/**
 * Why an act would not be taken as things stand; null where it would. For what has to be stored before it
 * is acted on: taking the act decides.
 */
export async function refusalNow(act: ReviewAct, ports: ReviewPorts): Promise<Refusal | null> {
  const head = await ports.submissions.head(act.submission);
  if (head === null) return 'no-revision';
  const decision = await decideAt(head, head.review ?? NO_REVIEW, act, ports);
  return decision.taken ? null : decision.refusal;
}

async function decideAt(head: Head, review: SubmissionReview, act: ReviewAct, ports: ReviewPorts) {
  const key = { ...act.submission, revision: act.revision };
  const situation = await loadSituation(key, act.action.kind, head, ports);
  if (situation === null) return { taken: false, refusal: 'no-revision' } as const;
  return decide(review, act, situation);
}

const draftOf = (act: ReviewAct, { before, after }: Changed): ReviewDraft => ({
  chain: act.submission.period,
  actionId: act.id,
  at: act.at,
  by: { id: act.by.id, name: act.by.name, role: act.by.role },
  action: act.action.kind,
  submission: act.submission,
  revision: act.revision,
  before,
  after,
  reason: 'reason' in act.action ? (act.action.reason ?? null) : null,
});

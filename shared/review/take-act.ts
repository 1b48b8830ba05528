import { appendOnce } from '../audit/trail.ts';
import { makeCurrent } from '../intake/settle.ts';
import type { Jobs, PublicJobs } from '../ports.ts';
import type { Submissions } from '../store/submissions.ts';
import type { Head } from '../submission.ts';
import { NO_REVIEW, type SubmissionReview } from '../submission-review.ts';
import type { SubmissionKey } from '../upload.ts';
import { type Changed, decide } from './decide.ts';
import { loadSituation, type SituationPorts } from './load-situation.ts';
import type { Refusal } from './refusal.ts';
import type { ReviewAct, ReviewAction } from './review-act.ts';

/** What acting needs. */
export interface ReviewPorts extends SituationPorts {
  readonly submissions: Submissions;
  readonly jobs: Pick<Jobs, 'render' | 'summarise'> & PublicJobs;
}

/** What became of an act. */
export type ActResult =
  | { readonly taken: true; readonly review: SubmissionReview }
  | { readonly taken: false; readonly refusal: Refusal };

/** Acts on one submission that meet take turns; so many in a row do not come first. */
const TRIES = 50;

/**
 * Takes an act, once, however often it is tried: one conditional write of the head changes the review
 * and holds the audit entry, which is then written into the trail. Whoever comes next writes it there
 * first if this attempt died in between. At last the stages that the act concerns are woken.
 */
export async function takeAct(act: ReviewAct, ports: ReviewPorts): Promise<ActResult> {
  const { submissions } = ports;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const head = await submissions.head(act.submission);
    if (head === null) return { taken: false, refusal: 'no-revision' };
    const review = head.review ?? NO_REVIEW;
    if (review.unwritten !== null) {
      await writeTrail(act.submission, review, submissions);
      continue;
    }
    if (review.acts.includes(act.id)) return woken(act, review, ports);
    const decision = await decideAt(head, review, act, ports);
    if (!decision.taken) return decision;
    const after = (await submissions.lastEntry(act.submission.period))?.number ?? 0;
    const unwritten = { draft: draftOf(act, decision.changed), after };
    await submissions.saveReview(act.submission, { ...decision.review, unwritten });
  }
  throw new Error(
    `the review of ${JSON.stringify(act.submission)} changed ${TRIES} times meanwhile`,
  );
}

async function decideAt(head: Head, review: SubmissionReview, act: ReviewAct, ports: ReviewPorts) {
  const key = { ...act.submission, revision: act.revision };
  const situation = await loadSituation(key, act.action.kind, head, ports);
  if (situation === null) return { taken: false, refusal: 'no-revision' } as const;
  return decide(review, act, situation);
}

const draftOf = (act: ReviewAct, { before, after }: Changed) => ({
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

/** Writes the latest act into the trail, and notes that it stands there. */
async function writeTrail(
  submission: SubmissionKey,
  review: SubmissionReview,
  submissions: Submissions,
): Promise<void> {
  if (review.unwritten === null) return;
  const { draft, after } = review.unwritten;
  await appendOnce(draft, after, submissions);
  await submissions.trailWritten(submission, review.version);
}

/** Acts after which the summary of the period says something else. */
const TOLD_IN_SUMMARY: readonly ReviewAction['kind'][] = ['approve', 'recall', 'reopen'];

/** Acts after which something else is public. */
const TOLD_IN_PUBLIC: readonly ReviewAction['kind'][] = ['publish', 'withdraw'];

/** Wakes what the act concerns; again if it is tried again, since an attempt may have died before. */
async function woken(
  act: ReviewAct,
  review: SubmissionReview,
  ports: ReviewPorts,
): Promise<ActResult> {
  const { submissions, jobs } = ports;
  const { period } = act.submission;
  if (act.action.kind === 'accept-specially') await takeIn(act, ports);
  if (TOLD_IN_SUMMARY.includes(act.action.kind)) {
    await submissions.raiseGeneration(period, act.id);
    await jobs.summarise({ period });
  }
  if (TOLD_IN_PUBLIC.includes(act.action.kind)) await jobs.publish(act.submission);
  return { taken: true, review };
}

/** The rows of a returned upload that was accepted after all stand in report and summary from now on. */
async function takeIn({ submission, revision, at }: ReviewAct, ports: ReviewPorts): Promise<void> {
  const accepted = await ports.submissions.acceptArguable({ ...submission, revision }, at);
  await makeCurrent({ submission, revision, id: accepted.uploadId }, accepted, ports);
}

import { appendOnce } from '../audit/trail.ts';
import type { ReviewDraft } from '../audit-draft.ts';
import { makeCurrent } from '../intake/settle.ts';
import type { Jobs, PublicJobs } from '../ports.ts';
import type { Submissions } from '../store/submissions.ts';
import type { SubmissionReview } from '../submission-review.ts';
import type { SubmissionKey } from '../upload.ts';
import type { ReviewAction } from './review-act.ts';
import { type TellPorts, tellDecision } from './tell-decision.ts';

/** What finishing an act needs. */
export interface FinishPorts extends TellPorts {
  readonly submissions: Submissions;
  readonly jobs: Pick<Jobs, 'render' | 'summarise' | 'intake'> & PublicJobs;
}

/**
 * Does what is left to do for the latest act: writes it into the trail, wakes and tells whoever it concerns.
 * Each step may have been taken by an attempt that died: then it changes nothing, or wakes once more.
 */
export async function finishAct(
  submission: SubmissionKey,
  review: SubmissionReview,
  ports: FinishPorts,
): Promise<void> {
  const { underWay, version } = review;
  if (underWay === null) return;
  await appendOnce(underWay.draft, underWay.after, ports.submissions);
  await wake(underWay.draft, version, ports);
  await tellDecision(underWay.draft, ports);
  await ports.submissions.actFinished(submission, version, nextSchedule(review));
}

/** When something of a submission is to be public by itself first; null where nothing is. */
const nextSchedule = ({ revisions }: SubmissionReview): string | null =>
  Object.values(revisions)
    .flatMap(({ scheduled }) => scheduled?.notBefore ?? [])
    .sort()[0] ?? null;

/** What the summary of the period says of a review: an act that changes none of these wakes nobody. */
const TOLD_IN_SUMMARY = ['state', 'approved'];

/** Acts after which something else is public: check codes are not, once a cell of what was public is masked. */
const TOLD_IN_PUBLIC: readonly string[] = [
  'publish',
  'withdraw',
  'mask',
] satisfies ReviewAction['kind'][];

const RECALL = 'recall' satisfies ReviewAction['kind'];
const TAKE = 'take' satisfies ReviewAction['kind'];
const SEND_BACK = 'send-back' satisfies ReviewAction['kind'];
const ACCEPT_SPECIALLY = 'accept-specially' satisfies ReviewAction['kind'];

async function wake(draft: ReviewDraft, version: number, ports: FinishPorts): Promise<void> {
  const { submissions, jobs } = ports;
  const { action, submission, actionId } = draft;
  const { period } = submission;
  if (action === ACCEPT_SPECIALLY) await takeIn(draft, ports);
  if (action === SEND_BACK) await tellUnit(draft, ports);
  if (action === RECALL) await takeBack(draft, submissions);
  if (action === TAKE) await takeLate(draft, ports);
  // With the first act the summary begins to speak of the review at all.
  if (version === 1 || TOLD_IN_SUMMARY.some((name) => name in draft.after)) {
    await submissions.raiseGeneration(period, actionId);
    await jobs.summarise({ period });
  }
  if (TOLD_IN_PUBLIC.includes(action)) await jobs.publish(submission);
}

/** The rows of a returned upload that was accepted after all stand in report and summary from now on. */
async function takeIn(
  { submission, revision, at }: ReviewDraft,
  ports: FinishPorts,
): Promise<void> {
  const accepted = await ports.submissions.acceptArguable({ ...submission, revision }, at);
  // Purged since: nothing of it goes on, and the act stands on record.
  if (accepted === null) return;
  await makeCurrent({ submission, revision, id: accepted.uploadId }, accepted, ports);
}

/** What came after the period was closed counts from now on, unless something newer does by now. */
async function takeLate({ submission, revision }: ReviewDraft, ports: FinishPorts): Promise<void> {
  const head = await ports.submissions.head(submission);
  if (head?.late?.revision !== revision) return;
  await makeCurrent({ submission, revision, id: head.late.uploadId }, head.late, ports);
}

/** What was sent back is announced to intake again, which writes the feedback on it anew. */
async function tellUnit(
  { submission, revision: number }: ReviewDraft,
  { submissions, jobs }: FinishPorts,
): Promise<void> {
  const revision = await submissions.revision({ ...submission, revision: number });
  const upload = revision === null ? null : await submissions.upload(revision.uploadId);
  if (upload === null) return;
  const { bucket, key, versionId, eventTime, size } = upload;
  await jobs.intake({ bucket, key, versionId, eventTime, size });
}

/** What the unit takes back keeps its place and counts no more, unless something newer is there by now. */
async function takeBack(
  { submission, revision, by, at }: ReviewDraft,
  submissions: Submissions,
): Promise<void> {
  await submissions.recall(submission, revision, { by: by.name, at });
}

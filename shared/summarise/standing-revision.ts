import type { Submissions } from '../store/submissions.ts';
import type { CurrentRevision, Head } from '../submission.ts';
import { revisionReview } from '../submission-review.ts';

/**
 * The accepted revision that the summary speaks of: the newest, unless people decided otherwise. Once
 * one is approved it stands until finance approves another; what the unit took back does not count.
 */
export async function standingRevision(
  { period, submitter, current, review }: Head,
  store: Pick<Submissions, 'revision'>,
): Promise<CurrentRevision | null> {
  if (review === undefined || current === null || review.approved === current.revision) {
    return current;
  }
  if (review.approved !== null) {
    const key = { period, submitter, revision: review.approved };
    const approved = (await store.revision(key))?.verdict?.accepted;
    if (!approved) throw new Error(`nothing accepted in ${JSON.stringify(key)}`);
    return approved;
  }
  return revisionReview(review, current.revision).state === 'recalled' ? null : current;
}

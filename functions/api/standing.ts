import {
  countedAnswer,
  countedRevision,
  lateRevision,
  recalledRevision,
} from '../../shared/counted.ts';
import type { Head } from '../../shared/submission.ts';
import { NO_REVIEW, revisionReview } from '../../shared/submission-review.ts';
import type { Standing } from './schemas.ts';

/** How a submitter stands with a return. */
export function standingOf(head: Head | null): Standing {
  if (head === null) return 'missing';
  const counted = countedRevision(head);
  if (counted !== null) return isSentBack(head, counted.revision) ? 'sent-back' : 'accepted';
  if (countedAnswer(head) !== null) return 'answered';
  if (lateRevision(head) !== null) return 'after-close';
  const status = head.latest?.status;
  if (status === 'returned' || status === 'failed') return status;
  return recalledRevision(head) === null ? 'missing' : 'recalled';
}

/** True for a revision that was sent back, with no other one approved. */
const isSentBack = ({ review = NO_REVIEW }: Head, revision: number): boolean =>
  review.approved === null && revisionReview(review, revision).state === 'sent-back';

/** Nothing more is asked of the unit, unless finance does so. */
export const isDone = (standing: Standing): boolean => DONE.includes(standing);

const DONE: readonly Standing[] = ['accepted', 'answered', 'after-close'];

import { countedAnswer, countedRevision, lateRevision, recalledRevision } from './counted.ts';
import type { Head } from './submission.ts';
import { NO_REVIEW } from './submission-review.ts';

/** How a table that was filed stands; nothing that is tried changes it. */
export type FiledStanding = 'accepted' | 'approved' | 'after-close' | 'returned';

/** Why there is nothing to try of a submission, or of its newest upload. */
export type Untried = 'answer' | 'recalled' | 'failed' | 'purged' | 'gone';

/** Something of a submission that counts, or may yet. */
export type Filed =
  | { readonly uploadId: string; readonly standing: FiledStanding }
  | { readonly uploadId: string | null; readonly untried: Untried };

/**
 * What was filed of a submission: the table that counts or the answer in its place, what waits since the
 * close of its period, and the newest upload where it was returned after these. Never empty.
 */
export function filedOf(head: Head): readonly Filed[] {
  const counted = countedRevision(head);
  const late = lateRevision(head);
  const filed: readonly Filed[] = [
    ...(counted === null
      ? []
      : [{ uploadId: counted.uploadId, standing: countedStanding(head, counted.revision) }]),
    ...(countedAnswer(head) === null ? [] : [{ uploadId: null, untried: 'answer' as const }]),
    ...(late === null ? [] : [{ uploadId: late.uploadId, standing: 'after-close' as const }]),
    ...newestOf(head),
  ];
  if (filed.length > 0) return filed;
  // Of what was purged the head says nothing any more.
  const untried = recalledRevision(head) === null ? 'purged' : 'recalled';
  return [{ uploadId: null, untried }];
}

const countedStanding = ({ review = NO_REVIEW }: Head, revision: number): FiledStanding =>
  review.approved === revision ? 'approved' : 'accepted';

/** The newest upload, where it was not accepted and nothing has come after it. */
function newestOf(head: Head): readonly Filed[] {
  const { latest, current, answer, late } = head;
  if (latest === null || latest.status === 'accepted') return [];
  const isNewest = [current, answer, late].every(
    (each) => each == null || each.order < latest.order,
  );
  if (!isNewest) return [];
  const { uploadId, status } = latest;
  return [status === 'failed' ? { uploadId, untried: status } : { uploadId, standing: status }];
}

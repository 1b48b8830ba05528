import { countedAnswer, countedRevision, recalledRevision } from '../../shared/counted.ts';
import type { Head } from '../../shared/submission.ts';
import type { Standing } from './schemas.ts';

/** How a submitter stands with a return. */
export function standingOf(head: Head | null): Standing {
  if (head === null) return 'missing';
  if (countedRevision(head) !== null) return 'accepted';
  if (countedAnswer(head) !== null) return 'answered';
  const status = head.latest?.status;
  if (status === 'returned' || status === 'failed') return status;
  return recalledRevision(head) === null ? 'missing' : 'recalled';
}

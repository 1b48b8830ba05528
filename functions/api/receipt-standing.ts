import { countedRevision } from '../../shared/counted.ts';
import type { Text } from '../../shared/locale.ts';
import { STATUS_NAMES } from '../../shared/status-names.ts';
import type { Head } from '../../shared/submission.ts';
import { NO_REVIEW, revisionReview } from '../../shared/submission-review.ts';
import type { KnownUpload } from './known-upload.ts';
import type { ReceiptStanding } from './receipt-schemas.ts';

/** How what a receipt speaks of stands now; bytes that were sent before stand as those do. */
export function receiptStanding(
  { id, status, recorded }: KnownUpload,
  head: Head | null,
  recalledAt: string | null,
): ReceiptStanding {
  const counted = head === null ? null : countedRevision(head);
  if (counted !== null && counted.uploadId === (recorded?.outcome?.duplicateOf ?? id)) {
    const { state } = revisionReview(head?.review ?? NO_REVIEW, counted.revision);
    return state === 'sent-back' ? 'sent-back' : 'current';
  }
  if (recalledAt !== null) return 'recalled';
  return status === 'accepted' ? 'replaced' : status;
}

/** What the standings are called. */
export const STANDING_NAMES: Readonly<Record<ReceiptStanding, Text>> = {
  received: STATUS_NAMES.received,
  current: { zh: '现行', en: 'it counts now' },
  replaced: { zh: '已被后来的版次替代', en: 'a later revision came in its place' },
  recalled: { zh: '已撤销', en: 'taken back by its unit' },
  'sent-back': { zh: '审核退回', en: 'sent back in its review' },
  returned: STATUS_NAMES.returned,
  failed: STATUS_NAMES.failed,
  purged: STATUS_NAMES.purged,
};

import type { Timing } from '../../functions/api/collection-schemas.ts';
import type { Text } from '../../shared/locale.ts';
import { daysLeftText } from '../send/due-day.ts';
import { filled } from '../words.ts';
import { COLLECTION_WORDS } from './collection-words.ts';

/** How a return is in time, in a word; null where there is nothing to say. `isOpen`: it is still wanted. */
export function timingText(timing: Timing, isOpen: boolean): Text | null {
  const { daysLeft, daysLate } = timing;
  if (isOpen) return daysLeft === null ? null : daysLeftText(daysLeft);
  if (daysLate === null) return null;
  return daysLate > 0 ? filled(COLLECTION_WORDS.late, { days: daysLate }) : COLLECTION_WORDS.inTime;
}

/** What stands beside it: days of grace, or an extension. */
export function timingRemark({ inGrace, lastDay, extension }: Timing): Text | null {
  if (inGrace && lastDay !== null) return filled(COLLECTION_WORDS.grace, { day: lastDay });
  if (extension === null) return null;
  return filled(COLLECTION_WORDS.extended, { dueOn: extension.dueOn });
}

/** True for what is late, whether it came or not. */
export const isLate = ({ daysLeft, daysLate }: Timing, isOpen: boolean): boolean =>
  isOpen ? daysLeft !== null && daysLeft < 0 : daysLate !== null && daysLate > 0;

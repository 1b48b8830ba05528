import { daysUntil } from '../../shared/due-day.ts';
import type { Text } from '../../shared/locale.ts';
import { SEND_WORDS } from '../send-words.ts';
import { filled } from '../words.ts';

/** How many days are left until a day, both `YYYY-MM-DD` in China. */
export const daysLeft = (due: string, today: string): Text => daysLeftText(daysUntil(due, today));

/** So many days are left; 0 on the due day, below 0 after it. */
export function daysLeftText(days: number): Text {
  if (days === 0) return SEND_WORDS.today;
  return days > 0
    ? filled(SEND_WORDS.daysLeft, { days })
    : filled(SEND_WORDS.overdue, { days: -days });
}

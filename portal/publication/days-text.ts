import type { Text } from '../../shared/locale.ts';
import { filled } from '../words.ts';
import { LIST_WORDS } from './publication-words.ts';

/** Days until something is to be public, in words: 0 on the last day, below 0 after it. */
export function daysText(days: number): Text {
  if (days === 0) return LIST_WORDS.lastDay;
  return days > 0
    ? filled(LIST_WORDS.daysLeft, { days })
    : filled(LIST_WORDS.daysLate, { days: -days });
}

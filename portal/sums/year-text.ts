import type { YearOnYearAnswer } from '../../functions/api/sums-schemas.ts';
import type { Text } from '../../shared/locale.ts';
import { changeText, NO_FIGURE } from './amounts.ts';
import { SUMS_WORDS } from './sums-words.ts';

/** How spending stands to last year’s, or why it cannot be said. */
export function lineChange(years: YearOnYearAnswer | null): Text {
  if (years === null) return same(NO_FIGURE);
  const { compared, now, earlier, otherBasis, otherUnits } = years;
  if (compared > 0) return same(changeText(now.actual, earlier.actual));
  if (otherBasis > 0) return SUMS_WORDS.otherBasis;
  return otherUnits > 0 ? SUMS_WORDS.otherUnits : same(NO_FIGURE);
}

const same = (text: string): Text => ({ zh: text, en: text });

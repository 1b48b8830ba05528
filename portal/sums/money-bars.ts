import type { Text } from '../../shared/locale.ts';
import { amountText } from './amounts.ts';
import type { BarRow, BarSeries } from './bar-option.ts';
import { SUMS_WORDS } from './sums-words.ts';

/** Bars of budget and of what was spent. */
export const moneySeries = (say: (text: Text) => string): readonly BarSeries[] => [
  { name: say(SUMS_WORDS.budget), colour: '#b4c7da' },
  { name: say(SUMS_WORDS.actual), colour: '#1d4f7c' },
];

/** A row of the two; no bar where an amount is not stated. */
export const moneyRow = (name: string, budget: number | null, actual: number | null): BarRow => ({
  name,
  bars: [budget, actual].map((fen) => ({ length: fen ?? 0, text: amountText(fen) })),
});

import type { SharedMoney } from '../../functions/api/sums-schemas.ts';
import { formatThousands } from '../../shared/money.ts';
import { computeRate, formatPercent } from '../../shared/rate.ts';

/** What stands where there is no figure. */
export const NO_FIGURE = '—';

/** Fen in 万元 with two decimals; — where no form states it. */
export const amountText = (fen: number | null): string =>
  fen === null ? NO_FIGURE : formatThousands(fen);

/** Spent of budgeted, in percent; — where nothing was budgeted. */
export function rateText({ budget, actual }: Pick<SharedMoney, 'budget' | 'actual'>): string {
  const rate = computeRate(actual, budget, 4);
  return rate === null ? NO_FIGURE : formatPercent(rate);
}

/** By how much an amount changed, in percent with its sign; — where there was nothing before. */
export function changeText(now: number, earlier: number): string {
  const rate = computeRate(now - earlier, earlier, 4);
  if (rate === null) return NO_FIGURE;
  return `${rate.scaled > 0 ? '+' : ''}${formatPercent(rate)}`;
}

import type { FormDefinition } from '../../templates/form.ts';
import type { Cell } from '../cells/cell.ts';
import { judgeRate, type Rate, type RateVerdict } from '../rate.ts';
import { plainNumber } from './plain-number.ts';
import type { Entry, Row } from './row.ts';

/** Decimals that dividing by a hundred adds. */
const PERCENT_PLACES = 2;

/**
 * A rate typed as a bare number, 92 or 92.34, may be a percentage without its sign or a ratio. The
 * amounts beside it decide: the reading that agrees with actual ÷ budget stands; if neither does, the
 * nearer one, where 2 or more stands for a percentage at all. A rate with a percent sign or a percent format says what it is.
 */
export function settleRate(row: Row, form: FormDefinition, rateCell: Cell | undefined): Row {
  const { field, actual, budget } = form.rate;
  const entry = row.entries[field];
  if (entry?.figure?.kind !== 'rate' || saysPercent(rateCell)) return row;
  const asRatio = entry.figure.rate;
  const asPercent: Rate = { ...asRatio, places: asRatio.places + PERCENT_PLACES };
  const spent = row.entries[actual]?.figure;
  const planned = row.entries[budget]?.figure;
  if (spent?.kind !== 'amount' || planned?.kind !== 'amount' || planned.amount.fen === 0) {
    // Without amounts only what cannot be a ratio is taken for a percentage: nobody spends tenfold.
    return isAtLeast(asRatio, 10) ? withRate(row, field, entry, asPercent) : row;
  }
  const judged = (rate: Rate): RateVerdict => judgeRate(rate, spent.amount, planned.amount);
  if (judged(asRatio) !== 'wrong') return row;
  const ratio = spent.amount.fen / planned.amount.fen;
  const isNearer = distance(asPercent, ratio) < distance(asRatio, ratio);
  return judged(asPercent) !== 'wrong' || (isNearer && isAtLeast(asRatio, 2))
    ? withRate(row, field, entry, asPercent)
    : row;
}

const saysPercent = (cell: Cell | undefined): boolean =>
  cell?.isPercent === true || plainNumber(cell?.text ?? '').percent;

const isAtLeast = (rate: Rate, least: number): boolean => rate.scaled >= least * 10 ** rate.places;

/** How far apart two ratios are; only compared, never kept. */
const distance = (rate: Rate, ratio: number): number =>
  Math.abs(rate.scaled / 10 ** rate.places - ratio);

const withRate = (row: Row, field: string, entry: Entry, rate: Rate): Row => ({
  ...row,
  entries: {
    ...row.entries,
    [field]: {
      ...entry,
      figure: { kind: 'rate', rate },
      normalised: [...(entry.normalised ?? []), 'percent-sign-missing'],
    },
  },
});

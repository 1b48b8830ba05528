import type { Fen } from '../money.ts';
import { addTotals, type Funds, type Totals, type UnitTotals } from '../records/totals.ts';
import { minuteInChina } from '../severity.ts';
import { lowShare, type SubmissionFigures } from '../submission-figures.ts';
import { comparableName } from '../unit.ts';
import { type AcceptedSubmission, acceptedOf, type SummaryInput } from './summary-input.ts';

/** How many projects spent all, less than four fifths, or nothing of their budget. */
export interface BandCounts {
  readonly full: number;
  readonly low: number;
  readonly none: number;
}

/** Decided on fen, not on rounded rates. Projects without a budget have no rate and do not count. */
export const bandCounts = (figures: SubmissionFigures): BandCounts => ({
  full: figures.bands.full.projects,
  low: lowShare(figures).projects,
  none: figures.bands.zero.projects,
});

/** The implementing units beneath a submitter; none where it is its own only one. */
export function unitsBeneath({ submitter, current }: AcceptedSubmission): readonly UnitTotals[] {
  const { units } = current;
  const isItself =
    units.length === 1 && comparableName(units[0]?.name ?? '') === comparableName(submitter.name);
  return isItself ? [] : units;
}

/** Sums over all accepted submissions of a period. */
export const periodTotals = (input: SummaryInput): Totals =>
  addTotals(acceptedOf(input).map(({ current }) => current.figures.totals));

/** The four amounts of a side (budget or actual), in the order of the columns. */
export const fundList = (funds: Funds): readonly (Fen | null)[] => [
  funds.total,
  funds.general,
  funds.fund,
  funds.nonFiscal,
];

/** Newest receipt in Beijing time, `2021-05-06 17:08`; null when no upload carries a time. */
export const cutOff = ({ cutOff: time }: SummaryInput): string | null =>
  time === null ? null : minuteInChina(time);

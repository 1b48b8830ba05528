import { addFen, type Fen } from '../money.ts';
import { addTotals, type Funds, type Totals, type UnitTotals } from '../records/totals.ts';
import { minuteInChina } from '../severity.ts';
import {
  addShares,
  BANDS,
  type Band,
  type Share,
  type SubmissionFigures,
} from '../submission-figures.ts';
import { comparableName } from '../unit.ts';
import type { Spending } from './summary-cells.ts';
import {
  type AcceptedSubmission,
  acceptedOf,
  filedRevision,
  isReviewed,
  type LastYear,
  type PeriodFigures,
  type SummaryInput,
  type SummaryRevision,
} from './summary-input.ts';

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

/** The projects of a period by band of their execution rate. */
export function periodBands(input: SummaryInput): Readonly<Record<Band, Share>> {
  const accepted = acceptedOf(input);
  return Object.fromEntries(
    BANDS.map((band) => [
      band,
      addShares(accepted.map(({ current }) => current.figures.bands[band])),
    ]),
  ) as Record<Band, Share>;
}

/** The period with what finance approved of it alone; null where nobody decided of anything. */
export const approvedPart = (input: SummaryInput): SummaryInput | null =>
  isReviewed(input)
    ? { ...input, submissions: input.submissions.filter(({ review }) => review?.isApproved) }
    : null;

/** How many projects of a period tell of a problem, of a remedy, of either. */
export function toldFigures(
  input: SummaryInput,
): Pick<SubmissionFigures, 'told' | 'problems' | 'rectified'> {
  const all = acceptedOf(input).map(({ current }) => current.figures);
  const sum = (name: 'told' | 'problems' | 'rectified'): number =>
    all.reduce((total, figures) => total + figures[name], 0);
  return { told: sum('told'), problems: sum('problems'), rectified: sum('rectified') };
}

/** What a period comes to. */
export const periodFigures = (input: SummaryInput): PeriodFigures => ({
  submissions: acceptedOf(input).length,
  totals: periodTotals(input),
  bands: periodBands(input),
});

/** What the summary of the year after says of this period. */
export const lastYearOf = (input: SummaryInput): LastYear => ({
  period: input.period.id,
  ...periodFigures(input),
});

/** How many rows the accepted submissions have: the lines of 项目明细. */
export const rowsOf = (input: SummaryInput): number =>
  acceptedOf(input).reduce((sum, { current }) => sum + current.rows, 0);

/** What was filed in a table and counts in another one. */
export function shareSetAside(current: SummaryRevision): Share {
  const filed = filedRevision(current).figures.totals;
  const { totals } = current.figures;
  return {
    projects: filed.projects - totals.projects,
    budget: addFen([filed.budget.total, -totals.budget.total]),
    actual: addFen([filed.actual.total, -totals.actual.total]),
  };
}

/** Budget and actual expenditure in fen. */
export const spendingOfTotals = ({ budget, actual }: Totals): Spending<Fen> => ({
  budget: budget.total,
  actual: actual.total,
});

/** The sources of funds as totals have them, in the order of the columns. */
export const SOURCES = ['general', 'fund', 'nonFiscal'] as const;

/** The four amounts of a side (budget or actual), in the order of the columns. */
export const fundList = (funds: Funds): readonly (Fen | null)[] => [
  funds.total,
  ...SOURCES.map((source) => funds[source]),
];

/** Newest receipt in Beijing time, `2021-05-06 17:08`; null when no upload carries a time. */
export const cutOff = ({ cutOff: time }: SummaryInput): string | null =>
  time === null ? null : minuteInChina(time);

import type { FormDefinition } from '../../templates/form.ts';
import type { Fen } from '../money.ts';
import type { Period } from '../period.ts';
import type { ProjectRecord, RecordSet } from '../records/record.ts';
import { type Funds, type Totals, totalsByUnit, totalsOf } from '../records/totals.ts';
import { comparableName } from '../unit.ts';

/** A submission as the summary takes it in: its current revision. */
export interface SummarySubmission {
  /** The form of the records. */
  readonly form: FormDefinition;
  readonly recordSet: RecordSet;
  /** Null where there are no revisions, as on the command line. */
  readonly revision: number | null;
  /** The upload's event time, ISO 8601; null where there is none. */
  readonly receivedAt: string | null;
  readonly fileName: string | null;
}

/** What the summary of a period is made from. Submissions appear in the order given. */
export interface SummaryInput {
  readonly period: Pick<Period, 'id' | 'budgetBasis'>;
  readonly submissions: readonly SummarySubmission[];
}

/** How many projects spent all, less than four fifths, or nothing of their budget. */
export interface Bands {
  readonly full: number;
  readonly low: number;
  readonly none: number;
}

/** Percent below which an execution rate counts as low. */
export const LOW_PERCENT = 80;

/** Decided on fen, not on rounded rates. Projects without a budget have no rate and do not count. */
export function bandsOf({ form, recordSet }: SummarySubmission): Bands {
  const amount = (record: ProjectRecord, field: string): Fen => record.amounts[field] ?? 0;
  const spendings = recordSet.records
    .map((record) => ({
      budget: amount(record, form.rate.budget),
      actual: amount(record, form.rate.actual),
    }))
    .filter(({ budget }) => budget > 0);
  return {
    full: spendings.filter(({ budget, actual }) => actual === budget).length,
    low: spendings.filter(({ budget, actual }) => actual * 100 < budget * LOW_PERCENT).length,
    none: spendings.filter(({ actual }) => actual === 0).length,
  };
}

/** Sums of a submission, and of each implementing unit where that is another or there are several. */
export interface SubmissionFigures {
  readonly name: string;
  readonly totals: Totals;
  readonly units: readonly { readonly name: string; readonly totals: Totals }[];
  readonly bands: Bands;
}

/** Adds up a submission; one whose only implementing unit is the submitter has none beneath it. */
export function figuresOf(submission: SummarySubmission): SubmissionFigures {
  const { records, submitter } = submission.recordSet;
  const units = totalsByUnit(records);
  const isItself =
    units.length === 1 && comparableName(units[0]?.name ?? '') === comparableName(submitter.name);
  return {
    name: submitter.name,
    totals: totalsOf(records),
    units: isItself ? [] : units,
    bands: bandsOf(submission),
  };
}

/** Sums over all submissions of a period. */
export const periodTotals = ({ submissions }: SummaryInput): Totals =>
  totalsOf(submissions.flatMap(({ recordSet }) => recordSet.records));

/** The four amounts of a side (budget or actual), in the order of the columns. */
export const fundList = (funds: Funds): readonly (Fen | null)[] => [
  funds.total,
  funds.general,
  funds.fund,
  funds.nonFiscal,
];

/** Newest receipt in Beijing time, `2021-05-06 17:08`; null when no upload carries a time. */
export function cutOff({ submissions }: SummaryInput): string | null {
  const times = submissions.flatMap(({ receivedAt }) =>
    receivedAt === null ? [] : [Date.parse(receivedAt)],
  );
  if (times.length === 0) return null;
  const newest = new Date(Math.max(...times) + BEIJING_OFFSET);
  return newest.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ');
}

/** Milliseconds that Beijing is ahead of UTC, all year round. */
const BEIJING_OFFSET = 8 * 60 * 60 * 1000;

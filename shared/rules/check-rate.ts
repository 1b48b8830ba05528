import { type FormDefinition, leaves } from '../../templates/form.ts';
import type { Amount } from '../money.ts';
import { computeRate, formatPercent, formatRatio, judgeRate, type RateVerdict } from '../rate.ts';
import { printAmount } from '../records/record.ts';
import type { Row } from '../rows/row.ts';
import { sumDifferences } from './judge-sum.ts';

/** A row's stated execution rate beside the one its amounts give. */
export interface RateCheck {
  readonly verdict: RateVerdict;
  readonly stated: string;
  /** As it would be typed in this form. */
  readonly computed: string;
  readonly actual: string;
  readonly budget: string;
  /** One of the two amounts differs from the sum of its sources: which is right is for the unit to say. */
  readonly isDisputed: boolean;
}

/**
 * Undefined where the rate is right, and where rate or amounts are blank, unreadable, or the budget is 0:
 * nothing to tell.
 */
export function checkRate(row: Row, form: FormDefinition): RateCheck | undefined {
  const entry = row.entries[form.rate.field];
  const rate = entry?.figure;
  const actual = row.entries[form.rate.actual]?.figure;
  const budget = row.entries[form.rate.budget]?.figure;
  if (rate?.kind !== 'rate' || actual?.kind !== 'amount' || budget?.kind !== 'amount') return;
  if (budget.amount.fen === 0) return;
  const actuals = possibleAmounts(row, form, form.rate.actual, actual.amount);
  const budgets = possibleAmounts(row, form, form.rate.budget, budget.amount);
  const verdicts = actuals.flatMap((one) =>
    budgets.map((other) => judgeRate(rate.rate, one, other)),
  );
  const verdict = bestOf(verdicts);
  if (verdict === 'equal') return;
  return {
    verdict,
    stated: entry?.text ?? '',
    computed: computedRate(form, actual.amount, budget.amount, rate.rate.places),
    actual: printed(form, form.rate.actual, actual.amount),
    budget: printed(form, form.rate.budget, budget.amount),
    isDisputed: verdicts.length > 1,
  };
}

/** The stated amount, and the sum of its sources where that is another. */
function possibleAmounts(
  row: Row,
  form: FormDefinition,
  field: string,
  stated: Amount,
): readonly Amount[] {
  const difference = sumDifferences(row, form).find(
    ({ check, explained }) => check.total === field && !explained,
  );
  return difference === undefined
    ? [stated]
    : [stated, { fen: difference.parts, halfUnit: stated.halfUnit }];
}

const bestOf = (verdicts: readonly RateVerdict[]): RateVerdict =>
  (['equal', 'rounding'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'wrong';

/**
 * actual ÷ budget in the form's own notation; a plain ratio has at least `places` decimals. The budget
 * is above 0.
 */
export function computedRate(
  form: FormDefinition,
  actual: Amount,
  budget: Amount,
  places = RATIO_PLACES,
): string {
  const isPercent = formatOf(form, form.rate.field) === '0.00%';
  const shown = isPercent ? PERCENT_PLACES : Math.max(places, PERCENT_PLACES);
  const rate = computeRate(actual.fen, budget.fen, shown);
  if (rate === null) throw new RangeError('no rate without a budget');
  return isPercent ? formatPercent(rate) : formatRatio(rate);
}

/** Decimals of 98.62%, and of the plain ratios that the form of 2020 prints. */
const PERCENT_PLACES = 4;
const RATIO_PLACES = 7;

const formatOf = (form: FormDefinition, field: string) =>
  leaves(form.columns).find((leaf) => leaf.field === field)?.format;

const printed = (form: FormDefinition, field: string, { fen }: Amount): string =>
  printAmount(fen, formatOf(form, field));

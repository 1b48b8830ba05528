import { type FormDefinition, leaves } from '../../templates/form.ts';
import type { Amount } from '../money.ts';
import { computeRate, formatPercent, formatRatio, judgeRate, type RateVerdict } from '../rate.ts';
import { printAmount } from '../records/record.ts';
import type { Row } from '../rows/row.ts';

/** A row's stated execution rate beside the one its amounts give. */
export interface RateCheck {
  readonly verdict: RateVerdict;
  /** As it would be typed in this form. */
  readonly stated: string;
  readonly computed: string;
  readonly actual: string;
  readonly budget: string;
}

/** Undefined where rate or amounts are blank, unreadable, or the budget is 0: nothing to compare. */
export function checkRate(row: Row, form: FormDefinition): RateCheck | undefined {
  const rate = row.entries[form.rate.field]?.figure;
  const actual = row.entries[form.rate.actual]?.figure;
  const budget = row.entries[form.rate.budget]?.figure;
  if (rate?.kind !== 'rate' || actual?.kind !== 'amount' || budget?.kind !== 'amount') return;
  if (budget.amount.fen === 0) return;
  return {
    verdict: judgeRate(rate.rate, actual.amount, budget.amount),
    stated: row.entries[form.rate.field]?.text ?? '',
    computed: computedRate(row, form, actual.amount, budget.amount, rate.rate.places),
    actual: printed(form, form.rate.actual, actual.amount),
    budget: printed(form, form.rate.budget, budget.amount),
  };
}

/**
 * actual ÷ budget as it would be typed in the row: a percentage where one was typed, or the form
 * writes them and none was typed, else a plain ratio with at least `places` decimals. The budget is above 0.
 */
export function computedRate(
  row: Row,
  form: FormDefinition,
  actual: Amount,
  budget: Amount,
  places = RATIO_PLACES,
): string {
  const entry = row.entries[form.rate.field];
  const isPercent =
    entry?.figure?.kind === 'rate'
      ? entry.text.normalize('NFKC').endsWith('%')
      : formatOf(form, form.rate.field) === '0.00%';
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

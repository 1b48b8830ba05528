import type { FormDefinition } from '../../templates/form.ts';
import { formatPlain } from '../money.ts';
import { computeRate, formatPercent, formatRatio, judgeRate, type RateVerdict } from '../rate.ts';
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
  const percent = (row.entries[form.rate.field]?.text ?? '').normalize('NFKC').endsWith('%');
  const places = percent ? 4 : Math.max(rate.rate.places, 4);
  const computed = computeRate(actual.amount.fen, budget.amount.fen, places);
  if (computed === null) return;
  const print = percent ? formatPercent : formatRatio;
  return {
    verdict: judgeRate(rate.rate, actual.amount, budget.amount),
    stated: row.entries[form.rate.field]?.text ?? '',
    computed: print(computed),
    actual: formatPlain(actual.amount.fen),
    budget: formatPlain(budget.amount.fen),
  };
}

import type { FormDefinition, SumCheck } from '../../templates/form.ts';
import { type Amount, addFen, type Fen } from '../money.ts';
import type { Row } from '../rows/row.ts';

/** A stated total that differs from the sum of its stated parts. */
export interface SumDifference {
  readonly check: SumCheck;
  readonly total: Amount;
  readonly parts: Fen;
  /** Rounding: no more than (k + 1) half units apart, k = parts that are not exactly zero. */
  readonly explained: boolean;
}

/**
 * Every total of a row that does not equal the sum of its parts. Totals or parts that cannot be
 * read are left to `figure-readable`; a row that states no part at all has nothing to compare.
 */
export function sumDifferences(row: Row, form: FormDefinition): readonly SumDifference[] {
  const known = KNOWN.get(row);
  if (known?.form === form) return known.differences;
  const differences = findDifferences(row, form);
  KNOWN.set(row, { form, differences });
  return differences;
}

/** Several rules ask the same of each row. */
const KNOWN = new WeakMap<
  Row,
  { readonly form: FormDefinition; readonly differences: readonly SumDifference[] }
>();

function findDifferences(row: Row, form: FormDefinition): readonly SumDifference[] {
  return form.sums.flatMap((check) => {
    const total = row.entries[check.total]?.figure;
    const stated = statedParts(row, check);
    if (total?.kind !== 'amount' || stated.length === 0) return [];
    const sum = addFen(stated.map(({ fen }) => fen));
    if (sum === total.amount.fen) return [];
    const slack = addFen(
      [total.amount, ...stated.filter(({ fen }) => fen !== 0)].map(({ halfUnit }) => halfUnit),
    );
    const explained = Math.abs(total.amount.fen - sum) <= slack;
    return [{ check, total: total.amount, parts: sum, explained }];
  });
}

/** The parts that a row states of a total; none where one cannot be read, or its column was not found. */
function statedParts(row: Row, { parts }: SumCheck): readonly Amount[] {
  const figures = parts.map((field) => row.entries[field]?.figure);
  if (figures.some((figure) => figure === undefined || figure.kind === 'fault')) return [];
  return figures.flatMap((figure) => (figure?.kind === 'amount' ? [figure.amount] : []));
}

/** What the stated parts of a total add up to; null for a field that is no total, or without parts. */
export function sumOfParts(row: Row, form: FormDefinition, total: string): Fen | null {
  const check = form.sums.find((sum) => sum.total === total);
  const stated = check === undefined ? [] : statedParts(row, check);
  return stated.length === 0 ? null : addFen(stated.map(({ fen }) => fen));
}

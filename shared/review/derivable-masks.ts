import type { FormDefinition } from '../../templates/form.ts';
import type { CellPlace } from '../submission-review.ts';

/**
 * True if a masked figure can be computed from what stays visible in its row: when it is the only masked
 * one of a total and its parts, or of rate, budget and spending.
 */
export function areDerivable(cells: readonly CellPlace[], form: FormDefinition | null): boolean {
  if (form === null) return false;
  const { field, actual, budget } = form.rate;
  const bound = [
    ...form.sums.map(({ total, parts }) => [total, ...parts]),
    [field, actual, budget],
  ];
  const rows = Map.groupBy(cells, ({ sheet, row }) => JSON.stringify([sheet, row]));
  return [...rows.values()].some((masked) => {
    const fields = new Set(masked.map((cell) => cell.field));
    return bound.some((together) => together.filter((each) => fields.has(each)).length === 1);
  });
}

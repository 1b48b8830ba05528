import type { FormDefinition, Leaf } from '../../templates/form.ts';
import { leaves } from '../../templates/form.ts';
import type { FontMetrics } from './metrics.ts';
import { figureWidth, textWidth } from './text-width.ts';

/** What the table says, before it has any size. */
export interface TableText {
  readonly leaves: readonly Leaf[];
  /** Row by row, cell by cell: the text as it is printed; empty for a blank cell. */
  readonly rows: readonly (readonly string[])[];
}

/** Printed rows with the columns that they stand in. */
export const tableText = (
  rows: readonly (readonly string[])[],
  form: FormDefinition,
): TableText => ({ leaves: leaves(form.columns), rows });

/** True for a column of amounts or rates. */
export const holdsFigures = (leaf: Leaf): boolean => leaf.type === 'money' || leaf.type === 'rate';

const FIGURE = /^[-+]?[\d,.]+%?$/;

/**
 * Figures stand on one line, their digits on a common pitch. What stands in their column in place of a
 * figure (无, 不适用, —, a sentence) is a text and breaks as texts do.
 */
export const isFigure = (leaf: Leaf, text: string): boolean =>
  holdsFigures(leaf) && FIGURE.test(text);

/** Width of each paragraph of a cell in em; none for a blank cell. */
export function paragraphWidths(leaf: Leaf, text: string, metrics: FontMetrics): readonly number[] {
  if (text === '') return [];
  if (isFigure(leaf, text)) return [figureWidth(text, metrics)];
  return text.split('\n').map((line) => textWidth(line, metrics, 'regular'));
}

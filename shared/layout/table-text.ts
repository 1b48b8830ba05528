import type { FormDefinition, Leaf } from '../../templates/form.ts';
import { leaves } from '../../templates/form.ts';
import type { FontMetrics } from './metrics.ts';
import { figureWidth, textWidth } from './text-width.ts';

/** What the table says, before it has any size. */
export interface TableText {
  readonly leaves: readonly Leaf[];
  /** Row by row, cell by cell. */
  readonly rows: readonly (readonly CellText[])[];
}

/** The text of a cell as it is printed; empty for a blank cell. */
export interface CellText {
  readonly text: string;
  /** Width of each paragraph in em; none for a blank cell. */
  readonly paragraphs: readonly number[];
}

/** True for a column of amounts or rates. */
export const holdsFigures = (leaf: Leaf): boolean => leaf.type === 'money' || leaf.type === 'rate';

const FIGURE = /^[-+]?[\d,.]+%?$/;

/**
 * Figures stand on one line, their digits on a common pitch. What stands in their column in place of a
 * figure (无, 不适用, —, a sentence) is a text and breaks as texts do.
 */
export const isFigure = (leaf: Leaf, text: string): boolean =>
  holdsFigures(leaf) && FIGURE.test(text);

/** Printed rows, measured. */
export function tableText(
  rows: readonly (readonly string[])[],
  form: FormDefinition,
  metrics: FontMetrics,
): TableText {
  const columns = leaves(form.columns);
  const cellText = (text: string, leaf: Leaf): CellText => {
    if (text === '') return { text, paragraphs: [] };
    if (isFigure(leaf, text)) return { text, paragraphs: [figureWidth(text, metrics)] };
    const paragraphs = text.split('\n').map((line) => textWidth(line, metrics, 'regular'));
    return { text, paragraphs };
  };
  return {
    leaves: columns,
    rows: rows.map((row) => columns.map((leaf, column) => cellText(row[column] ?? '', leaf))),
  };
}

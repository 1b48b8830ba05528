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

/** Figures stand on one line, their digits on a common pitch. */
export const isFigure = (leaf: Leaf): boolean => leaf.type === 'money' || leaf.type === 'rate';

/** Printed rows, measured. */
export function tableText(
  rows: readonly (readonly string[])[],
  form: FormDefinition,
  metrics: FontMetrics,
): TableText {
  const columns = leaves(form.columns);
  const cellText = (text: string, leaf: Leaf): CellText => {
    if (text === '') return { text, paragraphs: [] };
    if (isFigure(leaf)) return { text, paragraphs: [figureWidth(text, metrics)] };
    const paragraphs = text.split('\n').map((line) => textWidth(line, metrics, 'regular'));
    return { text, paragraphs };
  };
  return {
    leaves: columns,
    rows: rows.map((row) => columns.map((leaf, column) => cellText(row[column] ?? '', leaf))),
  };
}

import type { Leaf } from '../../templates/form.ts';
import { shareWidth } from './share-width.ts';
import { isFigure, type TableText } from './table-text.ts';
import type { Typography } from './typography.ts';

/** Room for two characters of a column's title, in em. */
const NARROWEST_COLUMN = 2;

/** Room for titles such as 政府性基金 on two lines, in em. */
const NARROWEST_FIGURE = 3;

/** Room for 100%， or 2021年 on one line, in em. */
const NARROWEST_TEXT = 4;

/** A 序号 that is wider than this breaks, in em. */
const WIDEST_SERIAL = 4;

/**
 * Widths of the columns in points; together they are `available`.
 *
 * Figures get exactly the width of their widest, 序号 and blank `……` columns as little as their title
 * needs. Columns of text share the rest in whole characters, so that lines of Han fill their column.
 */
export function columnWidths(
  table: TableText,
  sizes: Typography,
  available: number,
): readonly number[] {
  const { leaves, rows } = table;
  const widest = leaves.map((_, column) =>
    rows.reduce((width, row) => Math.max(width, ...(row[column]?.paragraphs ?? [])), 0),
  );
  const tight = leaves.map((leaf, column) => tightWidth(leaf, widest[column] ?? 0));
  const textColumns = [...leaves.keys()].filter((column) => tight[column] === null);
  const padding = 2 * sizes.cellPaddingX * leaves.length;
  const tightTotal = tight.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const spare = Math.floor((available - padding) / sizes.bodySize - tightTotal);
  const shares = shareWidth({
    demand: rows.map((row) => textColumns.map((column) => demandOf(row[column]?.paragraphs ?? []))),
    weights: textColumns.map((column) => leaves[column]?.weight ?? 1),
    total: spare,
    least: NARROWEST_TEXT,
  });
  const ems = tight.map((width, column) => width ?? shares[textColumns.indexOf(column)] ?? 0);
  const used = padding + ems.reduce((sum, width) => sum + width, 0) * sizes.bodySize;
  const slack = (available - used) / leaves.length;
  return ems.map((width) => width * sizes.bodySize + 2 * sizes.cellPaddingX + slack);
}

/** Width in em of a column that takes what it needs; null for one that shares what is left. */
function tightWidth(leaf: Leaf, widest: number): number | null {
  if (isFigure(leaf)) return Math.max(NARROWEST_FIGURE, widest);
  if (leaf.type === 'serial') {
    return Math.min(WIDEST_SERIAL, Math.max(NARROWEST_COLUMN, widest));
  }
  return leaf.type === 'extension' && widest === 0 ? NARROWEST_COLUMN : null;
}

/** What the last line of a paragraph leaves unused on average, in em. */
const LOST_PER_PARAGRAPH = 0.5;

const demandOf = (paragraphs: readonly number[]): number =>
  paragraphs.reduce((sum, width) => sum + width + LOST_PER_PARAGRAPH, 0);

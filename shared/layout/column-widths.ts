import type { Leaf } from '../../templates/form.ts';
import type { FontMetrics } from './metrics.ts';
import { sampleRows, shareWidth } from './share-width.ts';
import { holdsFigures, isFigure, paragraphWidths, type TableText } from './table-text.ts';
import type { Typography } from './typography.ts';

/** Room for two characters of a column's title, in em. */
const NARROWEST_COLUMN = 2;

/** Room for titles such as 政府性基金 on two lines, in em. */
const NARROWEST_FIGURE = 3;

/** 不适用 and the like stand on one line among figures, in em. */
const WIDEST_WORD = 4;

/** Room for 100%， or 2021年 on one line, in em. */
const NARROWEST_TEXT = 4;

/** A 序号 that is wider than this breaks, in em. */
const WIDEST_SERIAL = 4;

/** How the width of a table divides into columns that take what they need and those that share. */
export interface ColumnNeeds {
  /** Widths in em, column by column; null for a column that shares what is left. */
  readonly tight: readonly (number | null)[];
  readonly tightTotal: number;
  /** The columns that share. */
  readonly sharing: readonly number[];
  /** Row by row, sharing column by column: how long the texts of a sample of rows are, in em. */
  readonly demand: readonly (readonly number[])[];
}

/**
 * What each column needs, whatever the size of the letters: figures exactly the width of their
 * widest, 序号 and blank `……` columns as little as their title; columns of text share the rest.
 */
export function columnNeeds({ leaves, rows }: TableText, metrics: FontMetrics): ColumnNeeds {
  const tight = leaves.map((leaf, column) => {
    // What shares whatever it holds needs no measuring.
    if (!mayBeTight(leaf)) return null;
    const widest = rows.reduce(
      (width, row) => Math.max(width, leastWidth(leaf, row[column] ?? '', metrics)),
      0,
    );
    return tightWidth(leaf, widest);
  });
  const sharing = [...tight.keys()].filter((column) => tight[column] === null);
  const demandOf = (row: readonly string[], column: number): number => {
    const leaf = leaves[column];
    return leaf === undefined ? 0 : lengthOf(paragraphWidths(leaf, row[column] ?? '', metrics));
  };
  return {
    tight,
    tightTotal: tight.reduce<number>((sum, width) => sum + (width ?? 0), 0),
    sharing,
    demand: sampleRows(rows).map((row) => sharing.map((column) => demandOf(row, column))),
  };
}

/** Whole em that the columns of text have to share on `available` points. */
function spareEms(needs: ColumnNeeds, sizes: Typography, available: number): number {
  const padding = 2 * sizes.cellPaddingX * needs.tight.length;
  return Math.floor((available - padding) / sizes.bodySize - needs.tightTotal);
}

/** True when every column of text can have its least width at these sizes. */
export const hasRoom = (needs: ColumnNeeds, sizes: Typography, available: number): boolean =>
  spareEms(needs, sizes, available) >= needs.sharing.length * NARROWEST_TEXT;

/**
 * Widths of the columns in points; together they are `available`. Columns of text get whole
 * characters, so that lines of Han fill their column.
 */
export function columnWidths(
  { leaves }: TableText,
  needs: ColumnNeeds,
  sizes: Typography,
  available: number,
): readonly number[] {
  const { tight, sharing } = needs;
  const shares = shareWidth({
    demand: needs.demand,
    weights: sharing.map((column) => leaves[column]?.weight ?? 1),
    total: spareEms(needs, sizes, available),
    least: NARROWEST_TEXT,
  });
  const widths = tight.map((ems, column) => {
    const width = ems ?? shares[sharing.indexOf(column)] ?? 0;
    return width * sizes.bodySize + 2 * sizes.cellPaddingX;
  });
  const slack = available - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width + slack / leaves.length);
}

/** What a cell needs of a tight column, in em: a word among figures breaks rather than widen it much. */
function leastWidth(leaf: Leaf, text: string, metrics: FontMetrics): number {
  const widest = Math.max(0, ...paragraphWidths(leaf, text, metrics));
  const isWord = holdsFigures(leaf) && !isFigure(leaf, text);
  return isWord ? Math.min(widest, WIDEST_WORD) : widest;
}

/** False for a column that shares whatever it holds. */
const mayBeTight = (leaf: Leaf): boolean =>
  holdsFigures(leaf) || leaf.type === 'serial' || leaf.type === 'extension';

/** Width in em of a column that takes what it needs; null for one that shares what is left. */
function tightWidth(leaf: Leaf, widest: number): number | null {
  if (holdsFigures(leaf)) return Math.max(NARROWEST_FIGURE, widest);
  if (leaf.type === 'serial') {
    return Math.min(WIDEST_SERIAL, Math.max(NARROWEST_COLUMN, widest));
  }
  return leaf.type === 'extension' && widest === 0 ? NARROWEST_COLUMN : null;
}

/** What the last line of a paragraph leaves unused on average, in em. */
const LOST_PER_PARAGRAPH = 0.5;

const lengthOf = (paragraphs: readonly number[]): number =>
  paragraphs.reduce((sum, width) => sum + width + LOST_PER_PARAGRAPH, 0);

import { type Advance, breakText, countLines } from './break-text.ts';
import type { FontMetrics } from './metrics.ts';
import { isFigure, type TableText } from './table-text.ts';
import type { Typography } from './typography.ts';

/** The columns of a table at a size. */
export interface SizedColumns {
  readonly sizes: Typography;
  /** Of each column, in points. */
  readonly widths: readonly number[];
}

/** Widths come from whole characters: forgive the noise of converting between points and em. */
const TOLERANCE = 1;

/** The widest line of each column, in 1/1000 em. */
const limitsOf = ({ sizes, widths }: SizedColumns): readonly number[] =>
  widths.map((width) => ((width - 2 * sizes.cellPaddingX) * 1000) / sizes.bodySize + TOLERANCE);

const advanceIn = (metrics: FontMetrics): Advance => {
  return (point) => metrics.advance(point, 'regular');
};

/** Row by row: the lines of the tallest cell, at least 1. */
export function countRowLines(
  { leaves, rows }: TableText,
  columns: SizedColumns,
  metrics: FontMetrics,
): readonly number[] {
  const limits = limitsOf(columns);
  const advance = advanceIn(metrics);
  return rows.map((row) => {
    let most = 1;
    leaves.forEach((leaf, column) => {
      const text = row[column] ?? '';
      if (text === '' || isFigure(leaf, text)) return;
      most = Math.max(most, countLines(text, limits[column] ?? 0, advance));
    });
    return most;
  });
}

/** Cell by cell the lines of a row, named by its index; a blank cell has none. */
export type BrokenRow = (row: number) => readonly (readonly string[])[];

/**
 * Breaks rows when they are asked for. The last one is kept, since a row that goes on over pages is asked
 * for page by page; all of them would be as much again as the whole table.
 */
export function rowBreaker(
  { leaves, rows }: TableText,
  columns: SizedColumns,
  metrics: FontMetrics,
): BrokenRow {
  const limits = limitsOf(columns);
  const advance = advanceIn(metrics);
  let last = -1;
  let cells: readonly (readonly string[])[] = [];
  return (row) => {
    if (row === last) return cells;
    last = row;
    cells = leaves.map((leaf, column) => {
      const text = rows[row]?.[column] ?? '';
      if (text === '') return [];
      return isFigure(leaf, text) ? [text] : breakText(text, limits[column] ?? 0, advance);
    });
    return cells;
  };
}

import { type Advance, breakText } from './break-text.ts';
import type { FontMetrics } from './metrics.ts';
import { isFigure, type TableText } from './table-text.ts';
import type { Typography } from './typography.ts';

/** A row broken into lines. */
export interface MeasuredRow {
  /** Cell by cell; a blank cell has no line. */
  readonly cells: readonly (readonly string[])[];
  /** Lines of the tallest cell, at least 1. */
  readonly lines: number;
}

/** Widths come from whole characters: forgive the noise of converting between points and em. */
const TOLERANCE = 1;

/** Breaks every cell of the table into the lines of its column. `widths` are columns in points. */
export function measureRows(
  table: TableText,
  widths: readonly number[],
  sizes: Typography,
  metrics: FontMetrics,
): readonly MeasuredRow[] {
  const advance: Advance = (point) => metrics.advance(point, 'regular');
  const limits = widths.map(
    (width) => ((width - 2 * sizes.cellPaddingX) * 1000) / sizes.bodySize + TOLERANCE,
  );
  return table.rows.map((row) => {
    const cells = row.map(({ text }, column) => {
      if (text === '') return [];
      const leaf = table.leaves[column];
      if (leaf !== undefined && isFigure(leaf, text)) return [text];
      return breakText(text, limits[column] ?? 0, advance);
    });
    return { cells, lines: Math.max(1, ...cells.map(({ length }) => length)) };
  });
}

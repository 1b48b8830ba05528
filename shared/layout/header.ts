import type { FormDefinition } from '../../templates/form.ts';
import { type HeaderCell, headerCells, headerDepth } from '../../templates/form.ts';
import { evenLines } from './even-lines.ts';
import type { FontMetrics } from './metrics.ts';
import type { Typography } from './typography.ts';

/** The column titles, broken into lines. */
export interface MeasuredHeader {
  readonly cells: readonly (HeaderCell & { readonly lines: readonly string[] })[];
  /** Height of each header row, in points. */
  readonly rowHeights: readonly number[];
}

/** Breaks the column titles over columns `edges[i]` to `edges[i + 1]` (points), and finds the rows' heights. */
export function measureHeader(
  form: FormDefinition,
  edges: readonly number[],
  sizes: Typography,
  metrics: FontMetrics,
): MeasuredHeader {
  const cells = headerCells(form.columns).map((cell) => {
    const width = (edges[cell.column + cell.columnSpan] ?? 0) - (edges[cell.column] ?? 0);
    const limit = ((width - 2 * sizes.cellPaddingX) * 1000) / sizes.headerSize;
    return { ...cell, lines: evenLines(cell.title.zh, limit, metrics) };
  });
  const rowHeights = Array.from({ length: headerDepth(form.columns) }, () => 0);
  const heightOf = (lines: number): number => lines * sizes.headerLeading + 2 * sizes.cellPaddingY;
  // Cells of one row first: a title over several rows only adds what they do not give it.
  for (const cell of [...cells].sort((a, b) => a.rowSpan - b.rowSpan)) {
    const spanned = rowHeights.slice(cell.row, cell.row + cell.rowSpan);
    const missing = heightOf(cell.lines.length) - spanned.reduce((sum, height) => sum + height, 0);
    if (missing <= 0) continue;
    for (const [offset, height] of spanned.entries()) {
      rowHeights[cell.row + offset] = height + missing / cell.rowSpan;
    }
  }
  return { cells, rowHeights };
}

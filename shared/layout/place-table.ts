import type { Leaf } from '../../templates/form.ts';
import type { FittedTable } from './fit-table.ts';
import { gridRules, headerTint, type TableFrame } from './grid.ts';
import type { FontMetrics } from './metrics.ts';
import type { HeaderBox, Line, Page, RowBox } from './pages.ts';
import type { RowPart } from './paginate.ts';
import { placeLines, type TextStyle } from './place-text.ts';
import { isFigure, type TableText } from './table-text.ts';
import { rounded } from './typography.ts';

/** The part of the table that stands on one page: what `Page` holds of it. */
export type PlacedTable = Pick<Page, 'header' | 'rows' | 'furniture' | 'tints' | 'rules'>;

/** Gives every line of a page's table its place. `top` is where the table begins, in points. */
export function placeTable(
  parts: readonly RowPart[],
  top: number,
  table: TableText,
  fitted: FittedTable,
  metrics: FontMetrics,
): PlacedTable {
  const bodyTop = top + fitted.headerHeight;
  const rows = parts.map((part) => placeRow(part, bodyTop, table, fitted, metrics));
  const headerEdges = [top];
  for (const height of fitted.header.rowHeights) {
    headerEdges.push((headerEdges.at(-1) ?? 0) + height);
  }
  const frame: TableFrame = {
    columnEdges: fitted.columnEdges,
    headerEdges,
    rowEdges: rows.map(({ bottom }) => bottom),
  };
  return {
    header: placeHeader(frame, fitted, metrics),
    rows,
    furniture: rows
      .filter(({ isStart }) => !isStart)
      .flatMap((row) => continuationMark(row, table, fitted, metrics)),
    tints: [headerTint(frame)],
    rules: gridRules(frame, fitted.header),
  };
}

function placeHeader(
  { columnEdges, headerEdges }: TableFrame,
  { header, sizes }: FittedTable,
  metrics: FontMetrics,
): readonly HeaderBox[] {
  const { headerSize: size, headerLeading: leading } = sizes;
  return header.cells.map(({ title, row, column, rowSpan, columnSpan, lines }) => {
    const top = headerEdges[row] ?? 0;
    const bottom = headerEdges[row + rowSpan] ?? 0;
    const box = {
      left: columnEdges[column] ?? 0,
      right: columnEdges[column + columnSpan] ?? 0,
      top: top + (bottom - top - lines.length * leading) / 2,
    };
    const placed = placeLines(
      lines,
      box,
      { size, leading, weight: 'bold', align: 'center' },
      metrics,
    );
    return { row, column, rowSpan, columnSpan, text: title.zh, lines: placed };
  });
}

function placeRow(
  part: RowPart,
  bodyTop: number,
  table: TableText,
  fitted: FittedTable,
  metrics: FontMetrics,
): RowBox {
  const top = bodyTop + part.top;
  const measured = fitted.rows[part.row];
  const cells = table.leaves.map((leaf, column) => {
    const lines = measured?.cells[column]?.slice(part.from, part.to) ?? [];
    if (lines.length === 0) return [];
    const style = bodyStyle(leaf, table.rows[part.row]?.[column]?.text ?? '', fitted);
    return placeLines(lines, cellBox(column, top, fitted), style, metrics);
  });
  return {
    record: part.row,
    top: rounded(top),
    bottom: rounded(top + part.height),
    isStart: part.from === 0,
    isEnd: part.to === measured?.lines,
    cells,
  };
}

/** 序号 once more, and 续 below it, at the head of a row's continuation. */
function continuationMark(
  row: RowBox,
  table: TableText,
  fitted: FittedTable,
  metrics: FontMetrics,
): readonly Line[] {
  const column = table.leaves.findIndex(({ type }) => type === 'serial');
  const leaf = table.leaves[column];
  // A serial so long that it goes on itself needs no mark.
  if (leaf === undefined || row.cells[column]?.length !== 0) return [];
  const serial = fitted.rows[row.record]?.cells[column]?.[0] ?? '';
  return placeLines(
    [serial, '续'],
    cellBox(column, row.top, fitted),
    bodyStyle(leaf, serial, fitted),
    metrics,
  );
}

const cellBox = (column: number, top: number, { columnEdges, sizes }: FittedTable) => ({
  left: (columnEdges[column] ?? 0) + sizes.cellPaddingX,
  right: (columnEdges[column + 1] ?? 0) - sizes.cellPaddingX,
  top: top + sizes.cellPaddingY,
});

function bodyStyle(leaf: Leaf, text: string, { sizes }: FittedTable): TextStyle {
  const { bodySize: size, bodyLeading: leading } = sizes;
  const { align } = leaf;
  return isFigure(leaf, text)
    ? { size, leading, weight: 'regular', align, tabular: true }
    : { size, leading, weight: 'regular', align };
}

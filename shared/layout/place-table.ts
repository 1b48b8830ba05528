import type { Leaf } from '../../templates/form.ts';
import type { FittedTable } from './fit-table.ts';
import { gridRules, type HeaderFrame, headerRules, headerTint } from './grid.ts';
import { type BrokenRow, rowBreaker } from './measure.ts';
import type { FontMetrics } from './metrics.ts';
import type { HeaderBox, Line, Page, RowBox, Rule, Tint } from './pages.ts';
import type { RowPart } from './paginate.ts';
import { placeLines, type TextStyle } from './place-text.ts';
import { isFigure, type TableText } from './table-text.ts';
import { rounded } from './typography.ts';

/**
 * The part of the table that stands on one page. Its rows and rules are placed when they are asked for, and
 * anew each time: those of all pages at once would be most of what a long report holds.
 */
export interface PlacedTable extends Pick<Page, 'header' | 'furniture' | 'tints'> {
  readonly placeRows: () => readonly RowBox[];
  readonly placeRules: () => readonly Rule[];
  /** The records that begin on the page. */
  readonly starts: readonly RowStart[];
  /** Where the table ends on the page. */
  readonly bottom: number;
}

/** Where a record begins on its page. */
export interface RowStart {
  readonly record: number;
  readonly top: number;
}

/** Places the part of a table on a page. `top` is where the table begins there, in points. */
export type PlaceTable = (parts: readonly RowPart[], top: number) => PlacedTable;

/** A table that is being placed. */
interface TableToPlace {
  readonly table: TableText;
  readonly fitted: FittedTable;
  readonly metrics: FontMetrics;
  readonly cellsOf: BrokenRow;
}

/** Gives every line of a table its place, page by page. */
export function tablePlacer(
  table: TableText,
  fitted: FittedTable,
  metrics: FontMetrics,
): PlaceTable {
  const toPlace = { table, fitted, metrics, cellsOf: rowBreaker(table, fitted, metrics) };
  // All pages but the first have their header in the same place.
  const headers = new Map<number, PlacedHeader>();
  const headerAt = (top: number): PlacedHeader => {
    const header = headers.get(top) ?? placeHeader(top, fitted, metrics);
    headers.set(top, header);
    return header;
  };
  return (parts, top) => {
    const bodyTop = top + fitted.headerHeight;
    const { frame, boxes, tints, rules } = headerAt(top);
    const rowEdges = parts.map((part) => rounded(bodyTop + part.top + part.height));
    const continued = parts.filter(({ from }) => from > 0);
    return {
      header: boxes,
      tints,
      furniture: continued.flatMap((part) => continuationMark(part, bodyTop, toPlace)),
      placeRows: () => parts.map((part) => placeRow(part, bodyTop, toPlace)),
      placeRules: () => gridRules(frame, rules, rowEdges),
      starts: parts
        .filter(({ from }) => from === 0)
        .map((part) => ({ record: part.row, top: rounded(bodyTop + part.top) })),
      bottom: rowEdges.at(-1) ?? bodyTop,
    };
  };
}

/** The column titles on a page, with their ground and rules. */
interface PlacedHeader {
  readonly frame: HeaderFrame;
  readonly boxes: readonly HeaderBox[];
  readonly tints: readonly Tint[];
  readonly rules: readonly Rule[];
}

function placeHeader(
  tableTop: number,
  { columnEdges, header, sizes }: FittedTable,
  metrics: FontMetrics,
): PlacedHeader {
  const headerEdges = [tableTop];
  for (const height of header.rowHeights) headerEdges.push((headerEdges.at(-1) ?? 0) + height);
  const { headerSize: size, headerLeading: leading } = sizes;
  const style: TextStyle = { size, leading, weight: 'bold', align: 'center' };
  const boxes = header.cells.map(({ title, row, column, rowSpan, columnSpan, lines }) => {
    const top = headerEdges[row] ?? 0;
    const bottom = headerEdges[row + rowSpan] ?? 0;
    const box = {
      left: columnEdges[column] ?? 0,
      right: columnEdges[column + columnSpan] ?? 0,
      top: top + (bottom - top - lines.length * leading) / 2,
    };
    const placed = placeLines(lines, box, style, metrics);
    return { row, column, rowSpan, columnSpan, text: title.zh, lines: placed };
  });
  const frame = { columnEdges, headerEdges };
  return { frame, boxes, tints: [headerTint(frame)], rules: headerRules(frame, header) };
}

function placeRow(
  part: RowPart,
  bodyTop: number,
  { table, fitted, metrics, cellsOf }: TableToPlace,
): RowBox {
  const top = bodyTop + part.top;
  const broken = cellsOf(part.row);
  const isWhole = part.from === 0 && part.to === fitted.lineCounts[part.row];
  const cells = table.leaves.map((leaf, column) => {
    const all = broken[column] ?? [];
    const lines = isWhole ? all : all.slice(part.from, part.to);
    if (lines.length === 0) return [];
    const style = bodyStyle(leaf, table.rows[part.row]?.[column] ?? '', fitted);
    return placeLines(lines, cellBox(column, top, fitted), style, metrics);
  });
  return {
    record: part.row,
    top: rounded(top),
    bottom: rounded(top + part.height),
    isStart: part.from === 0,
    isEnd: part.to === fitted.lineCounts[part.row],
    cells,
  };
}

/** 序号 once more, and 续 below it, at the head of a row's continuation. */
function continuationMark(
  part: RowPart,
  bodyTop: number,
  { table, fitted, metrics, cellsOf }: TableToPlace,
): readonly Line[] {
  const column = table.leaves.findIndex(({ type }) => type === 'serial');
  const leaf = table.leaves[column];
  const printed = cellsOf(part.row)[column] ?? [];
  // A serial so long that it goes on itself needs no mark.
  if (leaf === undefined || printed.length > part.from) return [];
  const [serial = ''] = printed;
  return placeLines(
    [serial, '续'],
    cellBox(column, rounded(bodyTop + part.top), fitted),
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

import type { MeasuredHeader } from './header.ts';
import type { Rule, Tint } from './pages.ts';
import { rounded } from './typography.ts';

/** Where the header of a page's table lies: edges of its columns and rows, in points. */
export interface HeaderFrame {
  readonly columnEdges: readonly number[];
  /** Top of the first header row to the bottom of the last. */
  readonly headerEdges: readonly number[];
}

export const INNER = { width: 0.35, gray: 0.45 };
const HEADER = { width: 0.35, gray: 0.3 };
export const OUTER = { width: 0.8, gray: 0 };
export const HEADER_TINT = 0.955;

/**
 * The lines of the table: the grid of the rows in few long lines, the header around its cells. `rowEdges` are the
 * bottoms of the page's rows; none when the table has no rows.
 */
export function gridRules(
  { columnEdges, headerEdges }: HeaderFrame,
  header: readonly Rule[],
  rowEdges: readonly number[],
): readonly Rule[] {
  const left = first(columnEdges);
  const right = last(columnEdges);
  const top = first(headerEdges);
  const bodyTop = last(headerEdges);
  const bottom = rowEdges.at(-1) ?? bodyTop;
  return [
    ...columnEdges.slice(1, -1).map((x) => vertical(x, bodyTop, bottom, INNER)),
    ...rowEdges.slice(0, -1).map((y) => horizontal(y, left, right, INNER)),
    ...header,
    horizontal(bodyTop, left, right, HEADER),
    horizontal(top, left, right, OUTER),
    horizontal(bottom, left, right, OUTER),
    vertical(left, top, bottom, OUTER),
    vertical(right, top, bottom, OUTER),
  ];
}

/** The grey ground of the header. */
export const headerTint = ({ columnEdges, headerEdges }: HeaderFrame): Tint => ({
  left: rounded(first(columnEdges)),
  top: rounded(first(headerEdges)),
  right: rounded(last(columnEdges)),
  bottom: rounded(last(headerEdges)),
  gray: HEADER_TINT,
});

/** The left and the upper side of every header cell that does not lie at the table's edge. */
export function headerRules(
  { columnEdges, headerEdges }: HeaderFrame,
  header: MeasuredHeader,
): readonly Rule[] {
  return header.cells.flatMap((cell) => {
    const left = columnEdges[cell.column] ?? 0;
    const right = columnEdges[cell.column + cell.columnSpan] ?? 0;
    const top = headerEdges[cell.row] ?? 0;
    const bottom = headerEdges[cell.row + cell.rowSpan] ?? 0;
    return [
      ...(cell.column === 0 ? [] : [vertical(left, top, bottom, HEADER)]),
      ...(cell.row === 0 ? [] : [horizontal(top, left, right, HEADER)]),
    ];
  });
}

type Stroke = Pick<Rule, 'width' | 'gray'>;

export const horizontal = (y: number, left: number, right: number, stroke: Stroke): Rule => ({
  from: [rounded(left), rounded(y)],
  to: [rounded(right), rounded(y)],
  ...stroke,
});

export const vertical = (x: number, top: number, bottom: number, stroke: Stroke): Rule => ({
  from: [rounded(x), rounded(top)],
  to: [rounded(x), rounded(bottom)],
  ...stroke,
});

const first = (edges: readonly number[]): number => edges[0] ?? 0;
const last = (edges: readonly number[]): number => edges.at(-1) ?? 0;

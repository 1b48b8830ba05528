import type { Cell, CellAddress, Merge, Sheet } from '../cells/cell.ts';
import { bareTitle } from './header-text.ts';

/** One of the texts above a column. */
export interface TitleCell {
  readonly bare: string;
  readonly cell: Cell;
  /** The cell itself is blank: it was given the text of the group on its left. */
  readonly carried: boolean;
}

/** A column of a header: the texts above it from the outside in, a repeated one once. */
export interface HeaderColumn {
  readonly column: number;
  readonly levels: readonly TitleCell[];
  /** Of the innermost text. */
  readonly at: CellAddress;
}

/** Row → column → what a reader sees there. */
type Grid = Map<number, Map<number, TitleCell>>;

/**
 * What stands above each column in rows `first` to `last`: every cell of a merge shows the merge's
 * text, and a blank one, as a CSV has it beside a group's text, that of the group.
 */
export function headerColumns(
  sheet: Sheet,
  merges: readonly Merge[],
  first: number,
  last: number,
): readonly HeaderColumn[] {
  const grid: Grid = new Map();
  for (let row = first; row <= last; row += 1) {
    for (const [column, cell] of sheet.rows.get(row) ?? []) put(grid, row, column, titleOf(cell));
  }
  const merged = fillMerges(grid, sheet, merges, first, last);
  let lastColumn = 0;
  for (const cells of grid.values()) {
    for (const column of cells.keys()) lastColumn = Math.max(lastColumn, column);
  }
  carryGroups(grid, merged, first, last, lastColumn);
  const columns: HeaderColumn[] = [];
  for (let column = 1; column <= lastColumn; column += 1) {
    const levels = levelsOf(grid, first, last, column);
    const own = levels.at(-1);
    if (own !== undefined) columns.push({ column, levels, at: own.cell.at });
  }
  return columns;
}

/** Titles of cells, each worked out once: a header is looked for in several ranges of its rows. */
const TITLES = new WeakMap<Cell, TitleCell>();

function titleOf(cell: Cell): TitleCell {
  const before = TITLES.get(cell);
  if (before !== undefined) return before;
  const title = { bare: bareTitle(cell.text), cell, carried: false };
  TITLES.set(cell, title);
  return title;
}

function put(grid: Grid, row: number, column: number, title: TitleCell): void {
  const cells = grid.get(row) ?? new Map<number, TitleCell>();
  grid.set(row, cells.set(column, title));
}

/** A merge this wide or tall is decoration or an attack, not a header cell. */
const WIDEST_HEADER_MERGE = 200;
const TALLEST_HEADER_MERGE = 20;

/** The merges of a sheet that may be header cells of rows `first` to `last`. */
export const headerMerges = (sheet: Sheet, first: number, last: number): readonly Merge[] =>
  sheet.merges.filter(
    ({ top, bottom, left, right }) =>
      bottom >= first &&
      top <= last &&
      right - left < WIDEST_HEADER_MERGE &&
      bottom - top < TALLEST_HEADER_MERGE,
  );

/** Shows merged texts; returns the cells that merges say everything about, as `row/column`. */
function fillMerges(
  grid: Grid,
  sheet: Sheet,
  merges: readonly Merge[],
  first: number,
  last: number,
): ReadonlySet<string> {
  const merged = new Set<string>();
  for (const { top, bottom, left, right } of merges) {
    if (bottom < first || top > last) continue;
    const source = sheet.rows.get(top)?.get(left);
    if (source === undefined) continue;
    const title = titleOf(source);
    for (let row = Math.max(first, top); row <= Math.min(last, bottom); row += 1) {
      for (let column = left; column <= right; column += 1) {
        put(grid, row, column, title);
        merged.add(`${row}/${column}`);
      }
    }
  }
  return merged;
}

const bareAt = (grid: Grid, row: number, column: number): string =>
  grid.get(row)?.get(column)?.bare ?? '';

/** A blank cell belongs to the unmerged group on its left if both stand below the same text. */
function carryGroups(
  grid: Grid,
  merged: ReadonlySet<string>,
  first: number,
  last: number,
  lastColumn: number,
): void {
  // The lowest row holds the columns' own titles: nothing is carried there.
  for (let row = first; row < last; row += 1) {
    for (let column = 2; column <= lastColumn; column += 1) {
      const left = grid.get(row)?.get(column - 1);
      if (left === undefined || left.bare === '' || merged.has(`${row}/${column - 1}`)) continue;
      if (grid.get(row)?.get(column) !== undefined) continue;
      const isBelowTheSame =
        row === first || bareAt(grid, row - 1, column) === bareAt(grid, row - 1, column - 1);
      if (isBelowTheSame && hasTextBelow(grid, row, last, column)) {
        put(grid, row, column, { ...left, carried: true });
      }
    }
  }
}

const hasTextBelow = (grid: Grid, row: number, last: number, column: number): boolean => {
  for (let below = row + 1; below <= last; below += 1) {
    if (bareAt(grid, below, column) !== '') return true;
  }
  return false;
};

function levelsOf(grid: Grid, first: number, last: number, column: number): readonly TitleCell[] {
  const levels: TitleCell[] = [];
  for (let row = first; row <= last; row += 1) {
    const title = grid.get(row)?.get(column);
    if (title === undefined || title.bare === '' || title.bare === levels.at(-1)?.bare) continue;
    levels.push(title);
  }
  return levels;
}

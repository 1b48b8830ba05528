import type { Merge, Sheet } from '../cells/cell.ts';
import { headerText } from './header-text.ts';

/** Texts of a few rows of a sheet with merged cells filled in: what a reader sees above a column. */
export interface HeaderGrid {
  /** Comparable text at a row and column counted from 1; empty when blank. */
  readonly textAt: (row: number, column: number) => string;
  readonly lastColumn: number;
}

/**
 * The comparable texts of rows `first` to `last`; every cell of a merge shows the merge's text. A
 * header without any merge, as a CSV has it, shows a group's text until the next one.
 */
export function headerGrid(sheet: Sheet, first: number, last: number): HeaderGrid {
  const texts = new Map<number, Map<number, string>>();
  let lastColumn = 0;
  const put = (row: number, column: number, text: string): void => {
    const cells = texts.get(row) ?? new Map<number, string>();
    texts.set(row, cells.set(column, text));
    lastColumn = Math.max(lastColumn, column);
  };
  for (let row = first; row <= last; row += 1) {
    for (const [column, cell] of sheet.rows.get(row) ?? []) put(row, column, headerText(cell.text));
  }
  const merges = sheet.merges.filter((merge) => touches(merge, first, last));
  for (const merge of merges) {
    const source = sheet.rows.get(merge.top)?.get(merge.left);
    if (source === undefined) continue;
    const text = headerText(source.text);
    for (let row = Math.max(first, merge.top); row <= Math.min(last, merge.bottom); row += 1) {
      for (let column = merge.left; column <= merge.right; column += 1) put(row, column, text);
    }
  }
  const grid = { textAt: textIn(texts), lastColumn };
  if (merges.length === 0) carryGroups(grid, first, last, put);
  return grid;
}

const textIn =
  (texts: ReadonlyMap<number, ReadonlyMap<number, string>>) =>
  (row: number, column: number): string =>
    texts.get(row)?.get(column) ?? '';

/** A blank header cell belongs to the group on its left if both stand below the same text. */
function carryGroups(
  { textAt, lastColumn }: HeaderGrid,
  first: number,
  last: number,
  put: (row: number, column: number, text: string) => void,
): void {
  // The lowest row holds the columns' own titles: nothing is carried there.
  for (let row = first; row < last; row += 1) {
    for (let column = 2; column <= lastColumn; column += 1) {
      const left = textAt(row, column - 1);
      if (textAt(row, column) !== '' || left === '') continue;
      const isBelowTheSame =
        row === first || textAt(row - 1, column) === textAt(row - 1, column - 1);
      if (isBelowTheSame && hasTextBelow(textAt, row, last, column)) put(row, column, left);
    }
  }
}

const hasTextBelow = (
  textAt: HeaderGrid['textAt'],
  row: number,
  last: number,
  column: number,
): boolean => {
  for (let below = row + 1; below <= last; below += 1) {
    if (textAt(below, column) !== '') return true;
  }
  return false;
};

/** A merge this wide or tall is decoration or an attack, not a header cell. */
const WIDEST_HEADER_MERGE = 200;
const TALLEST_HEADER_MERGE = 20;

const touches = (merge: Merge, first: number, last: number): boolean =>
  merge.bottom >= first &&
  merge.top <= last &&
  merge.right - merge.left < WIDEST_HEADER_MERGE &&
  merge.bottom - merge.top < TALLEST_HEADER_MERGE;

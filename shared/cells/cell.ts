/** Where a value was typed. Born with the cell, carried to the finding, never recomputed. */
export interface CellAddress {
  readonly sheet: string;
  /** As spreadsheets write it: `L17`. */
  readonly cell: string;
  /** The sheet's own row number, from 1. */
  readonly row: number;
  /** The column letter. */
  readonly column: string;
}

/**
 * What cleaning took out of a typed text: characters nobody sees (zero width, control, direction,
 * `_x000D_`), or spaces that are none (non-breaking, tabs).
 */
export type Cleaning = 'invisible-characters' | 'odd-spaces';

/** A cell that holds something. */
export interface Cell {
  readonly at: CellAddress;
  /** What the reader of the sheet sees, cleaned of invisible characters; error codes as they show. */
  readonly text: string;
  /** The stored value of a numeric cell; absent for dates. */
  readonly number?: number;
  /** A number shown as a percentage: 0.92 shows as 92%. */
  readonly isPercent?: true;
  /** A date or time, which is a number in the file; `text` is what is shown. */
  readonly isDate?: true;
  /** True when the text is an error value such as #REF!. */
  readonly isError?: true;
  /** True for a formula whose result was never stored, so nothing can be read. */
  readonly isUncomputed?: true;
  /** What was cleaned out of the typed text; absent when nothing was. */
  readonly cleaned?: readonly Cleaning[];
}

/** Merged cells, columns and rows counted from 1, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A worksheet: its filled cells, row by row. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Numbers of rows that are hidden by hand or by a filter; they are read like any other. */
  readonly hiddenRows: ReadonlySet<number>;
  /** Row number → column number → cell; blank cells are absent. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly merges: readonly Merge[];
}

/** The letter of a column counted from 1: 1 → A, 27 → AA. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The address of a cell whether or not it holds anything. */
export function addressOf(sheet: string, row: number, column: number): CellAddress {
  const letter = columnLetter(column);
  return { sheet, cell: `${letter}${row}`, row, column: letter };
}

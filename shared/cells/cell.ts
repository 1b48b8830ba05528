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

/** A cell that holds something. */
export interface Cell {
  readonly at: CellAddress;
  /** What the reader of the sheet sees, cleaned of invisible characters; error codes as they show. */
  readonly text: string;
  /** The stored value of a numeric cell. */
  readonly number?: number;
  /** True when the text is an error value such as #REF!. */
  readonly isError?: true;
  /** True for a formula whose result was never stored, so nothing can be read. */
  readonly isUncomputed?: true;
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

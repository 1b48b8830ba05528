import { addressOf, type Cell, type Cleaning, type Merge, type Sheet } from './cell.ts';
import type { ReadResult, Refusal } from './read-result.ts';

/*
 * Sheets as a few long arrays: what the reader fills while it scans, and what crosses from the child
 * process, at a tenth of the memory that a cell object each would take.
 */

/** The filled cells of a sheet, side by side in arrays of equal length. */
export interface PackedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly hiddenRows: readonly number[];
  readonly merges: readonly Merge[];
  readonly rows: Uint32Array;
  readonly columns: Uint16Array;
  /** Index into the workbook's texts. */
  readonly texts: Uint32Array;
  /** The stored value where `MARK.number` is set. */
  readonly numbers: Float64Array;
  /** Sums of `MARK`. */
  readonly marks: Uint8Array;
}

/** What is known of a cell besides its text. */
export const MARK = {
  number: 1,
  percent: 2,
  date: 4,
  error: 8,
  uncomputed: 16,
  invisibleCharacters: 32,
  oddSpaces: 64,
} as const;

/** A workbook read, packed, or the reason it was not. */
export type PackedResult =
  | {
      readonly ok: true;
      readonly texts: readonly string[];
      readonly sheets: readonly PackedSheet[];
      readonly besideCells?: readonly string[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** The sheets with their cells, each at its address. */
export const unpackResult = (packed: PackedResult): ReadResult =>
  packed.ok
    ? {
        ok: true,
        sheets: packed.sheets.map((sheet) => unpackSheet(sheet, packed.texts)),
        ...(packed.besideCells === undefined ? {} : { besideCells: packed.besideCells }),
      }
    : packed;

function unpackSheet(packed: PackedSheet, texts: readonly string[]): Sheet {
  const { name, hidden, merges } = packed;
  const rows = new Map<number, Map<number, Cell>>();
  let inOrder = true;
  let last = 0;
  for (let index = 0; index < packed.rows.length; index += 1) {
    const number = packed.rows[index] ?? 0;
    let row = rows.get(number);
    if (row === undefined) {
      row = new Map();
      rows.set(number, row);
    }
    const place = number * 65_536 + (packed.columns[index] ?? 0);
    inOrder &&= place > last;
    last = place;
    row.set(packed.columns[index] ?? 0, unpackCell(packed, index, texts));
  }
  return {
    name,
    hidden,
    hiddenRows: new Set(packed.hiddenRows),
    rows: inOrder ? rows : sorted(rows),
    merges,
  };
}

/** Spreadsheet programs write cells in order; a file need not. */
const sorted = (rows: ReadonlyMap<number, Map<number, Cell>>): Map<number, Map<number, Cell>> =>
  new Map(byKey(rows).map(([number, row]) => [number, new Map(byKey(row))]));

const byKey = <V>(map: ReadonlyMap<number, V>): [number, V][] => [...map].sort(([a], [b]) => a - b);

const INVISIBLE: readonly Cleaning[] = ['invisible-characters'];
const SPACES: readonly Cleaning[] = ['odd-spaces'];
const BOTH: readonly Cleaning[] = ['invisible-characters', 'odd-spaces'];

function unpackCell(packed: PackedSheet, index: number, texts: readonly string[]): Cell {
  const at = addressOf(packed.name, packed.rows[index] ?? 0, packed.columns[index] ?? 0);
  const cell: { -readonly [Key in keyof Cell]: Cell[Key] } = {
    at,
    text: texts[packed.texts[index] ?? 0] ?? '',
  };
  const marks = packed.marks[index] ?? 0;
  if (marks === 0) return cell;
  if (marks & MARK.number) cell.number = packed.numbers[index] ?? 0;
  if (marks & MARK.percent) cell.isPercent = true;
  if (marks & MARK.date) cell.isDate = true;
  if (marks & MARK.error) cell.isError = true;
  if (marks & MARK.uncomputed) cell.isUncomputed = true;
  const invisible = (marks & MARK.invisibleCharacters) !== 0;
  const spaces = (marks & MARK.oddSpaces) !== 0;
  if (invisible) cell.cleaned = spaces ? BOTH : INVISIBLE;
  else if (spaces) cell.cleaned = SPACES;
  return cell;
}

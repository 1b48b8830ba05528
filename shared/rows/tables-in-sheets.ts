import type { FormDefinition } from '../../templates/form.ts';
import type { Sheet } from '../cells/cell.ts';
import { findHeader, type Header, isComplete } from './find-header.ts';
import { formTitles } from './form-titles.ts';
import { type HeaderBlock, headerBlocks, type RowRange, vocabularyOf } from './header-blocks.ts';
import { headerText } from './header-text.ts';
import { readSerial } from './read-serial.ts';
import type { Labelled } from './row.ts';
import { readSurroundings, type Surroundings } from './surroundings.ts';

/** A header with the rows that belong to it. */
export interface TablePlace {
  readonly header: Header;
  readonly surroundings: Surroundings;
  /** Last row that belongs to it. */
  readonly lastRow: number;
  /** The same header again, for printing, further down. */
  readonly repeated: readonly RowRange[];
}

/** What was found in some sheets. */
export interface FoundTables {
  /** Whole headers with their rows, sheet by sheet from the top. */
  readonly tables: readonly TablePlace[];
  /** Of the headers that are not whole the one that lacks least. */
  readonly nearest: Header | undefined;
}

/**
 * Blocks of a workbook that are looked at closely. Headers repeated on printed pages do not count: they
 * are known by their texts. A workbook with more was made to waste time.
 */
const MOST_BLOCKS = 40;

/** Every table of a known form in some sheets. */
export function tablesIn(sheets: readonly Sheet[], forms: readonly FormDefinition[]): FoundTables {
  const titles = forms.map(formTitles);
  const vocabulary = vocabularyOf(forms);
  const tables: TablePlace[] = [];
  let nearest: Header | undefined;
  let looks = 0;
  for (const sheet of sheets) {
    const matched = new Map<string, Header | undefined>();
    const whole: Header[] = [];
    for (const block of headerBlocks(sheet, vocabulary)) {
      const texts = textsOf(block);
      if (!matched.has(texts)) {
        if (looks >= MOST_BLOCKS) continue;
        looks += 1;
        matched.set(texts, findHeader(block, titles));
      }
      const header = moved(matched.get(texts), block);
      if (header === undefined) continue;
      if (isComplete(header)) whole.push(header);
      else if (nearest === undefined || header.missing.length < nearest.missing.length) {
        nearest = header;
      }
    }
    tables.push(...placesOf(whole));
  }
  return { tables, nearest };
}

/** What a block says, wherever in the sheet it stands. */
function textsOf({ sheet, firstRow, lastRow }: HeaderBlock): string {
  const texts: (string | number)[] = [];
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (const [column, { text }] of sheet.rows.get(row) ?? []) {
      texts.push(row - firstRow, column, text);
    }
  }
  return JSON.stringify(texts);
}

/** The header of a block as that of another which says the same further down. */
function moved(header: Header | undefined, block: HeaderBlock): Header | undefined {
  if (header === undefined) return undefined;
  const rows = header.lastRow - header.firstRow;
  const offset = header.firstRow - header.block.firstRow;
  const firstRow = block.firstRow + offset;
  return { ...header, block, firstRow, lastRow: firstRow + rows };
}

/** Draws the headers of a sheet together: each is that of a table, or repeats the one before. */
function placesOf(headers: readonly Header[]): readonly TablePlace[] {
  const places: { header: Header; surroundings: Surroundings; repeated: RowRange[] }[] = [];
  let before: Header | undefined;
  for (const header of headers) {
    const last = places.at(-1);
    const after = before === undefined ? 0 : lastFilledRow(before, header.firstRow);
    const surroundings = readSurroundings(header.sheet, header.firstRow, after);
    if (last !== undefined && repeats(header, surroundings, last, before ?? last.header)) {
      last.repeated.push({
        firstRow: captionsStart(header, surroundings),
        lastRow: header.lastRow,
      });
    } else {
      places.push({ header, surroundings, repeated: [] });
    }
    before = header;
  }
  return places.map((place, index) => {
    const next = places[index + 1];
    const end =
      next === undefined ? Number.POSITIVE_INFINITY : captionsStart(next.header, next.surroundings);
    return { ...place, lastRow: end - 1 };
  });
}

/** The first of the title and the other captions right above a header; the header itself without any. */
const captionsStart = (
  { firstRow }: Header,
  { title, submitterName, amountUnit }: Surroundings,
): number =>
  Math.min(
    firstRow,
    ...[title, submitterName, amountUnit].flatMap((caption) => caption?.at.row ?? []),
  );

/** The last row of a table above row `end`: what stands below it belongs to the next header. */
function lastFilledRow({ sheet, columns, lastRow }: Header, end: number): number {
  const serial = columns.get('serial') ?? 0;
  let last = lastRow;
  for (const [row, cells] of sheet.rows) {
    if (row <= last || row >= end) continue;
    const holdsFigures = [...cells.values()].some(({ number }) => number !== undefined);
    if (holdsFigures || readSerial(cells.get(serial)?.text ?? '') !== null) last = row;
  }
  return last;
}

/**
 * True for a header that stands there once more for printing: of the same columns, for the same year
 * and submitter, and the serials below go on. Serials that begin again are those of another table.
 */
function repeats(
  header: Header,
  { titleYear, submitterName }: Surroundings,
  table: { readonly header: Header; readonly surroundings: Surroundings },
  before: Header,
): boolean {
  const { titleYear: year, submitterName: submitter } = table.surroundings;
  const isSame = <T>(one: T | undefined | null, other: T | undefined | null): boolean =>
    one == null || other == null || one === other;
  return (
    haveSameColumns(header, table.header) &&
    isSame(titleYear, year) &&
    isSame(nameOf(submitterName), nameOf(submitter)) &&
    (firstSerial(header) !== 1 || firstSerial(before, header.firstRow) === null)
  );
}

const nameOf = (name: Labelled | null): string | null =>
  name === null ? null : headerText(name.text);

const haveSameColumns = (one: Header, other: Header): boolean =>
  one.form === other.form &&
  one.columns.size === other.columns.size &&
  [...one.columns].every(([field, column]) => other.columns.get(field) === column);

/** The first serial below a header, above row `end`; null when there is none. */
function firstSerial({ sheet, columns, lastRow }: Header, end?: number): number | null {
  const column = columns.get('serial') ?? 0;
  let first: { readonly row: number; readonly serial: number } | null = null;
  for (const [row, cells] of sheet.rows) {
    if (row <= lastRow || (end !== undefined && row >= end) || (first && row > first.row)) continue;
    const serial = readSerial(cells.get(column)?.text ?? '');
    if (serial !== null) first = { row, serial };
  }
  return first?.serial ?? null;
}

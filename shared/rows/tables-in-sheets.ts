import type { FormDefinition } from '../../templates/form.ts';
import type { Cell, Sheet } from '../cells/cell.ts';
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
 * Blocks of a workbook that resemble a header and are looked at in vain. One that is whole is known at
 * first sight, and one repeated by its texts; a workbook with more of these was made to waste time.
 */
const MOST_IN_VAIN = 24;

/** Every table of a known form in some sheets. */
export function tablesIn(sheets: readonly Sheet[], forms: readonly FormDefinition[]): FoundTables {
  const titles = forms.map(formTitles);
  const vocabulary = vocabularyOf(forms);
  const tables: TablePlace[] = [];
  let nearest: Header | undefined;
  let inVain = 0;
  for (const sheet of sheets) {
    const matched = new Map<string, Header | undefined>();
    const whole: Header[] = [];
    for (const block of headerBlocks(sheet, vocabulary)) {
      const texts = textsOf(block);
      if (!matched.has(texts)) {
        if (inVain >= MOST_IN_VAIN) continue;
        const found = findHeader(block, titles);
        if (found === undefined || !isComplete(found)) inVain += 1;
        matched.set(texts, found);
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

/**
 * Tables of a sheet that are told apart. Nobody reads a workbook with more, and each takes as long as
 * the sheet is.
 */
const MOST_TABLES = 50;

/** Draws the headers of a sheet together: each is that of a table, or repeats the one before. */
function placesOf(headers: readonly Header[]): readonly TablePlace[] {
  const stretches = stretchesBelow(headers);
  const places: { header: Header; surroundings: Surroundings; repeated: RowRange[] }[] = [];
  for (const [index, header] of headers.entries()) {
    const last = places.at(-1);
    const above = stretches[index - 1];
    const surroundings = readSurroundings(header.sheet, header.firstRow, above?.lastFilled ?? 0);
    if (
      last !== undefined &&
      repeats(header, surroundings, last) &&
      (stretches[index]?.nextSerial !== 1 || above?.serial == null)
    ) {
      last.repeated.push({
        firstRow: captionsStart(header, surroundings),
        lastRow: header.lastRow,
      });
    } else if (places.length === MOST_TABLES) break;
    else places.push({ header, surroundings, repeated: [] });
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

/** What stands between a header and the next one. */
interface Stretch {
  /** The last row of its table: what stands below it belongs to the next header. */
  readonly lastFilled: number;
  /** The first serial; null when there is none. */
  readonly serial: number | null;
  /** The first serial, be it below a later header; null when there is none. */
  readonly nextSerial: number | null;
}

/** The stretch below each header of a sheet, from the top; every row is looked at once. */
function stretchesBelow(headers: readonly Header[]): readonly Stretch[] {
  const found: Stretch[] = [];
  const rows = [...(headers[0]?.sheet.rows.keys() ?? [])].sort((a, b) => b - a);
  let at = 0;
  let nextSerial: number | null = null;
  // From the bottom, so that the next serial is known.
  for (const { sheet, columns, lastRow } of headers.toReversed()) {
    const column = columns.get('serial') ?? 0;
    let lastFilled = lastRow;
    let serial: number | null = null;
    for (; (rows[at] ?? 0) > lastRow; at += 1) {
      const row = rows[at] ?? 0;
      const cells = sheet.rows.get(row) ?? new Map<number, Cell>();
      const stated = readSerial(cells.get(column)?.text ?? '');
      serial = stated ?? serial;
      const isFilled =
        stated !== null || [...cells.values()].some(({ number }) => number !== undefined);
      if (isFilled && lastFilled === lastRow) lastFilled = row;
    }
    nextSerial = serial ?? nextSerial;
    found.push({ lastFilled, serial, nextSerial });
  }
  return found.reverse();
}

/**
 * True for a header that stands there once more for printing: of the same columns, for the same year
 * and submitter, unless its serials begin again, which are those of another table.
 */
function repeats(
  header: Header,
  { titleYear, submitterName }: Surroundings,
  table: { readonly header: Header; readonly surroundings: Surroundings },
): boolean {
  const { titleYear: year, submitterName: submitter } = table.surroundings;
  const isSame = <T>(one: T | undefined | null, other: T | undefined | null): boolean =>
    one == null || other == null || one === other;
  return (
    haveSameColumns(header, table.header) &&
    isSame(titleYear, year) &&
    isSame(nameOf(submitterName), nameOf(submitter))
  );
}

const nameOf = (name: Labelled | null): string | null =>
  name === null ? null : headerText(name.text);

const haveSameColumns = (one: Header, other: Header): boolean =>
  one.form === other.form &&
  one.columns.size === other.columns.size &&
  [...one.columns].every(([field, column]) => other.columns.get(field) === column);

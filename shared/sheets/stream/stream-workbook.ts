import type { RowModel, SheetModel, StreamedSheet, StreamedWorkbook } from '../workbook-model.ts';
import { type AddedStyles, addStyles } from './added-styles.ts';
import { type GrowingPart, growPart, type PackedPart, packed } from './packed-part.ts';
import { rowMarkup } from './row-markup.ts';
import {
  endOf,
  openShell,
  type SheetShell,
  STYLES_PART,
  type WorkbookShell,
} from './workbook-shell.ts';
import { zipPieces } from './write-zip.ts';

/**
 * The bytes of a workbook whose long sheets grow item by item: the exit of `writeWorkbook`, for what
 * nobody can hold. exceljs writes the workbook without the rows of those sheets; the rows are written
 * here, one after another, and only their deflated bytes are kept. Same model and items, same bytes.
 */
export async function* streamWorkbook<Item>(
  model: StreamedWorkbook<Item>,
  items: AsyncIterable<Item>,
): AsyncGenerator<Uint8Array> {
  yield* fillShell(await openShell(model), model, items);
}

/**
 * As `streamWorkbook`, with a shell that was opened before: for many workbooks that differ in nothing
 * but the rows and filters of their long sheets.
 */
export async function* fillShell<Item>(
  shell: WorkbookShell,
  model: StreamedWorkbook<Item>,
  items: AsyncIterable<Item>,
): AsyncGenerator<Uint8Array> {
  const styles = addStyles(shell.styles);
  const sheets = model.sheets.flatMap((sheet, index) => {
    const own = shell.sheets[index] ?? null;
    return own === null ? [] : [openSheet(sheet, own, styles)];
  });
  for (const sheet of sheets) await sheet.begin();
  for await (const item of items) for (const sheet of sheets) await sheet.take(item);
  const parts: PackedPart[] = [...shell.fixed];
  for (const sheet of sheets) parts.push(await sheet.end());
  parts.push(packed(STYLES_PART, new TextEncoder().encode(styles.addTo(shell.styles))));
  yield* zipPieces(parts.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

/** A long sheet while it is written. */
interface OpenSheet<Item> {
  readonly begin: () => Promise<void>;
  readonly take: (item: Item) => Promise<void>;
  readonly end: () => Promise<PackedPart>;
}

/** Excel's last row. */
const MOST_ROWS = 1_048_576;

function openSheet<Item>(
  sheet: SheetModel | StreamedSheet<Item>,
  shell: SheetShell,
  { numberOf }: AddedStyles,
): OpenSheet<Item> {
  const part: GrowingPart = growPart(shell.name);
  let rows = 0;
  const write = async (more: Iterable<RowModel>): Promise<void> => {
    for (const row of more) {
      rows += 1;
      if (rows > MOST_ROWS) throw new RangeError(`${sheet.name} has more rows than Excel takes`);
      await part.write(rowMarkup(row, rows, { sheet: sheet.name, numberOf }));
    }
  };
  return {
    async begin() {
      await part.write(`${shell.start}<sheetData>`);
      await write(sheet.rows);
      await write(sheet.below?.() ?? []);
    },
    async take(item) {
      if ('linesOf' in sheet) await write(sheet.linesOf(item, rows + 1));
    },
    async end() {
      await part.write(`</sheetData>${endOf(shell, sheet)}`);
      return part.end();
    },
  };
}

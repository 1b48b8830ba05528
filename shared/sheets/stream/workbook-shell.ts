import { rangeText } from '../range-text.ts';
import type { SheetModel, StreamedSheet, StreamedWorkbook } from '../workbook-model.ts';
import { packageOf } from '../write-workbook.ts';
import { type PackedPart, packed } from './packed-part.ts';

/** A sheet's part around its rows. */
export interface SheetShell {
  readonly name: string;
  readonly start: string;
  readonly end: string;
}

/** A workbook but for the rows of its long sheets. */
export interface WorkbookShell {
  /** Parts that are as they will be. */
  readonly fixed: readonly PackedPart[];
  /** The part with the styles, to which those of the rows are added. */
  readonly styles: string;
  /** Sheets whose rows are still to come, by their place among all; null for the others. */
  readonly sheets: readonly (SheetShell | null)[];
}

/** True for a sheet whose rows are not all there. */
export const isLong = <Item>(sheet: SheetModel | StreamedSheet<Item>): boolean =>
  'linesOf' in sheet || sheet.below !== undefined;

export const STYLES_PART = 'xl/styles.xml';

/** Shells that are kept: workbooks of a period come in as few makes as it has forms. */
const MOST_KEPT = 8;

/** Opens shells, each make of workbook once: makes differ in anything but the rows of long sheets. */
export function keptShells(): <Item>(model: StreamedWorkbook<Item>) => Promise<WorkbookShell> {
  const kept = new Map<string, Promise<WorkbookShell>>();
  return (model) => {
    const make = JSON.stringify({ ...model, sheets: model.sheets.map(makeOf) });
    const shell = kept.get(make) ?? openShell(model);
    if (kept.size < MOST_KEPT) kept.set(make, shell);
    return shell;
  };
}

const makeOf = <Item>(sheet: SheetModel | StreamedSheet<Item>): object =>
  isLong(sheet) ? { ...sheet, rows: [], filter: sheet.filter !== null } : sheet;

const ROWS = /<sheetData>.*<\/sheetData>|<sheetData\/>/s;
const EXTENT = /<dimension [^>]*\/>/;
const FILTER = /<autoFilter ref="[^"]*"/;

/** The shell of a workbook: exceljs makes everything of it but the rows of long sheets. */
export async function openShell<Item>(model: StreamedWorkbook<Item>): Promise<WorkbookShell> {
  const sheets = model.sheets.map((sheet) => (isLong(sheet) ? { ...sheet, rows: [] } : sheet));
  const parts = await packageOf({ ...model, sheets });
  const decoder = new TextDecoder();
  const shells = model.sheets.map((sheet, index): SheetShell | null => {
    if (!isLong(sheet)) return null;
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    return shellOf(name, decoder.decode(parts[name]));
  });
  const open = new Set([STYLES_PART, ...shells.flatMap((shell) => shell?.name ?? [])]);
  return {
    fixed: Object.entries(parts)
      .filter(([name]) => !open.has(name))
      .map(([name, bytes]) => packed(name, bytes)),
    styles: decoder.decode(parts[STYLES_PART]),
    sheets: shells,
  };
}

function shellOf(name: string, part: string): SheetShell {
  const rows = ROWS.exec(part);
  if (rows === null) throw new Error(`${name} has no place for rows`);
  return {
    name,
    // Where the rows end is not known yet; programs find out by themselves.
    start: part.slice(0, rows.index).replace(EXTENT, ''),
    end: part.slice(rows.index + rows[0].length),
  };
}

/** The end of a sheet's part with the filter of another model of the same make. */
export const endOf = ({ end }: SheetShell, { filter }: SheetModel): string =>
  filter === null ? end : end.replace(FILTER, `<autoFilter ref="${rangeText(filter)}"`);

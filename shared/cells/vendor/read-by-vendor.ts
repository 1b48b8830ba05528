import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import { general } from '../formats/general.ts';
import { numberFormat } from '../formats/number-format.ts';
import { MARK } from '../packed-sheets.ts';
import { damaged, Refused, tooHeavy } from '../refused.ts';
import type { SheetPacker } from '../sheet-packer.ts';
import type { WorkbookPacker } from '../workbook-packer.ts';
import { quietly } from './quietly.ts';

/** Formats that SheetJS reads for us. */
export type VendorFormat = 'xls' | 'xlsb';

/**
 * Reads a workbook with SheetJS, which is loaded only now: .xls, .et and .xlsb are rare, and
 * loading it takes longer than reading a table.
 */
export async function readByVendor(
  data: Uint8Array,
  format: VendorFormat,
  packer: WorkbookPacker,
): Promise<void> {
  const { read } = await import('@e965/xlsx');
  const options: ParsingOptions = {
    type: 'array',
    dense: true,
    cellNF: true,
    cellHTML: false,
    // Hidden rows come with the styles.
    cellStyles: true,
    // Formulas without a stored result only show as stubs.
    sheetStubs: true,
    // Dates that follow the machine's setting: as the Chinese Excel and WPS show them.
    dateNF: 'yyyy/m/d',
    // An .xls ends at row 65,536. One row more than allowed tells that there are too many.
    ...(format === 'xls' ? {} : { sheetRows: packer.limits.sheetRows + 1 }),
  };
  let workbook: WorkBook;
  try {
    workbook = quietly(() => read(data, options));
  } catch (error) {
    throw isPasswordError(error)
      ? new Refused({ kind: 'encrypted', by: 'password' })
      : damaged('broken');
  }
  packWorkbook(workbook, packer);
}

/** The vendor throws plain errors; the text is the only mark of a protected file. */
const isPasswordError = (error: unknown): boolean =>
  error instanceof Error && /password/i.test(error.message);

function packWorkbook(workbook: WorkBook, packer: WorkbookPacker): void {
  for (const [index, name] of workbook.SheetNames.entries()) {
    const source = workbook.Sheets[name];
    // Chart and dialog sheets hold no cells.
    if (source === undefined || (source['!type'] ?? 'sheet') !== 'sheet') continue;
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const sheet = packer.startSheet(name, hidden);
    packCells(source, sheet, packer);
    source['!rows']?.forEach((row, at) => {
      if (row?.hidden) sheet.hideRow(at + 1);
    });
    for (const { s, e } of source['!merges'] ?? []) {
      sheet.addMerge({ top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 });
    }
    packer.endSheet(sheet);
  }
}

function packCells(source: WorkSheet, sheet: SheetPacker, packer: WorkbookPacker): void {
  let visited = 0;
  // Dense data is sparse in fact: forEach visits only the rows and cells that exist.
  source['!data']?.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (!cell) return;
      visited += 1;
      if (visited > packer.limits.vendorCells) throw tooHeavy('cells', packer.limits.vendorCells);
      packCell(cell, row + 1, column + 1, sheet, packer);
    });
  });
}

function packCell(
  cell: CellObject,
  row: number,
  column: number,
  sheet: SheetPacker,
  packer: WorkbookPacker,
): void {
  if (cell.t === 'z') {
    if (cell.f !== undefined) sheet.add(row, column, 0, MARK.uncomputed);
  } else if (cell.t === 'e') {
    const { index } = packer.keepText(cell.w || '#ERROR!');
    sheet.add(row, column, index, MARK.error);
  } else if (cell.t === 'n' && typeof cell.v === 'number') {
    packNumber(cell.v, cell, row, column, sheet, packer);
  } else {
    const typed = typeof cell.v === 'string' ? cell.v : (cell.w ?? String(cell.v ?? ''));
    const { index, marks } = packer.keepText(typed);
    if (index !== 0) sheet.add(row, column, index, marks);
  }
}

/** A number is never blank: what its format cannot show, a day beyond the calendar, shows as it is. */
function packNumber(
  value: number,
  { z, w }: CellObject,
  row: number,
  column: number,
  sheet: SheetPacker,
  packer: WorkbookPacker,
): void {
  if (!Number.isFinite(value)) {
    sheet.add(row, column, packer.keepShort(String(value)), 0);
    return;
  }
  const format = numberFormat(String(z ?? 'General'));
  const { index } = packer.keepText(format.show(value) ?? w ?? '');
  const text = index === 0 ? packer.keepShort(general(value)) : index;
  const marks = format.isDate ? MARK.date : MARK.number | (format.isPercent ? MARK.percent : 0);
  sheet.add(row, column, text, marks, value);
}

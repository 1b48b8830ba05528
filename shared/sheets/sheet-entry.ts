import type { SheetModel } from './workbook-model.ts';

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;

/** The sheet that an entry of a workbook's package holds; undefined for every other entry. */
export function sheetOfEntry(entry: string, sheets: readonly SheetModel[]): SheetModel | undefined {
  const number = SHEET.exec(entry)?.[1];
  return number === undefined ? undefined : sheets[Number(number) - 1];
}

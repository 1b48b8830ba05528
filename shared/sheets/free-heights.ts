import { strFromU8, strToU8 } from 'fflate/browser';
import { sheetOfEntry } from './sheet-entry.ts';
import type { SheetModel } from './workbook-model.ts';

/*
 * exceljs writes every height as one set by hand, which programs keep whatever is typed. Rows that
 * fit themselves keep the height they start with, but not that mark.
 */

const SET_BY_HAND = /(<row r="(\d+)"[^>]*?) customHeight="1"/g;

/** The package's entry with the heights of its fitting rows freed; every other entry as it is. */
export function freeHeights(
  entry: string,
  bytes: Uint8Array,
  sheets: readonly SheetModel[],
): Uint8Array {
  const rows = sheetOfEntry(entry, sheets)?.rows;
  if (rows === undefined || !rows.some(({ fits }) => fits === true)) return bytes;
  return strToU8(
    strFromU8(bytes).replace(SET_BY_HAND, (written, start: string, row: string) =>
      rows[Number(row) - 1]?.fits === true ? start : written,
    ),
  );
}

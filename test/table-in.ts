import type { Sheet } from '../shared/cells/cell.ts';
import { findTable } from '../shared/rows/find-table.ts';
import type { Table } from '../shared/rows/row.ts';
import { FORMS } from '../templates/forms.ts';
import { FULL_ROW, sheetOf, typeInto } from './make-sheet.ts';

/** The table that the product finds in a workbook of these sheets; throws when it finds none. */
export function tableIn(...sheets: readonly Sheet[]): Table {
  const result = findTable(sheets, FORMS);
  if (!result.found) throw new Error(`no table: ${JSON.stringify(result.noTable)}`);
  return result.table;
}

/** The sheet of one project with single cells typed over: [row, column, text]. */
export function typedOver(...cells: readonly (readonly [number, number, string])[]): Sheet {
  const sheet = sheetOf([FULL_ROW]);
  for (const [row, column, text] of cells) typeInto(sheet, row, column, text);
  return sheet;
}

/** Field → text of every project of a sheet. */
export const textsIn = (sheet: Sheet) =>
  tableIn(sheet).rows.map(({ entries }) =>
    Object.fromEntries(Object.entries(entries).map(([field, { text }]) => [field, text])),
  );

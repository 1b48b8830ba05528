import { addressOf, columnLetter } from '../cells/cell.ts';
import type { CellRange } from './workbook-model.ts';

/** As formulas write it: `D7:D36`. Always two corners: exceljs treats a lone cell as another thing. */
export const rangeText = ({ top, left, bottom, right }: CellRange): string =>
  `${addressOf('', top, left).cell}:${addressOf('', bottom, right).cell}`;

/** Cells of a sheet, fixed, as charts name them: `'总览'!$A$5:$A$9`. */
export function fixedRangeText(sheet: string, { top, left, bottom, right }: CellRange): string {
  const first = `$${columnLetter(left)}$${top}`;
  const last = `$${columnLetter(right)}$${bottom}`;
  return `'${sheet.replaceAll("'", "''")}'!${first === last ? first : `${first}:${last}`}`;
}

import type { CellAddress } from '../cells/cell.ts';
import type { Row, Table } from '../rows/row.ts';
import { type FindingAddress, WHOLE_FILE } from './finding.ts';

const textOrNull = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;

/** The address of a row's cell with the project it belongs to. The form must have the field. */
export function inRow(row: Row, field: string): FindingAddress {
  return {
    ...addressFields(row.entries[field]?.at),
    field,
    serial: textOrNull(row.entries['serial']?.text),
    project: textOrNull(row.entries['projectName']?.text),
  };
}

/**
 * The address of a row's cell in a column of the unit's own, which belongs to a field of the form. The
 * form must have a project name.
 */
export const inOwnColumn = (row: Row, field: string, column: string): FindingAddress => ({
  ...inRow(row, 'projectName'),
  ...{ cell: `${column}${row.number}`, row: row.number, column, field },
});

/** A cell outside the rows, such as the title; the whole sheet when it has no cell. */
export const inTable = (table: Table, at: CellAddress | undefined): FindingAddress =>
  at === undefined
    ? { ...WHOLE_FILE, sheet: table.sheet }
    : { ...WHOLE_FILE, ...addressFields(at) };

const addressFields = (at: CellAddress | undefined) => ({
  sheet: at?.sheet ?? null,
  cell: at?.cell ?? null,
  row: at?.row ?? null,
  column: at?.column ?? null,
});

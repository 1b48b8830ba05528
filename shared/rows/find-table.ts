import { type FormDefinition, leaves } from '../../templates/form.ts';
import type { Sheet } from '../cells/cell.ts';
import { findHeader, type Header } from './find-header.ts';
import { mapRows } from './map-rows.ts';
import type { NoTable, Table, TableResult } from './row.ts';
import { readSurroundings } from './surroundings.ts';

/**
 * The table of a known form in a workbook: the first visible sheet that holds a form's whole header.
 * If none does, what came nearest, so that the unit can be told what is missing.
 */
export function findTable(sheets: readonly Sheet[], forms: readonly FormDefinition[]): TableResult {
  const headers = sheets
    .filter((sheet) => !sheet.hidden)
    .flatMap((sheet) => forms.flatMap((form) => findHeader(sheet, form) ?? []));
  const complete = headers.find((header) => header.missing.length === 0);
  return complete === undefined
    ? { found: false, noTable: nearestOf(headers) }
    : { found: true, table: tableUnder(complete) };
}

function tableUnder(header: Header): Table {
  const { sheet, form } = header;
  return {
    form,
    sheet: sheet.name,
    ...readSurroundings(sheet, header.firstRow),
    rows: mapRows(header),
  };
}

function nearestOf(headers: readonly Header[]): NoTable {
  const [nearest] = [...headers].sort((a, b) => a.missing.length - b.missing.length);
  if (nearest === undefined) return { nearest: null };
  const expected = leaves(nearest.form.columns).filter(({ type }) => type !== 'extension').length;
  return {
    nearest: {
      form: nearest.form.id,
      sheet: nearest.sheet.name,
      matched: expected - nearest.missing.length,
      of: expected,
      missing: nearest.missing,
    },
  };
}

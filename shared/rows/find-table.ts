import { type FormDefinition, leaves } from '../../templates/form.ts';
import { addressOf, type Sheet } from '../cells/cell.ts';
import { findHeader, type Header } from './find-header.ts';
import { mapRows } from './map-rows.ts';
import { readExplanations } from './read-explanations.ts';
import type { Labelled, NoTable, Table, TableResult } from './row.ts';
import { readSurroundings } from './surroundings.ts';

/**
 * The table of a known form in a workbook: the first visible sheet that holds a form's whole header
 * with projects below. Others like it are named. If none does, what came nearest, so that the unit
 * can be told what is missing.
 */
export function findTable(sheets: readonly Sheet[], forms: readonly FormDefinition[]): TableResult {
  const visible = headersIn(
    sheets.filter(({ hidden }) => !hidden),
    forms,
  );
  const tables = visible.filter(isComplete).map(tableUnder);
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const table = filled[0] ?? tables[0];
  if (table === undefined) {
    const hidden = headersIn(
      sheets.filter((sheet) => sheet.hidden),
      forms,
    ).find(isComplete);
    return { found: false, noTable: nearestOf(visible, hidden?.sheet.name ?? null) };
  }
  const otherSheets = filled.filter((other) => other !== table).map(({ sheet }) => sheet);
  const explanations = readExplanations(sheets, table.form);
  return { found: true, table: { ...table, otherSheets, explanations } };
}

/** For each sheet the form whose header matches it best. */
function headersIn(sheets: readonly Sheet[], forms: readonly FormDefinition[]): readonly Header[] {
  return sheets.flatMap((sheet) => {
    const headers = forms.flatMap((form) => findHeader(sheet, form) ?? []);
    const best = headers.sort((a, b) => a.missing.length - b.missing.length)[0];
    return best === undefined ? [] : [best];
  });
}

const isComplete = ({ missing }: Header): boolean => missing.length === 0;

const tableUnder = (header: Header): Table => ({
  form: header.form,
  sheet: header.sheet.name,
  ...readSurroundings(header.sheet, header.firstRow),
  ...mapRows(header),
  unknownColumns: unknownColumnsOf(header),
  otherSheets: [],
  hiddenSheets: [],
  hiddenRows: [],
  contacts: [],
  normalised: [],
  identity: null,
  explanations: [],
});

/** Columns the form does not have, if anything stands below their title. */
function unknownColumnsOf({ sheet, unknown, firstRow, lastRow }: Header): readonly Labelled[] {
  return unknown
    .filter(({ column }) =>
      [...sheet.rows].some(([row, cells]) => row > lastRow && cells.has(column)),
    )
    .map(({ title, column }) => ({ text: title, at: addressOf(sheet.name, firstRow, column) }));
}

function nearestOf(headers: readonly Header[], hiddenSheet: string | null): NoTable {
  const [nearest] = [...headers].sort((a, b) => a.missing.length - b.missing.length);
  if (nearest === undefined) return { nearest: null, hiddenSheet };
  const expected = leaves(nearest.form.columns).filter(({ type }) => type !== 'extension').length;
  return {
    nearest: {
      form: nearest.form.id,
      sheet: nearest.sheet.name,
      matched: expected - nearest.missing.length,
      of: expected,
      missing: nearest.missing,
    },
    hiddenSheet,
  };
}

import type { FormDefinition } from '../../templates/form.ts';
import { addressOf, columnLetter, type Sheet } from '../cells/cell.ts';
import { type AmountUnit, isAmountUnit } from '../money.ts';
import { contactsIn, MOST_CONTACTS, namesContact } from './contacts.ts';
import { countNormalisations } from './count-normalisations.ts';
import type { HeaderColumn } from './header-grid.ts';
import { type MappedRows, mapRows } from './map-rows.ts';
import { nearTitles, typedTitle } from './near-titles.ts';
import { headerStart, noTableBut } from './no-table.ts';
import { isProjectCode } from './project-code.ts';
import { readExplanations } from './read-explanations.ts';
import { isIdentitySheet, readIdentity } from './read-identity.ts';
import type { Contact, OtherTable, Table, TableResult } from './row.ts';
import { type TablePlace, tablesIn } from './tables-in-sheets.ts';

/**
 * The table of a known form in a workbook: the first on a visible sheet that has projects below its
 * header. Others like it are named. If there is none, what came nearest, so that the unit can be told
 * what is missing.
 */
export function findTable(sheets: readonly Sheet[], forms: readonly FormDefinition[]): TableResult {
  const visible = sheets.filter(({ hidden }) => !hidden);
  const hidden = sheets.filter((sheet) => sheet.hidden);
  const { tables, nearest } = tablesIn(visible, forms);
  const read = tables.map((place) => ({
    place,
    mapped: mapRows(place.header, amountUnitOf(place), place.lastRow, place.repeated),
  }));
  const filled = read.filter(({ mapped }) => mapped.rows.length > 0);
  const first = filled[0] ?? read[0];
  if (first === undefined) {
    const hiddenSheet = tablesIn(hidden, forms).tables[0]?.header.sheet.name ?? null;
    return { found: false, noTable: noTableBut(nearest, hiddenSheet) };
  }
  const table: Table = {
    ...tableOf(first),
    otherTables: filled.filter((other) => other !== first).map(otherTable),
    hiddenSheets: hidden.filter(holdsSomething).map(({ name }) => name),
    identity: readIdentity(sheets),
    explanations: readExplanations(sheets, first.place.header.form),
  };
  return { found: true, table };
}

/** The unit that the table says its amounts are in; 万元, as the forms are, when it says none. */
function amountUnitOf({ surroundings }: TablePlace): AmountUnit {
  const stated = surroundings.amountUnit?.text ?? '';
  return isAmountUnit(stated) ? stated : '万元';
}

interface ReadTable {
  readonly place: TablePlace;
  readonly mapped: MappedRows;
}

const holdsSomething = (sheet: Sheet): boolean => sheet.rows.size > 0 && !isIdentitySheet(sheet);

const otherTable = ({ place: { header, surroundings }, mapped }: ReadTable): OtherTable => ({
  at: headerStart(header),
  rows: mapped.rows.length,
  form: header.form,
  titleYear: surroundings.titleYear,
});

/** What a table says of itself; the rest is told by the workbook around it. */
type OwnTable = Omit<Table, 'otherTables' | 'hiddenSheets' | 'identity' | 'explanations'>;

function tableOf({ place, mapped }: ReadTable): OwnTable {
  const { header, surroundings } = place;
  const { sheet, form } = header;
  const isFilled = ({ column }: HeaderColumn): boolean => isFilledBelow(place, column);
  const unknown = header.unknown.filter((column) => !isProjectCode(column) && isFilled(column));
  const misnamed = nearTitles(header.missing, unknown);
  return {
    form,
    sheet: sheet.name,
    ...surroundings,
    ...mapped,
    addedIndicators: header.extras.map(({ field, title, target, actual }) => ({
      ...{ field, title, target: columnLetter(target) },
      actual: actual === null ? null : columnLetter(actual),
    })),
    unknownColumns: [...unknown, ...untitledColumns(place, mapped)]
      .filter(({ column }) => !misnamed.some((near) => near.column === column))
      .map((column) => ({ text: typedTitle(column), at: column.at }))
      .filter(({ text }) => !namesContact(text)),
    missingColumns: header.missing
      .map(({ leaf }) => leaf.field)
      .filter((field) => !misnamed.some((near) => near.field === field)),
    misnamedColumns: misnamed.map(({ text, at, field }) => ({ text, at, field })),
    repeatedColumns: header.repeated
      .filter(({ at }) => isFilled(at))
      .map(({ field, at }) => ({ text: typedTitle(at), at: at.at, field })),
    hiddenRows: mapped.rows
      .map(({ number }) => number)
      .filter((number) => sheet.hiddenRows.has(number)),
    contacts: contactsOf(place, mapped),
    normalised: countNormalisations(mapped.rows),
  };
}

/** Columns beside the table, without any title, in which something stands in a project's row. */
function untitledColumns({ header }: TablePlace, { rows }: MappedRows): readonly HeaderColumn[] {
  const { sheet, columns, extras, unknown, repeated, firstRow } = header;
  const titled = new Set([
    ...columns.values(),
    ...extras.flatMap(({ target, actual }) => [target, actual]),
    ...[...unknown, ...repeated.map(({ at }) => at)].map(({ column }) => column),
  ]);
  const found = new Set<number>();
  for (const { number } of rows) {
    for (const column of sheet.rows.get(number)?.keys() ?? []) {
      if (!titled.has(column)) found.add(column);
    }
  }
  return [...found]
    .sort((a, b) => a - b)
    .map((column) => ({ column, levels: [], at: addressOf(sheet.name, firstRow, column) }));
}

function isFilledBelow({ header, lastRow }: TablePlace, column: number): boolean {
  for (const [row, cells] of header.sheet.rows) {
    if (row > header.lastRow && row <= lastRow && cells.has(column)) return true;
  }
  return false;
}

/** Who is named above the table and in the lines below it that are no projects. */
function contactsOf(place: TablePlace, { rows, leftOut }: MappedRows): readonly Contact[] {
  const { header, surroundings, lastRow } = place;
  const figures = new Set([
    ...rows.map(({ number }) => number),
    ...leftOut.filter(({ kind }) => kind !== 'note').map(({ row }) => row.number),
  ]);
  const found = [...surroundings.contacts];
  for (const [number, cells] of header.sheet.rows) {
    const isBelow = number > header.lastRow && number <= lastRow;
    if (isBelow && !figures.has(number)) found.push(...contactsIn(cells).contacts);
  }
  const known = new Set<string>();
  return found
    .filter(({ role, text }) => {
      const name = `${role}:${text}`;
      const isNew = !known.has(name);
      known.add(name);
      return isNew;
    })
    .slice(0, MOST_CONTACTS);
}

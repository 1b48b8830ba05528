import { type FormDefinition, fieldTitle, formTitle, leaves } from '../../templates/form.ts';
import { beginsLikeFormula } from '../formula-text.ts';
import { printedValue, type RecordSet } from './record.ts';
import { hasTailDifference, TAIL_DIFFERENCE_NOTE } from './tail-difference.ts';

/**
 * A record set exactly as it is printed, and nothing that is not: no code, no contact, no source file.
 * What the pages show and what the report carries as data are both made from this.
 */
export interface PrintedTable {
  readonly title: string;
  /** Id of the form. */
  readonly form: string;
  readonly period: string;
  /** Name of the submitter. */
  readonly submitter: string;
  /** Attachment mark above the title, null for none. */
  readonly attachment: string | null;
  /** What the amounts are stated in, as the form says it: 单位：万元. */
  readonly unit: string;
  /** What stands below the table, null for nothing. */
  readonly remark: string | null;
  readonly columns: readonly PrintedColumn[];
  /** Record by record, column by column: the text of a cell, empty where it is blank. */
  readonly rows: readonly (readonly string[])[];
}

/** A column of the table, with the titles above it: 产出目标·数量指标·完成情况. */
export interface PrintedColumn {
  readonly field: string;
  readonly title: string;
}

/** The table that the report of a record set shows. */
export function printedTable(recordSet: RecordSet, form: FormDefinition): PrintedTable {
  const columns = leaves(form.columns);
  return {
    title: formTitle(form, recordSet.period, recordSet.submitter.name, recordSet.title),
    form: form.id,
    period: recordSet.period,
    submitter: recordSet.submitter.name,
    attachment: recordSet.attachment,
    unit: form.notes.unit,
    remark: hasTailDifference(recordSet.records, form) ? TAIL_DIFFERENCE_NOTE : null,
    columns: columns.map(({ field }) => ({ field, title: fieldTitle(form, field).zh })),
    rows: recordSet.records.map((record) => columns.map((leaf) => printedValue(record, leaf))),
  };
}

/** The table as JSON, each row an object of field → text on a line of its own. */
export function printedJson({ rows, ...about }: PrintedTable): string {
  // Put together field by field: an object of every row would take several times as long.
  const fields = about.columns.map(({ field }) => `${JSON.stringify(field)}:`);
  const records = rows.map((row) => {
    const entries = fields.map((field, column) => field + JSON.stringify(row[column] ?? ''));
    return `{${entries.join(',')}}`;
  });
  const head = JSON.stringify(about).slice(0, -1);
  return `${head},"records":[\n${records.join(',\n')}\n]}\n`;
}

/** Begins a CSV file: tells spreadsheet programs that it is UTF-8. */
export const UTF8_MARK = '\ufeff';

/** The table as CSV (RFC 4180), its first line the column titles. */
export function printedCsv({ columns, rows }: PrintedTable): string {
  const lines = [columns.map(({ title }) => title), ...rows];
  return UTF8_MARK + lines.map(printedCsvLine).join('');
}

/** A line of CSV, its end included. */
export const printedCsvLine = (cells: readonly string[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

/** -12.50, +3%: begins like a formula and is none. */
const FIGURE = /^[+-]?(?:\d[\d,]*)?(?:\.\d+)?%?$/;

/** A text that could run as a formula gets an apostrophe before it: it is then shown, not run. */
function csvCell(text: string): string {
  const guarded = beginsLikeFormula(text) && !FIGURE.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

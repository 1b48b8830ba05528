import { read, utils, type WorkSheet } from '@e965/xlsx';
import type { SummaryInput, SummarySource } from '../shared/sheets/summary-input.ts';
import type { SHEETS } from '../shared/sheets/summary-names.ts';
import { type SubmissionRecords, summaryOfRecords } from '../shared/sheets/summary-of-records.ts';
import type { Sample } from './sample-records.ts';
import { summaryBytes } from './summary-bytes.ts';

/** A sheet of the summary by its name. */
export type SummarySheets = Readonly<Record<(typeof SHEETS)[keyof typeof SHEETS], WorkSheet>>;

/** A sample as it was uploaded. */
export const submissionOf = (
  { form, recordSet }: Sample,
  more: Partial<SubmissionRecords> = {},
): SubmissionRecords => ({
  form,
  recordSet,
  revision: 1,
  receivedAt: '2022-05-06T09:08:07.000Z',
  fileName: '自评表.xlsx',
  ...more,
});

/** The sheets of a summary as they are read back. */
export const sheetsOfSummary = async (source: SummarySource): Promise<SummarySheets> =>
  read(await summaryBytes(source)).Sheets as SummarySheets;

/** The summary of submissions, with what heads say besides their records. */
export function summaryOf(
  id: string,
  submissions: readonly SubmissionRecords[],
  more: Partial<SummaryInput> = {},
): Promise<SummarySheets> {
  const { input, details } = summaryOfRecords({ id, budgetBasis: '未注明' }, submissions);
  return sheetsOfSummary({ input: { ...input, ...more }, details });
}

/** The values of a sheet row by row, cached ones for formulas, null for blank cells. */
export const rowsOf = (sheet: WorkSheet): readonly (readonly unknown[])[] =>
  utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null, blankrows: true });

/** The values of a row, counted from 1. */
export const rowOf = (sheet: WorkSheet, row: number): readonly unknown[] =>
  rowsOf(sheet)[row - 1] ?? [];

/** The values of a row without its blank cells: what stands on a grid of merged cells. */
export const filled = (row: readonly unknown[]): readonly unknown[] =>
  row.filter((value) => value !== null);

/** The row whose cell in `column` (from 0) has `text` as its first line. */
export function findRow(sheet: WorkSheet, column: number, text: string): readonly unknown[] {
  const found = rowsOf(sheet).find((row) => String(row[column]).split('\n')[0] === text);
  if (found === undefined) throw new Error(`no row "${text}"`);
  return found;
}

/** The formula of a cell. */
export const formulaAt = (sheet: WorkSheet, cell: string): string | undefined =>
  (sheet[cell] as { readonly f?: string } | undefined)?.f;

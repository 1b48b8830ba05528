import * as z from 'zod';
import { projectTitle } from '../../shared/layout/bookmarks.ts';
import { HEADING_DOTS } from '../../shared/layout/measure-list.ts';
import { type PrintedTable, printedCsv } from '../../shared/records/printed-table.ts';
import { type FoundReport, type ListedProject, NoReportError, readReport } from './read-report.ts';

/** `records.json` of a report; see `printedJson`. */
const carried = z.object({
  title: z.string(),
  form: z.string(),
  period: z.string(),
  submitter: z.string(),
  attachment: z.string().nullable(),
  unit: z.string(),
  remark: z.string().nullable(),
  columns: z.array(z.object({ field: z.string(), title: z.string() })),
  records: z.array(z.record(z.string(), z.string())),
});

/** The records that a report carries, field → text as printed. */
export type CarriedData = z.infer<typeof carried>;

/** What a report carries, and where its pages say something else. */
export interface VerifiedReport {
  readonly data: CarriedData;
  /** The same as a table: what check codes are made from. */
  readonly table: PrintedTable;
  /** None when data and pages agree. */
  readonly differences: readonly string[];
}

/**
 * Reads a report of this program and compares its data with the text that its pages show, cell by
 * cell; null when it carries none, as drafts do not. Throws NoReportError for any other file.
 */
export async function verifyReport(bytes: Uint8Array): Promise<VerifiedReport | null> {
  const report = await readReport(bytes);
  const data = dataOf(report);
  if (data === null) return null;
  const { records, ...about } = data;
  const rows = records.map((record) => data.columns.map(({ field }) => record[field] ?? ''));
  const table = { ...about, rows };
  return { data, table, differences: differences(report, table) };
}

function dataOf({ attachments }: FoundReport): CarriedData | null {
  const text = attachments.get('records.json');
  if (text === undefined) return null;
  try {
    return carried.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) {
      throw new NoReportError('records.json is damaged');
    }
    throw error;
  }
}

/** Where data and pages do not say the same. */
function differences(report: FoundReport, table: PrintedTable): readonly string[] {
  const found: string[] = [];
  for (const text of [table.title, table.unit, table.attachment, table.remark]) {
    if (text !== null && !report.notes.includes(text)) found.push(`“${text}”`);
  }
  if (!report.notes.some((text) => text.includes(table.submitter))) {
    found.push(`“${table.submitter}”`);
  }
  if (report.rows.length !== table.rows.length) {
    found.push(`${table.rows.length} ≠ ${report.rows.length} 行 rows`);
  }
  for (const [index, row] of table.rows.entries()) {
    for (const [column, { title }] of table.columns.entries()) {
      const said = row[column]?.replaceAll('\n', '') ?? '';
      const shown = report.rows[index]?.[column] ?? '';
      if (said !== shown) found.push(`第 ${index + 1} 行“${title}”：“${said}” ≠ “${shown}”`);
    }
  }
  found.push(...report.projects.flatMap((project, index) => mistitled(project, table, index)));
  if (report.attachments.get('records.csv') !== printedCsv(table)) found.push('records.csv');
  return found;
}

/** Where a list has another heading, or another title beside a cell, than its data say. */
function mistitled(
  { heading, titles }: ListedProject,
  { columns, rows }: PrintedTable,
  index: number,
): readonly string[] {
  const texts = columns.map(({ field }, column) => [field, rows[index]?.[column] ?? '']);
  const said = projectTitle(Object.fromEntries(texts));
  const found = isHeadingOf(said, heading) ? [] : [`第 ${index + 1} 行：“${said}” ≠ “${heading}”`];
  for (const [column, { title }] of columns.entries()) {
    const shown = titles[column] ?? '';
    if (shown.replaceAll(' · ', '·') !== title) {
      found.push(`第 ${index + 1} 行“${title}” ≠ “${shown}”`);
    }
  }
  return found;
}

/** A long heading ends with dots: the row of the name holds it whole. */
const isHeadingOf = (title: string, heading: string): boolean =>
  heading === title ||
  (heading.endsWith(HEADING_DOTS) && title.startsWith(heading.slice(0, -HEADING_DOTS.length)));

import { printedCsvLine, UTF8_MARK } from '../records/printed-table.ts';
import type { PublicTable } from './published-tables.ts';
import { submissionPage } from './site-keys.ts';
import type { PublishedTable } from './table-schema.ts';

/** Columns of a period's tables, those of another form behind those of the first. */
export type Columns = PublishedTable['columns'];

/** The columns of all tables, each field once. */
export async function columnsOf(tables: AsyncIterable<PublicTable>): Promise<Columns> {
  const columns = new Map<string, Columns[number]>();
  for await (const { table } of tables) {
    for (const column of table.columns) {
      if (!columns.has(column.field)) columns.set(column.field, column);
    }
  }
  return [...columns.values()];
}

/** Every project of a period as CSV, a piece a table: whose it is, where it stands, then the columns. */
export async function* projectsCsv(
  tables: AsyncIterable<PublicTable>,
  columns: Columns,
): AsyncGenerator<string> {
  const about = ['年度', '报送主体代码', '报送主体', '网页'];
  yield UTF8_MARK + printedCsvLine([...about, ...columns.map(({ title }) => title)]);
  for await (const { publication, table } of tables) {
    const { period, submitter, name } = publication;
    const whose = [period, submitter, name, submissionPage(period, submitter)];
    const lines = table.records.map((record) =>
      printedCsvLine([...whose, ...columns.map(({ field }) => record[field] ?? '')]),
    );
    yield lines.join('');
  }
}

/** The same as JSON, a project a line; its schema is `projectsSchemaText`. */
export async function* projectsJson(
  period: string,
  tables: AsyncIterable<PublicTable>,
  columns: Columns,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ period, columns }).slice(0, -1)},"projects":[`;
  let before = '\n';
  for await (const { publication, table } of tables) {
    const { submitter, name } = publication;
    const page = submissionPage(period, submitter);
    for (const record of table.records) {
      yield before + JSON.stringify({ submitter, name, page, record });
      before = ',\n';
    }
  }
  yield '\n]}\n';
}

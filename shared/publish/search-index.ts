import * as z from 'zod';
import { leaves } from '../../templates/form.ts';
import { knownForm } from '../../templates/forms.ts';
import { NOT_PUBLIC } from '../records/record.ts';
import type { PublicTable } from './published-tables.ts';
import { submissionPage } from './site-keys.ts';
import type { PublishedTable } from './table-schema.ts';

/** What is shown elsewhere in a result, or is no text to look for. */
const NOT_SEARCHED = new Set(['projectName', 'unitName']);

/** A project: place of its table, number in it, name, unit, and [place of the column, text] of every text. */
const searchedProject = z.tuple([
  z.int(),
  z.int(),
  z.string(),
  z.string(),
  z.array(z.tuple([z.int(), z.string()])),
]);

/** search/<period>.json: every text of a period's tables that is public. */
export const searchIndexSchema = z.object({
  period: z.string(),
  columns: z.array(z.string()),
  tables: z.array(z.object({ page: z.string(), submitter: z.string(), name: z.string() })),
  projects: z.array(searchedProject),
});

/** What the search page looks through. */
export type SearchIndex = z.infer<typeof searchIndexSchema>;

/** The search index of a period from its tables as they are public. */
export async function searchIndexOf(
  period: string,
  tables: AsyncIterable<PublicTable> | readonly PublicTable[],
): Promise<SearchIndex> {
  const columns = new Map<string, number>();
  const index: SearchIndex = { period, columns: [], tables: [], projects: [] };
  for await (const { publication, table } of tables) {
    const { submitter, name } = publication;
    const place =
      index.tables.push({ page: submissionPage(period, submitter), submitter, name }) - 1;
    const searched = searchedColumns(table).map(({ field, title }) => {
      const known = columns.get(title) ?? columns.size;
      columns.set(title, known);
      return { field, column: known };
    });
    for (const [row, record] of table.records.entries()) {
      const said = (field: string): string => shown(record[field]);
      const cells = searched.flatMap(({ field, column }): [number, string][] =>
        said(field) === '' ? [] : [[column, said(field)]],
      );
      index.projects.push([place, row + 1, said('projectName'), said('unitName'), cells]);
    }
  }
  index.columns.push(...columns.keys());
  return index;
}

/** What is not to be public is no word to find. */
const shown = (text = ''): string => (text === NOT_PUBLIC ? '' : text);

/** Columns of words: figures are found by opening the table. */
function searchedColumns({ form, columns }: PublishedTable): PublishedTable['columns'] {
  const types = new Map(leaves(knownForm(form).columns).map(({ field, type }) => [field, type]));
  return columns.filter(({ field }) => {
    const type = types.get(field);
    return (type === 'text' || type === 'extension') && !NOT_SEARCHED.has(field);
  });
}

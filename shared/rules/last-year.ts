import { matchProjects } from '../records/match-projects.ts';
import type { ProjectRecord } from '../records/record.ts';
import { toRecords } from '../records/to-records.ts';
import type { Row, Table } from '../rows/row.ts';
import type { TableContext } from './rule.ts';

/** A project with what it was last year. */
export interface ProjectOfTwoYears {
  readonly row: Row;
  readonly before: ProjectRecord;
}

/** The projects that last year's records hold too, in the order of the table; none without records. */
export function projectsOfTwoYears(
  table: Table,
  { lastYear, register }: Pick<TableContext, 'lastYear' | 'register'>,
): readonly ProjectOfTwoYears[] {
  if (lastYear === null) return [];
  const { pairs } = matchProjects(lastYear.records, toRecords(table, register), 'a year apart');
  const rows = new Map(table.rows.map((row) => [row.number, row]));
  return pairs.flatMap(([before, { source }]) => {
    const row = rows.get(source.row);
    return row === undefined ? [] : [{ row, before }];
  });
}

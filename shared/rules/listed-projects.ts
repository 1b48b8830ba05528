import type { Text } from '../locale.ts';
import { formatPlain } from '../money.ts';
import {
  type ListedField,
  type ListedProject,
  type MatchedList,
  matchList,
} from '../records/project-list.ts';
import type { ProjectRecord } from '../records/record.ts';
import { toRecords } from '../records/to-records.ts';
import type { Row, Table } from '../rows/row.ts';
import { inRow } from './address.ts';
import type { Hit, TableContext } from './rule.ts';

/** Project names written out in a message; the rest is counted. */
const NAMED_PROJECTS = 5;

/** The projects of a table held against the period's list; null where there is none. */
export function matchedWithList(table: Table, context: TableContext): MatchedList | null {
  const { projectList = null, register, submitterCode } = context;
  if (projectList === null) return null;
  const known = KNOWN.get(table);
  if (known?.list === projectList && known.register === register) return known.matched;
  const matched = matchList(projectList, toRecords(table, register), submitterCode);
  KNOWN.set(table, { list: projectList, register, matched });
  return matched;
}

/** Several rules ask the same of each table. */
const KNOWN = new WeakMap<
  Table,
  {
    readonly list: TableContext['projectList'];
    readonly register: TableContext['register'];
    readonly matched: MatchedList;
  }
>();

/** The first names, and that there are more. */
export const namesOf = (names: readonly string[]): string => {
  const named = names.slice(0, NAMED_PROJECTS).join('、');
  return names.length > NAMED_PROJECTS ? `${named} 等` : named;
};

/** What an amount that differs from the list is told with. */
export interface ListedParams extends Readonly<Record<string, string | number>> {
  readonly stated: string;
  readonly listed: string;
}

/** The rows whose amount in a column is not that of the list, as far as both state one. */
export function* differingAmounts(
  table: Table,
  context: TableContext,
  fields: readonly ListedField[],
): Generator<Hit<ListedParams>> {
  const rows = new Map(table.rows.map((row) => [row.number, row]));
  for (const [listed, record] of matchedWithList(table, context)?.pairs ?? []) {
    const row = rows.get(record.source.row);
    if (row === undefined) continue;
    for (const field of fields) {
      const hit = differingAmount(row, listed, field);
      if (hit !== null) yield hit;
    }
  }
}

function differingAmount(
  row: Row,
  { amounts }: ListedProject,
  field: ListedField,
): Hit<ListedParams> | null {
  const figure = row.entries[field]?.figure;
  const listed = amounts[field];
  if (figure?.kind !== 'amount' || listed === undefined) return null;
  const { fen, halfUnit } = figure.amount;
  // As near as the cell's own precision can say.
  if (Math.abs(fen - listed) <= halfUnit) return null;
  return {
    at: inRow(row, field),
    params: { stated: formatPlain(fen), listed: formatPlain(listed) },
  };
}

/** What sets such findings apart: the column. */
export const byField = (_: unknown, at: { readonly field: string | null }): string =>
  at.field ?? '';

/** How an amount that differs is told. */
export const differs = (what: Text) => ({
  zh: ({ stated, listed }: ListedParams): string =>
    `${what.zh}填 ${stated} 万元，项目清单是 ${listed} 万元。请核对；清单有误的，请在“单位说明”里写明并联系财政部门。`,
  en: ({ stated, listed }: ListedParams): string =>
    `${what.en} is ${stated} 万元, the list has ${listed} 万元. Check it; if the list is wrong, explain and tell finance.`,
});

/** The row of a project that the list does not have. */
export const rowOf = (table: Table, { source }: ProjectRecord): Row | undefined =>
  table.rows.find(({ number }) => number === source.row);

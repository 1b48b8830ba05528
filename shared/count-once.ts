import type { FormDefinition } from '../templates/form.ts';
import { inOrder, rowPace } from './in-order.ts';
import type { Fen } from './money.ts';
import {
  doubleRows,
  type FiledTable,
  type PlacedRow,
  type TableRows,
  tablesInCommon,
} from './records/double-rows.ts';
import type { ProjectRecord } from './records/record.ts';
import { totalsOf, type UnitTotals } from './records/totals.ts';
import { figuresOf, type SubmissionFigures, unitTotalsOf } from './submission-figures.ts';

/*
 * A row that is reported twice is counted once: it is set aside from one of the two tables, whose figures
 * are then those of its other rows. Whatever is added up afterwards is right by itself.
 */

/** A table whose rows can be asked for. */
export interface CountableTable extends FiledTable {
  readonly form: FormDefinition;
  /** Number of its rows, as filed. */
  readonly rows: number;
}

/** What of a table counts. */
export interface CountedPart {
  /** Numbers of the records that count in another table. */
  readonly setAside: ReadonlySet<number>;
  /** Sums of the others. */
  readonly units: readonly UnitTotals[];
  readonly figures: SubmissionFigures;
}

/** A row of a table that is reported twice. */
export interface DoublePlace {
  /** Code of who sent the table. */
  readonly submitter: string;
  /** Number of the record in its table. */
  readonly number: number;
  readonly at: { readonly sheet: string; readonly row: number };
  readonly budget: Fen;
  readonly actual: Fen;
}

/** A project that stands in two tables, and in which of them it counts. */
export interface DoubleReport {
  /** Its implementing unit; the name as typed where it counts. */
  readonly unit: { readonly code: string; readonly name: string };
  readonly project: string;
  /** 项目编码; left out where neither table has it. */
  readonly projectCode?: string;
  readonly counted: DoublePlace;
  readonly setAside: DoublePlace;
}

/** Tables of which every project counts once. */
export interface CountedOnce<Table extends FiledTable> {
  /** Of those tables alone that rows are set aside from. */
  readonly parts: ReadonlyMap<Table, CountedPart>;
  /** Unit by unit. */
  readonly doubles: readonly DoubleReport[];
}

/** Counts tables once. Rows are asked for only of those that hold rows of the same unit as another. */
export async function countOnce<Table extends CountableTable>(
  tables: readonly Table[],
  recordsOf: (table: Table) => Promise<readonly ProjectRecord[]>,
): Promise<CountedOnce<Table>> {
  const groups = tablesInCommon(tables);
  const loaded = inOrder(
    groups.flat(),
    rowPace(({ rows }) => rows),
    async (table): Promise<TableRows<Table>> => ({ table, records: await recordsOf(table) }),
  );
  const found: CountedOnce<Table>[] = [];
  let waiting: TableRows<Table>[] = [];
  for await (const each of loaded) {
    waiting.push(each);
    if (waiting.length < (groups[found.length]?.length ?? 0)) continue;
    found.push(countGroupOnce(waiting));
    waiting = [];
  }
  return joined(found);
}

/** As `countOnce`, of tables whose rows are at hand. */
export function countRowsOnce<Table extends CountableTable>(
  all: readonly TableRows<Table>[],
): CountedOnce<Table> {
  const recordsOf = new Map(all.map(({ table, records }) => [table, records]));
  const groups = tablesInCommon(all.map(({ table }) => table));
  return joined(
    groups.map((group) =>
      countGroupOnce(group.map((table) => ({ table, records: recordsOf.get(table) ?? [] }))),
    ),
  );
}

const joined = <Table extends FiledTable>(
  all: readonly CountedOnce<Table>[],
): CountedOnce<Table> => ({
  parts: new Map(all.flatMap(({ parts }) => [...parts])),
  doubles: all.flatMap(({ doubles }) => doubles),
});

function countGroupOnce<Table extends CountableTable>(
  group: readonly TableRows<Table>[],
): CountedOnce<Table> {
  const doubles = doubleRows(group);
  const setAside = Map.groupBy(doubles, (double) => double.setAside.table);
  const parts = group.flatMap(({ table, records }) => {
    const rows = setAside.get(table);
    if (rows === undefined) return [];
    const numbers = new Set(rows.map((row) => row.setAside.record.number));
    return [[table, partOf(table, records, numbers)] as const];
  });
  return {
    parts: new Map(parts),
    doubles: doubles.map(({ counted, setAside: other }) => ({
      ...saidOf(counted.record, other.record),
      counted: placeOf(counted),
      setAside: placeOf(other),
    })),
  };
}

function partOf(
  { form }: CountableTable,
  records: readonly ProjectRecord[],
  setAside: ReadonlySet<number>,
): CountedPart {
  const left = records.filter(({ number }) => !setAside.has(number));
  return { setAside, units: unitTotalsOf(left), figures: figuresOf(left, form) };
}

function saidOf(
  { implementingUnit, texts, projectCode }: ProjectRecord,
  other: ProjectRecord,
): Pick<DoubleReport, 'unit' | 'project' | 'projectCode'> {
  const code = projectCode ?? other.projectCode;
  return {
    unit: { code: implementingUnit ?? '', name: texts['unitName'] ?? '' },
    project: texts['projectName'] ?? '',
    ...(code === undefined ? {} : { projectCode: code }),
  };
}

function placeOf<Table extends FiledTable>({ table, record }: PlacedRow<Table>): DoublePlace {
  const { budget, actual } = totalsOf([record]);
  const { sheet, row } = record.source;
  return {
    submitter: table.submitter ?? '',
    number: record.number,
    at: { sheet, row },
    budget: budget.total,
    actual: actual.total,
  };
}

import { matchProjects } from './match-projects.ts';
import type { ProjectRecord } from './record.ts';

/*
 * Rows that stand in two tables of a period (重复填报): a unit sends them itself, and its department lists
 * them in its own file.
 */

/** A table that stands, as far as it may tell of the same rows as another. */
export interface FiledTable {
  /** Code of who sent it; null where nobody knows it, and then it has nothing in common with others. */
  readonly submitter: string | null;
  /** Codes of the implementing units that it holds rows of. */
  readonly unitCodes: readonly string[];
  readonly isApproved: boolean;
}

/** Codes of the implementing units of records. */
export const unitCodesIn = (records: readonly ProjectRecord[]): readonly string[] => [
  ...new Set(records.flatMap(({ implementingUnit }) => implementingUnit ?? [])),
];

/** A table with its rows. */
export interface TableRows<Table extends FiledTable> {
  readonly table: Table;
  readonly records: readonly ProjectRecord[];
}

/** A row and the table that it stands in. */
export interface PlacedRow<Table extends FiledTable> {
  readonly table: Table;
  readonly record: ProjectRecord;
}

/** One project in two tables. It counts in the first. */
export interface DoubleRow<Table extends FiledTable> {
  readonly counted: PlacedRow<Table>;
  readonly setAside: PlacedRow<Table>;
}

/**
 * The tables that may tell of the same rows, since they hold rows of the same unit: in groups that have
 * nothing in common with each other, in the order given. None where no unit stands in two tables.
 */
export function tablesInCommon<Table extends FiledTable>(
  tables: readonly Table[],
): readonly (readonly Table[])[] {
  const groups = new Map<Table, Set<Table>>();
  for (const holders of holdersOf(tables).values()) {
    if (new Set(holders.map(({ submitter }) => submitter)).size < 2) continue;
    const known = [...new Set(holders.flatMap((table) => groups.get(table) ?? []))];
    const [group = new Set(), ...others] = known.sort((one, other) => other.size - one.size);
    for (const table of [...holders, ...others.flatMap((other) => [...other])]) {
      group.add(table);
      groups.set(table, group);
    }
  }
  const places = new Map(tables.map((table, index) => [table, index]));
  const placeOf = (table: Table): number => places.get(table) ?? 0;
  return [...new Set(tables.flatMap((table) => groups.get(table) ?? []))].map((group) =>
    [...group].sort((one, other) => placeOf(one) - placeOf(other)),
  );
}

function holdersOf<Table extends FiledTable>(
  tables: readonly Table[],
): ReadonlyMap<string, readonly Table[]> {
  const holders = new Map<string, Table[]>();
  for (const table of tables) {
    if (table.submitter === null) continue;
    for (const unit of new Set(table.unitCodes)) {
      const known = holders.get(unit);
      if (known === undefined) holders.set(unit, [table]);
      else known.push(table);
    }
  }
  return holders;
}

/**
 * The rows of a group that stand in more than one of its tables, unit by unit. Within a unit projects are
 * the same by 项目编码 where both tables have it, else by name. A project counts in one table: in one that
 * finance approved before any other, else in that of the unit itself (谁填报谁负责), else in that of whoever
 * is nearest to it.
 */
export function doubleRows<Table extends FiledTable>(
  group: readonly TableRows<Table>[],
): readonly DoubleRow<Table>[] {
  const units = new Set(group.flatMap(({ table }) => table.unitCodes));
  return [...units].sort().flatMap((unit) => doublesOf(unit, group));
}

function doublesOf<Table extends FiledTable>(
  unit: string,
  group: readonly TableRows<Table>[],
): readonly DoubleRow<Table>[] {
  const holders = group.filter(({ table }) => table.unitCodes.includes(unit));
  if (holders.length < 2) return [];
  const doubles: DoubleRow<Table>[] = [];
  const counted = new Map<ProjectRecord, PlacedRow<Table>>();
  for (const { table, records } of inPrecedence(holders)) {
    const own = records.filter(({ implementingUnit }) => implementingUnit === unit);
    const { pairs } = matchProjects([...counted.keys()], own);
    const found = pairs.filter(([one, other]) => isSameProject(one, other));
    for (const [one, record] of found) {
      const first = counted.get(one);
      if (first !== undefined) doubles.push({ counted: first, setAside: { table, record } });
    }
    const twice = new Set(found.map(([, record]) => record));
    for (const record of own) if (!twice.has(record)) counted.set(record, { table, record });
  }
  return doubles;
}

/** Two codes that differ say that these are two projects, of whatever name. */
const isSameProject = (one: ProjectRecord, other: ProjectRecord): boolean =>
  one.projectCode === undefined ||
  other.projectCode === undefined ||
  one.projectCode === other.projectCode;

/**
 * Approved tables first. Then whoever is named by most of the others, since a table names units at or below
 * its submitter: that of the unit itself is named by all of them.
 */
function inPrecedence<Table extends FiledTable>(
  holders: readonly TableRows<Table>[],
): readonly TableRows<Table>[] {
  const namedBy = ({ submitter }: FiledTable): number =>
    holders.filter(({ table }) => table.unitCodes.includes(submitter ?? '')).length;
  return [...holders].sort(
    ({ table: one }, { table: other }) =>
      Number(other.isApproved) - Number(one.isApproved) ||
      namedBy(other) - namedBy(one) ||
      ((one.submitter ?? '') < (other.submitter ?? '') ? -1 : 1),
  );
}

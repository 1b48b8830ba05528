import { type YearOfTables, yearOnYear } from '../../shared/summarise/compare-years.ts';
import type { StandingTable } from '../../shared/summarise/standing-table.ts';
import { shareOf, tableSums } from '../../shared/summarise/table-sums.ts';
import type { BoardUnit } from './board-units.ts';
import type { SumLine } from './sums-schemas.ts';

/** The tables of this year, and of the year before where there is one. */
export interface Years {
  readonly now: YearOfTables;
  readonly before: YearOfTables | null;
}

/** A line a department, the largest budget first. */
export function departmentLines(units: readonly BoardUnit[], years: Years): readonly SumLine[] {
  const departments = new Map<string, { unit: SumLine['unit']; units: BoardUnit[] }>();
  for (const unit of units) {
    const { code, name } = unit.department ?? unit;
    const known = departments.get(code) ?? { unit: { code, name }, units: [] };
    departments.set(code, known);
    known.units.push(unit);
  }
  return [...departments.values()]
    .map((department) => sumLine(department.unit, department.units, years))
    .sort(byBudget);
}

/** A line a submitter, with its table and the implementing units in it. */
export const submitterLines = (units: readonly BoardUnit[], years: Years): readonly SumLine[] =>
  units
    .map((unit) => {
      const line = sumLine({ code: unit.code, name: unit.name }, [unit], years);
      const table = years.now.tables.get(unit.code);
      return table === undefined ? line : { ...line, ...tableOf(table) };
    })
    .sort(byBudget);

const byBudget = (one: SumLine, other: SumLine): number =>
  other.share.budget - one.share.budget || (one.unit.code < other.unit.code ? -1 : 1);

function sumLine(
  unit: SumLine['unit'],
  units: readonly BoardUnit[],
  { now, before }: Years,
): SumLine {
  const tables = units.flatMap(({ code }) => now.tables.get(code) ?? []);
  const { totals, low, problems, rectified } = tableSums(tables);
  const found = (severity: keyof SumLine['counts']): number =>
    tables.reduce((sum, { current }) => sum + current.counts[severity], 0);
  return {
    unit,
    owed: units.filter(({ isOwed }) => isOwed).length,
    tables: tables.length,
    approved: tables.filter(({ isApproved }) => isApproved).length,
    share: shareOf(totals),
    low,
    problems,
    rectified,
    counts: { errors: found('errors'), warnings: found('warnings'), hints: found('hints') },
    lastYear: before === null ? null : yearOnYear(tables, now.period, before),
    table: null,
    units: [],
  };
}

const tableOf = ({
  current,
  units,
  isApproved,
}: StandingTable): Pick<SumLine, 'table' | 'units'> => {
  const { uploadId: id, revision, receivedAt } = current;
  return {
    table: { id, revision, receivedAt, isApproved },
    units: units.map(({ code, name, totals }) => ({ code, name, share: shareOf(totals) })),
  };
};

import type { DoublePlace, DoubleReport } from '../../shared/count-once.ts';
import { addFen } from '../../shared/money.ts';
import type { StandingTable } from '../../shared/summarise/standing-table.ts';
import type { BoardUnit } from './board-units.ts';
import type { Sums } from './sums-schemas.ts';

/** Projects in two tables that are listed; the summary's workbook has all. */
const MOST_LISTED = 100;

/** What stands in two tables, of one of which at least these units are. */
export function doublesOf(
  doubles: readonly DoubleReport[],
  tables: readonly StandingTable[],
  units: readonly BoardUnit[],
  seen: readonly BoardUnit[],
): Sums['doubles'] {
  const codes = new Set(units.map(({ code }) => code));
  const shown = doubles.filter((double) => SIDES.some((side) => codes.has(double[side].submitter)));
  const byCode = new Map(tables.map((table) => [table.submitter, table]));
  const names = new Map(seen.map(({ code, name }) => [code, name]));
  const placeOf = ({ submitter, at, budget, actual }: DoublePlace) => ({
    submitter: { code: submitter, name: names.get(submitter) ?? submitter },
    id: byCode.get(submitter)?.current.uploadId ?? '',
    isApproved: byCode.get(submitter)?.isApproved ?? false,
    at: { sheet: at.sheet, row: at.row },
    budget,
    actual,
  });
  return {
    setAside: {
      projects: shown.length,
      budget: addFen(shown.map(({ setAside }) => setAside.budget)),
      actual: addFen(shown.map(({ setAside }) => setAside.actual)),
    },
    list: shown.slice(0, MOST_LISTED).map(({ unit, project, counted, setAside }) => ({
      unit: unit.name,
      project,
      counted: placeOf(counted),
      setAside: placeOf(setAside),
    })),
  };
}

const SIDES = ['counted', 'setAside'] as const;

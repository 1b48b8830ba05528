import { addFen } from '../money.ts';
import type { Totals, UnitTotals } from '../records/totals.ts';
import type { Share } from '../submission-figures.ts';
import { acceptedOf, type SummaryInput } from './summary-input.ts';

/* Per department, what the project list holds and what was reported; from heads alone. */

/** A department of the list, or one that reported without being in it. */
export interface ListedLine {
  readonly code: string;
  readonly name: string;
  readonly listed: Share;
  /** Each unit once: where it reports for itself, its rows in its department's table are not counted again. */
  readonly reported: Share;
  /** Units that stand both in a table of their own and in another's. */
  readonly conflicts: readonly string[];
}

/** A unit as one of the accepted tables has it. */
interface Reported {
  readonly submitter: string;
  readonly submitterName: string;
  readonly unit: UnitTotals;
}

/** The departments by code; empty where the period has no list. */
export function listedLines(input: SummaryInput): readonly ListedLine[] {
  const listed = input.listed ?? [];
  const departmentOf = new Map(
    listed.flatMap(({ department, units }) => units.map((unit) => [unit, department] as const)),
  );
  const names = new Map(listed.map(({ department, name }) => [department, name]));
  const byDepartment = new Map<string, Reported[]>();
  for (const each of reportedUnits(input)) {
    const code = each.unit.code ?? each.submitter;
    const department = departmentOf.get(code) ?? departmentOf.get(each.submitter) ?? each.submitter;
    if (!names.has(department)) names.set(department, each.submitterName);
    byDepartment.set(department, [...(byDepartment.get(department) ?? []), each]);
  }
  const shares = new Map(listed.map(({ department, share }) => [department, share]));
  return [...new Set([...shares.keys(), ...byDepartment.keys()])].sort().map((code) => {
    const { counted, conflicts } = once(byDepartment.get(code) ?? []);
    return {
      code,
      name: names.get(code) ?? code,
      listed: shares.get(code) ?? NOTHING,
      reported: shareOf(counted),
      conflicts,
    };
  });
}

const NOTHING: Share = { projects: 0, budget: 0, actual: 0 };

const reportedUnits = (input: SummaryInput): readonly Reported[] =>
  acceptedOf(input).flatMap(({ submitter: { code, name }, current }) =>
    current.units.map((unit) => ({ submitter: code ?? name, submitterName: name, unit })),
  );

/** A unit that reports for itself is counted by its own table alone. */
function once(reported: readonly Reported[]): {
  readonly counted: readonly Totals[];
  readonly conflicts: readonly string[];
} {
  const own = new Set(
    reported
      .filter(({ submitter, unit }) => unit.code === submitter)
      .map(({ submitter }) => submitter),
  );
  const isTwice = ({ submitter, unit }: Reported): boolean =>
    unit.code !== null && unit.code !== submitter && own.has(unit.code);
  const twice = reported.filter(isTwice);
  return {
    counted: reported.filter((each) => !isTwice(each)).map(({ unit }) => unit.totals),
    conflicts: twice.map(
      ({ unit, submitterName }) =>
        `${unit.name} ${unit.totals.projects} 个项目另列在${submitterName}的表中`,
    ),
  };
}

const shareOf = (all: readonly Totals[]): Share => ({
  projects: all.reduce((sum, { projects }) => sum + projects, 0),
  budget: addFen(all.map(({ budget }) => budget.total)),
  actual: addFen(all.map(({ actual }) => actual.total)),
});

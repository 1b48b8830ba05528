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
  /** Each project once, as everywhere in the summary. */
  readonly reported: Share;
  /** Units with projects that stand in another table too, and are not counted there. */
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
  const departments = new Map(
    listed.flatMap(({ department, units }) => units.map((unit) => [unit, department] as const)),
  );
  const departmentOf = (unit: string, submitter: string): string =>
    departments.get(unit) ?? departments.get(submitter) ?? submitter;
  const names = new Map(listed.map(({ department, name }) => [department, name]));
  const byDepartment = new Map<string, Reported[]>();
  for (const each of reportedUnits(input)) {
    const department = departmentOf(each.unit.code ?? each.submitter, each.submitter);
    if (!names.has(department)) names.set(department, each.submitterName);
    byDepartment.set(department, [...(byDepartment.get(department) ?? []), each]);
  }
  const shares = new Map(listed.map(({ department, share }) => [department, share]));
  const submitters = new Map(
    acceptedOf(input).map(({ submitter: { code, name } }) => [code ?? name, name]),
  );
  const conflicts = conflictsIn(input, departmentOf, submitters);
  return [...new Set([...shares.keys(), ...byDepartment.keys()])].sort().map((code) => ({
    code,
    name: names.get(code) ?? code,
    listed: shares.get(code) ?? NOTHING,
    reported: shareOf((byDepartment.get(code) ?? []).map(({ unit }) => unit.totals)),
    conflicts: conflicts.get(code) ?? [],
  }));
}

const NOTHING: Share = { projects: 0, budget: 0, actual: 0 };

const reportedUnits = (input: SummaryInput): readonly Reported[] =>
  acceptedOf(input).flatMap(({ submitter: { code, name }, current }) =>
    current.units.map((unit) => ({ submitter: code ?? name, submitterName: name, unit })),
  );

/** What is set aside from tables, told by the department of its unit. */
function conflictsIn(
  { doubles = [] }: SummaryInput,
  departmentOf: (unit: string, submitter: string) => string,
  nameOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const pairs = Map.groupBy(doubles, ({ unit, setAside }) =>
    JSON.stringify([unit.code, setAside.submitter]),
  );
  const conflicts = new Map<string, string[]>();
  for (const [first, ...others] of pairs.values()) {
    if (first === undefined) continue;
    const { unit, setAside } = first;
    const department = departmentOf(unit.code, setAside.submitter);
    const table = nameOf.get(setAside.submitter) ?? setAside.submitter;
    const told = conflicts.get(department) ?? [];
    conflicts.set(department, told);
    told.push(`${unit.name} ${others.length + 1} 个项目另列在${table}的表中`);
  }
  return conflicts;
}

const shareOf = (all: readonly Totals[]): Share => ({
  projects: all.reduce((sum, { projects }) => sum + projects, 0),
  budget: addFen(all.map(({ budget }) => budget.total)),
  actual: addFen(all.map(({ actual }) => actual.total)),
});

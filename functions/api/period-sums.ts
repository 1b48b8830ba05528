import { countedAnswer } from '../../shared/counted.ts';
import { type Period, yearBefore } from '../../shared/period.ts';
import { ruleById } from '../../shared/rules/catalogue.ts';
import type { Submissions } from '../../shared/store/submissions.ts';
import type { Head } from '../../shared/submission.ts';
import { type YearOfTables, yearOnYear } from '../../shared/summarise/compare-years.ts';
import {
  type StandingTable,
  standingTable,
  tablesCountedOnce,
} from '../../shared/summarise/standing-table.ts';
import { lowProjects, ruleCounts, tableSums } from '../../shared/summarise/table-sums.ts';
import { type BoardUnit, boardUnits } from './board-units.ts';
import { doublesOf } from './double-lines.ts';
import { Refusal } from './refusal.ts';
import { departmentLines, submitterLines } from './sum-lines.ts';
import type { Sums } from './sums-schemas.ts';

/** Projects of low execution that are listed; the summary's workbook has all. */
const MOST_LOW = 30;

/** What a period comes to, from heads: of all that somebody sees, or of one department among it. */
export async function periodSums(
  period: Period,
  department: string | null,
  seen: 'all' | readonly string[],
  store: Submissions,
): Promise<Sums> {
  const heads = await store.headsOf(period.id);
  const senders = heads.map(({ submitter }) => submitter);
  const all = await boardUnits(period, senders, seen, store);
  const units = department === null ? all : all.filter((unit) => isIn(unit, department));
  const counted = await tablesOf(heads, all, store);
  const now = { period, tables: within(counted.tables, units) };
  const before = await yearOf(yearBefore(period.id), all, units, store);
  const tables = [...now.tables.values()];
  const years = { now, before };
  return {
    period: period.id,
    budgetBasis: period.budgetBasis,
    department: department === null ? null : namedIn(units, department),
    owed: units.filter(({ isOwed }) => isOwed).length,
    reported: reportedOf(units, heads, now),
    passed: tableSums(tables),
    approved: tableSums(tables.filter(({ isApproved }) => isApproved)),
    lastYear: before === null ? null : yearOnYear(tables, period, before),
    lines: [...(department === null ? departmentLines : submitterLines)(units, years)],
    lowProjects: lowOf(tables, units),
    doubles: doublesOf(counted.doubles, counted.tables, units, all),
    rules: ruleCounts(tables).map(({ rule, findings, tables: having }) => {
      // A rule of an earlier version may be gone: then its id has to do.
      const { number = '', title = { zh: rule, en: rule } } = ruleById(rule) ?? {};
      return { rule, number, title, findings, tables: having };
    }),
  };
}

const isIn = (unit: BoardUnit, department: string): boolean =>
  unit.code === department || unit.department?.code === department;

/** A department by its name; refuses one that has no unit among these. */
function namedIn(units: readonly BoardUnit[], code: string): Sums['department'] {
  for (const unit of units) {
    if (unit.code === code) return { code, name: unit.name };
    if (unit.department !== null) return unit.department;
  }
  throw new Refusal('not-found');
}

/**
 * The tables that stand, of all that somebody sees. What is reported twice is counted once among these: of
 * one department the same counts as in the whole.
 */
async function tablesOf(
  heads: readonly Head[],
  seen: readonly BoardUnit[],
  store: Submissions,
): ReturnType<typeof tablesCountedOnce<StandingTable>> {
  const codes = new Set(seen.map(({ code }) => code));
  const tables: StandingTable[] = [];
  for (const head of heads.filter(({ submitter }) => codes.has(submitter))) {
    const table = await standingTable(head, store);
    if (table !== null) tables.push(table);
  }
  return tablesCountedOnce(tables, store);
}

/** Those of some units, by their submitters. */
function within(
  tables: readonly StandingTable[],
  units: readonly BoardUnit[],
): ReadonlyMap<string, StandingTable> {
  const codes = new Set(units.map(({ code }) => code));
  const own = tables.filter(({ submitter }) => codes.has(submitter));
  return new Map(own.map((table) => [table.submitter, table]));
}

/** A period with the tables of some units; null where nobody knows it. */
async function yearOf(
  id: string,
  seen: readonly BoardUnit[],
  units: readonly BoardUnit[],
  store: Submissions,
): Promise<YearOfTables | null> {
  const period = (await store.periods()).find((each) => each.id === id);
  if (period === undefined) return null;
  const { tables } = await tablesOf(await store.headsOf(id), seen, store);
  return { period, tables: within(tables, units) };
}

/** How many of those who owe have a table that stands, or said that there is none. */
function reportedOf(
  units: readonly BoardUnit[],
  heads: readonly Head[],
  { tables }: YearOfTables,
): number {
  const answered = new Set(
    heads.filter((head) => countedAnswer(head) !== null).map(({ submitter }) => submitter),
  );
  return units.filter(({ code, isOwed }) => isOwed && (tables.has(code) || answered.has(code)))
    .length;
}

function lowOf(tables: readonly StandingTable[], units: readonly BoardUnit[]): Sums['lowProjects'] {
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return lowProjects(tables, MOST_LOW).map(({ name, unit, budget, actual, at, table }) => ({
    name,
    unit,
    submitter: { code: table.submitter, name: names.get(table.submitter) ?? table.submitter },
    id: table.current.uploadId,
    at: { sheet: at.sheet, row: at.row },
    budget,
    actual,
  }));
}

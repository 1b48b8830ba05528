import type { Period } from '../period.ts';
import { addShares, type Share } from '../submission-figures.ts';
import { comparableName } from '../unit.ts';
import type { StandingTable } from './standing-table.ts';
import { shareOf } from './table-sums.ts';

/** The tables of a period, by the code of who sent them. */
export interface YearOfTables {
  readonly period: Pick<Period, 'id' | 'budgetBasis'>;
  readonly tables: ReadonlyMap<string, StandingTable>;
}

/** Two years of the submitters whose figures mean the same in both. */
export interface YearOnYear {
  readonly period: string;
  /** How many submitters are compared, and what they came to in each year. */
  readonly compared: number;
  readonly now: Share;
  readonly earlier: Share;
  /** Those with a table in both years that are not comparable: 口径不同，不可比. */
  readonly otherBasis: number;
  readonly otherUnits: number;
}

/**
 * Compares submitter by submitter: only where the budgets are of the same basis, the forms decide the
 * rate by the same columns, and the tables count rows of the same implementing units.
 */
export function yearOnYear(
  tables: readonly StandingTable[],
  { budgetBasis }: YearOfTables['period'],
  before: YearOfTables,
): YearOnYear {
  const pairs = tables.flatMap((now) => {
    const earlier = before.tables.get(now.submitter);
    return earlier === undefined ? [] : [{ now, earlier }];
  });
  const isSame = budgetBasis === before.period.budgetBasis;
  const alike = isSame ? pairs.filter(haveSameRate) : [];
  const compared = alike.filter(haveSameUnits);
  const sum = (year: keyof Pair): Share =>
    addShares(compared.map((pair) => shareOf(pair[year].figures.totals)));
  return {
    period: before.period.id,
    compared: compared.length,
    now: sum('now'),
    earlier: sum('earlier'),
    otherBasis: pairs.length - alike.length,
    otherUnits: alike.length - compared.length,
  };
}

interface Pair {
  readonly now: StandingTable;
  readonly earlier: StandingTable;
}

const haveSameRate = ({ now, earlier }: Pair): boolean =>
  now.form.rate.budget === earlier.form.rate.budget &&
  now.form.rate.actual === earlier.form.rate.actual;

const haveSameUnits = ({ now, earlier }: Pair): boolean => unitsOf(now) === unitsOf(earlier);

/** The units that a table counts rows of, and those of which it does not count all. */
const unitsOf = ({ units, unitsElsewhere }: StandingTable): string =>
  JSON.stringify([
    units.map(({ code, name }) => code ?? comparableName(name)).sort(),
    [...unitsElsewhere].sort(),
  ]);

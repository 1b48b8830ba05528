import { addTotals, type Totals } from '../records/totals.ts';
import {
  addShares,
  BANDS,
  type Band,
  bandOf,
  LOW_BANDS,
  lowShare,
  type Share,
  type UnspentProject,
} from '../submission-figures.ts';
import type { StandingTable } from './standing-table.ts';

/** What some tables come to; amounts in fen. */
export interface TableSums {
  /** How many tables. */
  readonly tables: number;
  readonly totals: Totals;
  readonly bands: Readonly<Record<Band, Share>>;
  /** Projects below `LOW_PERCENT`. */
  readonly low: Share;
  /** Projects that tell of a problem, of a remedy. */
  readonly problems: number;
  readonly rectified: number;
}

/** Adds tables up. */
export function tableSums(tables: readonly Pick<StandingTable, 'figures'>[]): TableSums {
  const figures = tables.map((table) => table.figures);
  const bands = BANDS.map((band) => [band, addShares(figures.map((each) => each.bands[band]))]);
  return {
    tables: tables.length,
    totals: addTotals(figures.map(({ totals }) => totals)),
    bands: Object.fromEntries(bands) as Record<Band, Share>,
    low: addShares(figures.map(lowShare)),
    problems: figures.reduce((sum, { problems }) => sum + problems, 0),
    rectified: figures.reduce((sum, { rectified }) => sum + rectified, 0),
  };
}

/** Projects and money of totals, all sources together. */
export const shareOf = ({ projects, budget, actual }: Totals): Share => ({
  projects,
  budget: budget.total,
  actual: actual.total,
});

/** How many findings of a rule some tables have, and how many of the tables have any. */
export interface RuleCount {
  readonly rule: string;
  readonly findings: number;
  readonly tables: number;
}

/** Findings by rule, the most frequent first. */
export function ruleCounts(tables: readonly StandingTable[]): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { current } of tables) {
    for (const [rule, found] of Object.entries(current.countsByRule)) {
      const { findings, tables: having } = counts.get(rule) ?? { findings: 0, tables: 0 };
      counts.set(rule, { rule, findings: findings + found, tables: having + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1));
}

/** A project whose execution is low, and whose table it stands in. */
export interface LowProject extends UnspentProject {
  readonly table: StandingTable;
}

/**
 * At most `most` projects below `LOW_PERCENT`, the most unspent first: of those that heads name, which
 * are ten of each submission.
 */
export const lowProjects = (
  tables: readonly StandingTable[],
  most: number,
): readonly LowProject[] =>
  tables
    .flatMap((table) => table.figures.unspent.map((project) => ({ ...project, table })))
    .filter(({ budget, actual }) => LOW_BANDS.includes(bandOf(budget, actual)))
    .sort((a, b) => b.budget - b.actual - (a.budget - a.actual))
    .slice(0, most);

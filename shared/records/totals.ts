import { addFen, type Fen } from '../money.ts';
import { computeRate, type Rate } from '../rate.ts';
import { comparableName } from '../unit.ts';
import type { ProjectRecord } from './record.ts';

/** Amounts by funding source, in fen; null where no record states the source (shown as —). */
export interface Funds {
  readonly total: Fen;
  readonly general: Fen | null;
  readonly fund: Fen | null;
  readonly nonFiscal: Fen | null;
}

/** Sums over a set of records. */
export interface Totals {
  readonly projects: number;
  readonly budget: Funds;
  readonly actual: Funds;
}

/** Sums of the records' amounts, in fen. */
export const totalsOf = (records: readonly ProjectRecord[]): Totals => ({
  projects: records.length,
  budget: fundsOf(records, 'budget'),
  actual: fundsOf(records, 'actual'),
});

function fundsOf(records: readonly ProjectRecord[], key: 'budget' | 'actual'): Funds {
  const stated = (field: string): Fen[] =>
    records.flatMap((record) => {
      const fen = record.amounts[field] ?? null;
      return fen === null ? [] : [fen];
    });
  const sumOrNull = (field: string): Fen | null => {
    const amounts = stated(field);
    return amounts.length === 0 ? null : addFen(amounts);
  };
  return {
    total: addFen(stated(`${key}Total`)),
    general: sumOrNull(`${key}General`),
    fund: sumOrNull(`${key}Fund`),
    nonFiscal: sumOrNull(`${key}NonFiscal`),
  };
}

/** Sums of sums; a source is stated where any part states it. */
export const addTotals = (parts: readonly Totals[]): Totals => ({
  projects: parts.reduce((sum, { projects }) => sum + projects, 0),
  budget: addFunds(parts.map(({ budget }) => budget)),
  actual: addFunds(parts.map(({ actual }) => actual)),
});

function addFunds(parts: readonly Funds[]): Funds {
  const sumOrNull = (source: keyof Funds): Fen | null => {
    const stated = parts.flatMap((part) => part[source] ?? []);
    return stated.length === 0 ? null : addFen(stated);
  };
  return {
    total: addFen(parts.map(({ total }) => total)),
    general: sumOrNull('general'),
    fund: sumOrNull('fund'),
    nonFiscal: sumOrNull('nonFiscal'),
  };
}

/** Σ actual ÷ Σ budget to four decimals (93.68 %); null when nothing was budgeted. */
export const executionRate = (totals: Totals): Rate | null =>
  computeRate(totals.actual.total, totals.budget.total, 4);

/** Sums of one implementing unit of a submission. */
export interface UnitTotals {
  /** Code of the unit, null when no register was at hand. */
  readonly code: string | null;
  /** The name as typed in most of the unit's rows. */
  readonly name: string;
  readonly totals: Totals;
}

/** Sums by implementing unit, in the order in which the units first appear. */
export function totalsByUnit(records: readonly ProjectRecord[]): readonly UnitTotals[] {
  const groups = new Map<string, ProjectRecord[]>();
  for (const record of records) {
    const key = unitKey(record);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()].map((group) => ({
    code: group[0]?.implementingUnit ?? null,
    name: commonest(group.map(({ texts }) => texts['unitName'] ?? '')),
    totals: totalsOf(group),
  }));
}

/** What a project's implementing unit is known by: its code, or its name where no register was at hand. */
export const unitKey = ({ implementingUnit, texts }: ProjectRecord): string =>
  implementingUnit ?? comparableName(texts['unitName'] ?? '');

/** The most frequent of several spellings; of equally frequent ones the first. */
function commonest(spellings: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const spelling of spellings) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return spellings.find((spelling) => counts.get(spelling) === most) ?? '';
}

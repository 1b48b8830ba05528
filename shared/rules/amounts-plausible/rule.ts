import { type Fen, formatPlain } from '../../money.ts';
import type { Row, Table } from '../../rows/row.ts';
import { statedAmount } from '../../rows/stated-amount.ts';
import type { Thresholds } from '../../thresholds.ts';
import { inRow } from '../address.ts';
import { projectsOfTwoYears } from '../last-year.ts';
import { defineRule, type TableContext } from '../rule.ts';

/**
 * No amount is ten thousand times larger or smaller than its like, as when 元 and 万元 are mixed up. What
 * it is held against: the same project last year, and the median of its column. That amounts are far
 * apart is no sign by itself: the published table of 2020 spans 0.26 to 57,800.
 */
export const amountsPlausible = defineRule({
  id: 'amounts-plausible',
  number: 'W13',
  severity: 'warning',
  scope: 'table',
  title: { zh: '金额没有错用“元”或“万元”', en: 'No amount mixes up 元 and 万元' },
  message: {
    zh: ({ stated, against, like, size }: AmountParams) =>
      `填 ${stated} 万元，${against === 'last year' ? '上年同一项目' : '同一栏的中间值'}是 ${like} 万元，相差上万倍。请核对是否${size === 'large' ? '把“元”当成了“万元”' : '多除了一次一万'}；属实请说明。`,
    en: ({ stated, against, like }: AmountParams) =>
      `${stated} 万元 is ten thousand times apart from ${against === 'last year' ? 'the same project last year' : 'the median of the column'}, ${like} 万元. Check whether 元 and 万元 were mixed up.`,
  },
  cause: ({ against, size }) => `${against} ${size}`,
  merged: {
    zh: ({ count, serials, first }) =>
      `${count} 个金额与${first.against === 'last year' ? '上年同一项目' : '同一栏的中间值'}相差上万倍（序号 ${serials}）。请核对是否${first.size === 'large' ? '把“元”当成了“万元”' : '多除了一次一万'}。`,
    en: ({ count, serials }) =>
      `${count} amounts are ten thousand times apart from their like (No. ${serials}). Check whether 元 and 万元 were mixed up.`,
  },
  thresholds: ['magnitudeFactor', 'magnitudeAmounts'],
  example: { stated: '350000', against: 'median', like: '66.5', size: 'large' },
  *check(table, context) {
    const { amountUnit } = table;
    // Another unit than 万元 is told by `amounts-in-wan-yuan`; no amount can be judged then.
    if (amountUnit !== null && amountUnit.text !== '万元') return;
    const { budget, actual } = context.form.rate;
    const told = new Set<Row>();
    for (const field of [budget, actual]) {
      const like = comparisonsFor(table, field, context);
      for (const row of table.rows) {
        const stated = statedAmount(row, field)?.fen ?? 0;
        if (stated === 0 || told.has(row)) continue;
        const odd = like(row, stated);
        if (odd === null) continue;
        // Budget and spending of a project are mixed up together: told once.
        told.add(row);
        yield { at: inRow(row, field), params: { stated: formatPlain(stated), ...odd } };
      }
    }
  },
});

type Size = 'large' | 'small';
type AmountParams = { stated: string; against: string; like: string; size: string };
type Oddity = Omit<AmountParams, 'stated'>;
type OddityOf = (row: Row, stated: Fen) => Oddity | null;

function comparisonsFor(table: Table, field: string, context: TableContext): OddityOf {
  const lastYear = lastYearOf(table, field, context);
  const inColumn = columnComparison(table, field, context.thresholds);
  return (row, stated) => {
    const before = lastYear.get(row.number) ?? 0;
    const size = sizeAgainst(stated, before, context.thresholds.magnitudeFactor);
    if (size !== null) return { against: 'last year', like: formatPlain(before), size };
    // Last year's amount of the very project says more than the other projects.
    return before > 0 ? null : inColumn(stated);
  };
}

function sizeAgainst(stated: Fen, like: Fen, factor: number): Size | null {
  if (stated === 0 || like === 0) return null;
  if (stated / like >= factor) return 'large';
  return like / stated >= factor ? 'small' : null;
}

/** Row of the sheet → last year's amount of the same project. */
const lastYearOf = (table: Table, field: string, context: TableContext): ReadonlyMap<number, Fen> =>
  new Map(
    projectsOfTwoYears(table, context).map(({ row, before }) => [
      row.number,
      before.amounts[field] ?? 0,
    ]),
  );

/** How far an odd amount must stand from every other, so that mere scatter is not told. */
const GAP = 10;

/**
 * An amount is odd when it is ten thousand times its column's median, stands well apart from all others,
 * and would lie among them in the other unit.
 */
function columnComparison(
  { rows }: Table,
  field: string,
  { magnitudeFactor: factor, magnitudeAmounts }: Thresholds,
): (stated: Fen) => Oddity | null {
  const amounts = rows.map((row) => statedAmount(row, field)?.fen ?? 0).filter((fen) => fen > 0);
  const median = medianOf(amounts);
  if (amounts.length < magnitudeAmounts || median === null) return () => null;
  const usual = amounts.filter((fen) => sizeAgainst(fen, median, factor) === null);
  const least = smallest(usual);
  const most = largest(usual);
  return (stated) => {
    const size = sizeAgainst(stated, median, factor);
    if (size === null) return null;
    const isApart = size === 'large' ? stated >= most * GAP : stated * GAP <= least;
    const meant = size === 'large' ? stated / factor : stated * factor;
    const isAmong = meant * GAP >= least && meant <= most * GAP;
    return isApart && isAmong ? { against: 'median', like: formatPlain(median), size } : null;
  };
}

function medianOf(amounts: readonly Fen[]): Fen | null {
  const sorted = Float64Array.from(amounts).sort();
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

const smallest = (amounts: readonly Fen[]): Fen =>
  amounts.reduce((least, fen) => Math.min(least, fen), Number.POSITIVE_INFINITY);

const largest = (amounts: readonly Fen[]): Fen =>
  amounts.reduce((most, fen) => Math.max(most, fen), 0);

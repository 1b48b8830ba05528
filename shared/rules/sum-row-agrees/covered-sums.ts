import type { Row, Table } from '../../rows/row.ts';

/** A row of sums with the projects it is certain to cover, never none. */
export interface CoveredSum {
  readonly row: Row;
  /** As typed: 合计, 发改局小计. */
  readonly label: string;
  readonly covered: readonly Row[];
}

/** 合计 of everything, 小计 of a part, 累计 of everything above, or one that names whose it is. */
type Reach = 'all' | 'part' | 'page' | 'above' | 'named';

interface SumRow {
  readonly row: Row;
  readonly label: string;
  readonly reach: Reach;
}

/**
 * The sums of a table of which it is certain what they cover: 小计 that each close, or each open, a run
 * of projects; 累计; the one 合计 below or above all. Whatever leaves a doubt is left out.
 */
export function coveredSums({ rows, leftOut }: Table): readonly CoveredSum[] {
  const sums = leftOut
    .filter(({ kind }) => kind === 'sum')
    .flatMap(({ row }) => sumRowOf(row) ?? []);
  const covered = [
    ...parts(sums, rows),
    ...sums
      .filter(({ reach }) => reach === 'above')
      .map((sum) => ({ ...sum, covered: rows.filter(({ number }) => number < sum.row.number) })),
    ...grandTotal(sums, rows),
  ];
  return covered
    .filter((sum) => sum.covered.length > 0)
    .sort((a, b) => a.row.number - b.row.number);
}

const SUM_WORD = /合计|小计|总计|共计|累计/u;

function sumRowOf(row: Row): SumRow | undefined {
  const label = ['serial', 'unitName', 'projectName']
    .map((field) => row.entries[field]?.text.replace(/\s/gu, '') ?? '')
    .find((text) => SUM_WORD.test(text));
  return label === undefined ? undefined : { row, label, reach: reachOf(label) };
}

function reachOf(label: string): Reach {
  if (label.includes('累计')) return 'above';
  if (label.includes('本页')) return 'page';
  if (/^(?:本(?:单位|部门|局))?(?:合计|总计|共计)/u.test(label)) return 'all';
  return label.includes('小计') ? 'part' : 'named';
}

/** 小计 or 本页合计, each of the projects since the one before or, where they stand on top, up to the next. */
function parts(sums: readonly SumRow[], rows: readonly Row[]): readonly CoveredSum[] {
  const own = sums.filter(({ reach }) => reach === 'part' || reach === 'page');
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return [];
  // Of pages and of units at once: which 小计 covers what is no longer certain.
  if (own.some(({ reach }) => reach !== first.reach)) return [];
  const numbers = own.map(({ row }) => row.number);
  const [from, to] = [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0];
  const between = (above: number, below: number): readonly Row[] =>
    rows.filter(({ number }) => number > above && number < below);
  if (first.row.number > from && last.row.number > to) {
    return own.map((sum, index) => ({
      ...sum,
      covered: between(numbers[index - 1] ?? 0, sum.row.number),
    }));
  }
  if (first.row.number < from && last.row.number < to) {
    return own.map((sum, index) => ({
      ...sum,
      covered: between(sum.row.number, numbers[index + 1] ?? Number.POSITIVE_INFINITY),
    }));
  }
  return [];
}

/** The one 合计, or the last where others are called otherwise, if it stands below or above all projects. */
function grandTotal(sums: readonly SumRow[], rows: readonly Row[]): readonly CoveredSum[] {
  const candidates = sums.filter(({ reach }) => reach === 'all');
  const isOnly = ({ label }: SumRow): boolean =>
    candidates.filter((other) => wordOf(other.label) === wordOf(label)).length === 1;
  const [from, to] = [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0];
  const below = candidates.at(-1);
  if (below !== undefined && below.row.number > to && isOnly(below)) {
    return [{ ...below, covered: rows }];
  }
  const above = candidates.length === 1 ? candidates[0] : undefined;
  return above !== undefined && above.row.number < from ? [{ ...above, covered: rows }] : [];
}

const wordOf = (label: string): string => SUM_WORD.exec(label)?.[0] ?? '';

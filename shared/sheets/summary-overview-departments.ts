import { columnLetter } from '../cells/cell.ts';
import { addFen, type Fen } from '../money.ts';
import { amountFormula, rateFormula, type Spending } from './summary-cells.ts';
import { DEPARTMENT_LETTERS, departmentCell } from './summary-department-columns.ts';
import { periodTotals, spendingOfTotals } from './summary-figures.ts';
import { GRID_COLUMNS, type GridBlock, type GridRow, part } from './summary-grid.ts';
import { acceptedOf, type SummaryInput } from './summary-input.ts';
import { departmentPlaces } from './summary-places.ts';
import { type CellModel, type ChartModel, textCell } from './workbook-model.ts';

/** Departments that are named; more than one beyond them are drawn together. */
const MOST_NAMED = 8;

const WIDTHS = [5, 3, 3, 2];
const TABLE_COLUMNS = WIDTHS.reduce((sum, width) => sum + width, 0);
const [BUDGET, ACTUAL] = [columnLetter(6), columnLetter(9)];

/** Rows that the chart beside the table needs at least. */
const LEAST_ROWS = 9;

/** A line of the table: where its amounts come from, and what they are. */
interface Line {
  readonly name: string;
  readonly spending: Spending<Fen>;
  readonly from: Spending<string>;
}

/** The largest budgets by department, beside them the same as bars. */
export function departmentsBlock(input: SummaryInput, top: number): GridBlock {
  const first = top + 2;
  const lines = linesOf(input, first);
  const totals = spendingOfTotals(periodTotals(input));
  const { total } = departmentPlaces(input);
  const all = { name: '合计', spending: totals, from: cellsAt(total) };
  const rows = [
    gridRow(['部门', '预算', '实际支出', '执行率'].map((title) => textCell(title, 'header'))),
    ...lines.map((line, index) => lineRow(line, first + index)),
    lineRow(all, first + lines.length, 'totalFigure'),
  ];
  const padding = Array.from({ length: Math.max(0, LEAST_ROWS - rows.length) }, () => ({
    height: 18,
    parts: [],
  }));
  const bottom = top + rows.length + padding.length;
  return {
    rows: [
      { height: 22, parts: [part(textCell(headingOf(input), 'heading'), GRID_COLUMNS)] },
      ...rows,
      ...padding,
    ],
    charts: lines.length === 0 ? [] : [chart(lines.length, first, top + 1, bottom)],
  };
}

const isLong = (count: number): boolean => count > MOST_NAMED + 1;

const headingOf = (input: SummaryInput): string => {
  const count = acceptedOf(input).length;
  return isLong(count)
    ? `三、部门预算与实际支出（预算最大的 ${MOST_NAMED} 个，其余 ${count - MOST_NAMED} 个并作“其他”）`
    : '三、部门预算与实际支出';
};

const cellsAt = (row: number): Spending<string> => ({
  budget: departmentCell(DEPARTMENT_LETTERS.budget, row),
  actual: departmentCell(DEPARTMENT_LETTERS.actual, row),
});

function linesOf(input: SummaryInput, first: number): readonly Line[] {
  const places = departmentPlaces(input);
  const all = acceptedOf(input)
    .map(({ submitter, current }, index): Line => {
      const spending = spendingOfTotals(current.figures.totals);
      return { name: submitter.name, spending, from: cellsAt(places.submitters[index] ?? 0) };
    })
    .sort((a, b) => b.spending.budget - a.spending.budget);
  if (!isLong(all.length)) return all;
  const named = all.slice(0, MOST_NAMED);
  return [...named, restOf(all.slice(MOST_NAMED), cellsAt(places.total), first)];
}

/** What is left of the total, whose cells are given. */
function restOf(rest: readonly Line[], total: Spending<string>, first: number): Line {
  const left = (side: keyof Spending<Fen>, letter: string): string =>
    `ROUND(${total[side]}-SUM(${letter}${first}:${letter}${first + MOST_NAMED - 1}),6)`;
  return {
    name: `其他（${rest.length} 个）`,
    spending: {
      budget: addFen(rest.map(({ spending }) => spending.budget)),
      actual: addFen(rest.map(({ spending }) => spending.actual)),
    },
    from: { budget: left('budget', BUDGET), actual: left('actual', ACTUAL) },
  };
}

function lineRow(
  { name, spending, from }: Line,
  row: number,
  style: 'figure' | 'totalFigure' = 'figure',
): GridRow {
  return gridRow([
    textCell(name, style === 'figure' ? 'text' : 'total'),
    amountFormula(from.budget, spending.budget, style),
    amountFormula(from.actual, spending.actual, style),
    rateFormula({ budget: `${BUDGET}${row}`, actual: `${ACTUAL}${row}` }, spending, style),
  ]);
}

const gridRow = (cells: readonly CellModel[]): GridRow => ({
  height: null,
  parts: cells.map((cell, index) => part(cell, WIDTHS[index] ?? 1)),
});

const chart = (lines: number, first: number, top: number, bottom: number): ChartModel => {
  const column = (left: number) => ({ top: first, left, bottom: first + lines - 1, right: left });
  return {
    title: '预算与实际支出（万元）',
    description: '各部门的预算和实际支出，每个部门两条横杠；数见左边的表。',
    bars: 'rows',
    stacked: false,
    categories: column(1),
    series: [
      { name: '预算', values: column(6), colour: '9DC3E6' },
      { name: '实际支出', values: column(9), colour: '1F4E79' },
    ],
    format: '#,##0',
    labelled: false,
    over: { top, left: TABLE_COLUMNS + 1, bottom, right: GRID_COLUMNS },
  };
};

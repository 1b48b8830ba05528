import { columnLetter } from '../cells/cell.ts';
import { addFen, type Fen } from '../money.ts';
import { amountFormula, rateFormula, type Spending } from './summary-cells.ts';
import { DEPARTMENT_LETTERS, departmentCell } from './summary-department-columns.ts';
import { approvedPart, periodTotals, spendingOfTotals } from './summary-figures.ts';
import { columnOf, GRID_COLUMNS, type GridBlock, type GridRow, part } from './summary-grid.ts';
import { acceptedOf, type SummaryInput } from './summary-input.ts';
import { departmentPlaces } from './summary-places.ts';
import { totalNames } from './summary-review.ts';
import { type CellModel, type ChartModel, textCell } from './workbook-model.ts';

/** Departments that are named; more than one beyond them are drawn together. */
const MOST_NAMED = 8;

const WIDTHS = [5, 3, 3, 2];
const TITLES = ['部门 Department', '预算\nBudget', '实际支出\nActual', '执行率\nRate'];
const [BUDGET_COLUMN, ACTUAL_COLUMN] = [columnOf(WIDTHS, 1), columnOf(WIDTHS, 2)];
const [BUDGET, ACTUAL] = [columnLetter(BUDGET_COLUMN), columnLetter(ACTUAL_COLUMN)];

/** Column at which the chart begins. */
const CHART_COLUMN = columnOf(WIDTHS, WIDTHS.length);

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
  const rows = [
    gridRow(TITLES.map((title) => textCell(title, 'header'))),
    ...lines.map((line, index) => lineRow(line, first + index)),
    ...totalsOf(input).map((line, index) =>
      lineRow(line, first + lines.length + index, 'totalFigure'),
    ),
  ];
  const missing = lines.length === 0 ? 0 : Math.max(0, LEAST_ROWS - rows.length);
  const bottom = top + rows.length + missing;
  return {
    rows: [
      { height: 22, parts: [part(textCell(headingOf(input), 'heading'), GRID_COLUMNS)] },
      ...rows,
      ...Array.from({ length: missing }, () => ({ height: 18, parts: [] })),
    ],
    charts: lines.length === 0 ? [] : [chartOf(input, lines.length, first, bottom)],
  };
}

/** What all come to, and what those come to that are approved. */
function totalsOf(input: SummaryInput): readonly Line[] {
  const places = departmentPlaces(input);
  const names = totalNames(input);
  const line = (name: string, part: SummaryInput, row: number): Line => ({
    name,
    spending: spendingOfTotals(periodTotals(part)),
    from: cellsAt(row),
  });
  const approved = approvedPart(input);
  return [
    line(names.accepted, input, places.total),
    ...(approved === null || places.approved === null
      ? []
      : [line(names.approved, approved, places.approved)]),
  ];
}

const isLong = (count: number): boolean => count > MOST_NAMED + 1;

const headingOf = (input: SummaryInput): string => {
  const count = acceptedOf(input).length;
  return isLong(count)
    ? `三、部门预算与实际支出（预算最大的 ${MOST_NAMED} 个，其余 ${count - MOST_NAMED} 个并作“其他”）By department`
    : '三、部门预算与实际支出 By department';
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

/** What is drawn together is often larger than all others: beside it their bars would not show. */
function chartOf(input: SummaryInput, lines: number, first: number, bottom: number): ChartModel {
  const some = isLong(acceptedOf(input).length);
  const last = first + (some ? MOST_NAMED : lines) - 1;
  const column = (left: number) => ({ top: first, left, bottom: last, right: left });
  return {
    title: some ? `预算最大的 ${MOST_NAMED} 个部门（万元）` : '预算与实际支出（万元）',
    description: '各部门的预算和实际支出，每个部门两条横杠；数见左边的表。',
    bars: 'rows',
    stacked: false,
    categories: column(1),
    series: [
      { name: '预算', values: column(BUDGET_COLUMN), colour: '9DC3E6' },
      { name: '实际支出', values: column(ACTUAL_COLUMN), colour: '1F4E79' },
    ],
    format: '#,##0',
    labelled: false,
    over: { top: first - 1, left: CHART_COLUMN, bottom, right: GRID_COLUMNS },
  };
}

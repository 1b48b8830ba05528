import { columnLetter } from '../cells/cell.ts';
import type { Totals } from '../records/totals.ts';
import { lazyList } from './long-list.ts';
import { lineRow, spannedRow, type TextColumn, titleRow } from './sheet-rows.ts';
import {
  amountCell,
  amountFormula,
  countCell,
  countFormula,
  rateFormula,
} from './summary-cells.ts';
import { fundList, periodTotals, unitsBeneath } from './summary-figures.ts';
import { type AcceptedSubmission, acceptedOf, type SummaryInput } from './summary-input.ts';
import {
  type CellModel,
  numberCell,
  type RowModel,
  type SheetModel,
  textCell,
} from './workbook-model.ts';

/** Name of the sheet, by which formulas of other sheets refer to it. */
const DEPARTMENTS_SHEET = '部门汇总';

/** Says what a line sums: the grand total adds the lines of submitters only. */
const LEVELS = { submitter: '报送主体', unit: '实施单位' } as const;

const fundColumns = (zh: string, en: string): readonly TextColumn[] => [
  { title: { zh: `${zh}\n合计`, en: `${en}, total` }, width: 15 },
  { title: { zh: `${zh}\n一般公共预算`, en: 'General budget' }, width: 16 },
  { title: { zh: `${zh}\n政府性基金`, en: 'Government funds' }, width: 14 },
  { title: { zh: `${zh}\n非财政资金`, en: 'Non-fiscal' }, width: 13 },
];

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '序号', en: 'No.' }, width: 6 },
  { title: { zh: '层级', en: 'Level' }, width: 11 },
  { title: { zh: '部门、单位', en: 'Department, unit' }, width: 38 },
  { title: { zh: '项目数', en: 'Projects' }, width: 9 },
  ...fundColumns('预算', 'Budget'),
  ...fundColumns('实际支出', 'Actual'),
  { title: { zh: '执行率', en: 'Execution rate' }, width: 11 },
];

/** Letters of the columns that formulas speak of. */
const LEVEL = columnLetter(2);
const COUNT = columnLetter(4);
const FUNDS = [5, 6, 7, 8, 9, 10, 11, 12].map(columnLetter);
const BUDGET = columnLetter(5);
const ACTUAL = columnLetter(9);

/** Rows above the first line: title, note, header. */
const LINES_ABOVE = 3;

/** Where the sheet's lines stand, for the sheets that refer to them. */
export interface DepartmentPlaces {
  /** Row of each submission's line, in their order. */
  readonly submitters: readonly number[];
  readonly total: number;
}

/** Row numbers, from 1, of the submitters' lines and of the total that follows them. */
export function departmentPlaces(submissions: readonly AcceptedSubmission[]): DepartmentPlaces {
  const submitters: number[] = [];
  let row = LINES_ABOVE + 1;
  for (const submission of submissions) {
    submitters.push(row);
    row += 1 + unitsBeneath(submission).length;
  }
  return { submitters, total: row };
}

/** Cells of a line of this sheet that other sheets refer to. */
export const departmentCells = (row: number) => {
  const cell = (column: string) => `'${DEPARTMENTS_SHEET}'!${column}${row}`;
  return { projects: cell(COUNT), budget: cell(BUDGET), actual: cell(ACTUAL) };
};

/** The sheet 部门汇总: submitters, their implementing units beneath, and the sum of the submitters. */
export function departmentsSheet(input: SummaryInput): SheetModel {
  const submissions = acceptedOf(input);
  const places = departmentPlaces(submissions);
  const totals = periodTotals(input);
  return lazyList({
    name: DEPARTMENTS_SHEET,
    columns: COLUMNS,
    above: [
      titleRow(`${input.period.id}年度部门汇总`, COLUMNS.length),
      spannedRow(
        '单位：万元　　“—”：表式不分资金来源，或未填报，或预算为 0；各来源只含填了来源的部分，相加可能小于合计。',
        'noteRight',
        COLUMNS,
      ),
    ],
    spanned: { rows: 2, columns: COLUMNS.length },
    count: places.total - LINES_ABOVE,
    *lines() {
      for (const [index, item] of submissions.entries()) {
        yield* departmentLines(item, index, places.submitters[index] ?? 0);
      }
      yield totalLine(places.total, totals);
    },
    print: {},
    frozenColumns: 3,
    filterable: false,
  });
}

/** A submitter's line and those of its units. Its sums are of the units' lines, where it has any. */
function departmentLines(
  submission: AcceptedSubmission,
  index: number,
  row: number,
): readonly RowModel[] {
  const { totals } = submission.current.figures;
  const units = unitsBeneath(submission);
  const own: readonly CellModel[] = [
    numberCell(index + 1, 'centred'),
    textCell(LEVELS.submitter, 'centred'),
    textCell(submission.submitter.name, 'text'),
    ...(units.length === 0
      ? statedCells(totals, 'figure')
      : summedCells((column) => `SUM(${column}${row + 1}:${column}${row + units.length})`, totals)),
    rateAt(row, totals, 'figure'),
  ];
  const beneath = units.map((unit, place): readonly CellModel[] => [
    textCell('', 'centred'),
    textCell(LEVELS.unit, 'centred'),
    textCell(unit.name, 'indented'),
    ...statedCells(unit.totals, 'subfigure'),
    rateAt(row + 1 + place, unit.totals, 'subfigure'),
  ]);
  return [own, ...beneath].map((cells) => lineRow(cells, COLUMNS));
}

/** The sum of the submitters' lines; without any there is nothing to refer to. */
function totalLine(row: number, totals: Totals): RowModel {
  const first = LINES_ABOVE + 1;
  const lines = (column: string): string => `${column}$${first}:${column}$${row - 1}`;
  const sumOfSubmitters = (column: string): string =>
    `SUMIF(${lines(`$${LEVEL}`)},"${LEVELS.submitter}",${lines(column)})`;
  return lineRow(
    [
      textCell('', 'total'),
      textCell('', 'total'),
      textCell('合计', 'total'),
      ...(row === first
        ? statedCells(totals, 'totalFigure')
        : summedCells(sumOfSubmitters, totals, 'totalFigure')),
      rateAt(row, totals, 'totalFigure'),
    ],
    COLUMNS,
  );
}

type FigureStyle = 'figure' | 'subfigure' | 'totalFigure';

/** Project count and amounts as numbers. */
const statedCells = (totals: Totals, style: FigureStyle): readonly CellModel[] => [
  countCell(totals.projects, style),
  ...amountsOf(totals).map((fen) => amountCell(fen, style)),
];

/** Project count and amounts as live sums; `sum` makes the formula for a column. */
const summedCells = (
  sum: (column: string) => string,
  totals: Totals,
  style: FigureStyle = 'figure',
): readonly CellModel[] => [
  countFormula(sum(COUNT), totals.projects, style),
  ...amountsOf(totals).map((fen, index) => amountFormula(sum(FUNDS[index] ?? ''), fen, style)),
];

const amountsOf = ({ budget, actual }: Totals) => [...fundList(budget), ...fundList(actual)];

const rateAt = (row: number, totals: Totals, style: FigureStyle): CellModel =>
  rateFormula({ budget: `${BUDGET}${row}`, actual: `${ACTUAL}${row}` }, totals, style);

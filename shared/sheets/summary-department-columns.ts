import { columnLetter } from '../cells/cell.ts';
import type { Fen } from '../money.ts';
import type { Totals } from '../records/totals.ts';
import { LOW_PERCENT, lowShare } from '../submission-figures.ts';
import type { TextColumn } from './sheet-rows.ts';
import {
  amountCell,
  amountFormula,
  countCell,
  countFormula,
  rateFormula,
  unspentFormula,
} from './summary-cells.ts';
import { fundList, spendingOfTotals } from './summary-figures.ts';
import { isReviewed, type SummaryInput, type SummaryRevision } from './summary-input.ts';
import { SHEETS } from './summary-names.ts';
import { REVIEW_COLUMN } from './summary-review.ts';
import type { CellModel } from './workbook-model.ts';

/*
 * The columns of 部门汇总, and the cells of a line in them.
 */

const fundColumns = (zh: string, en: string): readonly TextColumn[] => [
  { title: { zh: `${zh}\n合计`, en: `${en}, total` }, width: 14 },
  { title: { zh: `${zh}\n一般公共预算`, en: 'General budget' }, width: 15 },
  { title: { zh: `${zh}\n政府性基金`, en: 'Government funds' }, width: 13 },
  { title: { zh: `${zh}\n非财政资金`, en: 'Non-fiscal' }, width: 12 },
];

/** Numbers of projects and findings, which only submitters have. */
export const COUNT_COLUMNS: readonly TextColumn[] = [
  { title: { zh: '足额100%\n项目', en: 'At 100%' }, width: 9 },
  { title: { zh: `低于${LOW_PERCENT}%\n项目`, en: `Below ${LOW_PERCENT}%` }, width: 9 },
  { title: { zh: '零执行\n项目', en: 'Nothing spent' }, width: 9 },
  { title: { zh: '存在问题\n项目', en: 'With problems' }, width: 9 },
  { title: { zh: '已说整改\n项目', en: 'With remedies' }, width: 9 },
  { title: { zh: '警告', en: 'Warnings' }, width: 9 },
  { title: { zh: '提示', en: 'Hints' }, width: 8 },
];

const FIGURE_COLUMNS: readonly TextColumn[] = [
  { title: { zh: '序号', en: 'No.' }, width: 6 },
  { title: { zh: '层级', en: 'Level' }, width: 10 },
  { title: { zh: '部门、单位', en: 'Department, unit' }, width: 32 },
  { title: { zh: '项目数', en: 'Projects' }, width: 8 },
  ...fundColumns('预算', 'Budget'),
  ...fundColumns('实际支出', 'Actual'),
  { title: { zh: '未执行', en: 'Unspent' }, width: 13 },
  { title: { zh: '执行率', en: 'Execution rate' }, width: 11 },
  ...COUNT_COLUMNS,
];

const PROVENANCE_COLUMNS: readonly TextColumn[] = [
  { title: { zh: '版次', en: 'Revision' }, width: 8 },
  { title: { zh: '接收时间', en: 'Received' }, width: 17 },
  { title: { zh: '明细', en: 'Rows' }, width: 7 },
  { title: { zh: '自评表', en: 'Report' }, width: 8 },
  { title: { zh: '原表', en: 'Own table' }, width: 8 },
];

/** The columns of this sheet: first those that are printed, then those that lead to where figures come from. */
export function departmentColumns(input: SummaryInput): {
  readonly printed: readonly TextColumn[];
  readonly all: readonly TextColumn[];
} {
  const printed = isReviewed(input) ? [...FIGURE_COLUMNS, REVIEW_COLUMN] : FIGURE_COLUMNS;
  return { printed, all: [...printed, ...PROVENANCE_COLUMNS] };
}

/** Number of the first of `COUNT_COLUMNS`. */
export const FIRST_COUNT = FIGURE_COLUMNS.length - COUNT_COLUMNS.length + 1;

/** Number of the column with the rates. */
export const RATE_COLUMN = FIRST_COUNT - 1;

/** Letters of the columns that formulas speak of. */
export const DEPARTMENT_LETTERS = {
  level: columnLetter(2),
  projects: columnLetter(4),
  budget: columnLetter(5),
  actual: columnLetter(9),
  unspent: columnLetter(13),
  rate: columnLetter(RATE_COLUMN),
  problems: columnLetter(FIRST_COUNT + 3),
  rectified: columnLetter(FIRST_COUNT + 4),
  /** Only with a review. */
  review: columnLetter(FIGURE_COLUMNS.length + 1),
} as const;

/** The cell of a line of this sheet, as formulas of other sheets write it; by its letter. */
export const departmentCell = (letter: string, row: number): string =>
  `'${SHEETS.departments}'!${letter}${row}`;

/** Letter of a fund's column: budget or actual, the total or one of the sources. */
export const fundLetter = (side: 'budget' | 'actual', index: number): string =>
  columnLetter((side === 'budget' ? 5 : 9) + index);

/** How the fields of a side end, in the order of its columns. */
const FUND_FIELDS = ['Total', 'General', 'Fund', 'NonFiscal'];

/** Makes the formula of a sum from its column's letter and the field it sums, null for a count. */
export type SumOf = (column: string, field: string | null) => string;

/** How figures look: those of a submitter, of a unit beneath, of all. */
export type FigureStyle = 'figure' | 'subfigure' | 'totalFigure';

/** Project count, amounts, what is unspent and rate; live sums where `sum` is given. */
export function figureCells(
  totals: Totals,
  row: number,
  sum: SumOf | null,
  style: FigureStyle,
): readonly CellModel[] {
  const { projects, budget, actual } = DEPARTMENT_LETTERS;
  const cells = { budget: `${budget}${row}`, actual: `${actual}${row}` };
  return [
    sum === null
      ? countCell(totals.projects, style)
      : countFormula(sum(projects, null), totals.projects, style),
    ...(['budget', 'actual'] as const).flatMap((side) =>
      fundList(totals[side]).map((fen, index) =>
        fundCell(fen, fundLetter(side, index), `${side}${FUND_FIELDS[index]}`, sum, style),
      ),
    ),
    unspentFormula(cells, spendingOfTotals(totals), style),
    rateFormula(cells, spendingOfTotals(totals), style),
  ];
}

const fundCell = (
  fen: Fen | null,
  letter: string,
  field: string,
  sum: SumOf | null,
  style: FigureStyle,
): CellModel =>
  sum === null ? amountCell(fen, style) : amountFormula(sum(letter, field), fen, style);

/** In the order of `COUNT_COLUMNS`. */
export const countsOf = ({ figures, counts }: SummaryRevision): readonly number[] => [
  figures.bands.full.projects,
  lowShare(figures).projects,
  figures.bands.zero.projects,
  figures.problems,
  figures.rectified,
  counts.warnings,
  counts.hints,
];

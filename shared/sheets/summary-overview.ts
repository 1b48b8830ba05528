import { columnLetter } from '../cells/cell.ts';
import type { Totals } from '../records/totals.ts';
import { LOW_PERCENT } from '../submission-figures.ts';
import {
  lineRow,
  sheetOfRows,
  spannedRow,
  spanOf,
  type TextColumn,
  titleRow,
} from './sheet-rows.ts';
import { amountFormula, countCell, countFormula, rateFormula } from './summary-cells.ts';
import { departmentCells, departmentPlaces } from './summary-departments.ts';
import { type BandCounts, bandCounts, cutOff, periodTotals } from './summary-figures.ts';
import { type AcceptedSubmission, acceptedOf, type SummaryInput } from './summary-input.ts';
import { type CellModel, type RowModel, type SheetModel, textCell } from './workbook-model.ts';

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '报送主体', en: 'Submitter' }, width: 40 },
  { title: { zh: '项目数', en: 'Projects' }, width: 11 },
  { title: { zh: '预算', en: 'Budget' }, width: 26 },
  { title: { zh: '实际支出', en: 'Actual' }, width: 26 },
  { title: { zh: '执行率', en: 'Execution rate' }, width: 14 },
  { title: { zh: '执行率=100%的项目', en: 'At 100%' }, width: 20 },
  { title: { zh: `执行率<${LOW_PERCENT}%的项目`, en: `Below ${LOW_PERCENT}%` }, width: 20 },
  { title: { zh: '其中：零执行', en: 'Nothing spent' }, width: 16 },
];

/** Letters of the columns that formulas speak of. */
const NAME = columnLetter(1);
const BUDGET = columnLetter(3);
const ACTUAL = columnLetter(4);
const BANDS: readonly { readonly band: keyof BandCounts; readonly column: string }[] = [
  { band: 'full', column: columnLetter(6) },
  { band: 'low', column: columnLetter(7) },
  { band: 'none', column: columnLetter(8) },
];

/** Rows above the first submitter: title, cut-off, header, key figures. */
const LINES_ABOVE = 4;
const KEY_ROW = LINES_ABOVE;
const KEY_HEIGHT = 42;

/** The sheet 总览: the period in one line of large figures, then a line a submitter. */
export function overviewSheet(input: SummaryInput): SheetModel {
  const submissions = acceptedOf(input);
  const places = departmentPlaces(submissions);
  const notes = explanations(input);
  const sheet = sheetOfRows({
    name: '总览',
    columns: COLUMNS,
    above: [
      titleRow(`${input.period.id}年度部门预算项目绩效自评汇总`, COLUMNS.length),
      spannedRow(`数据截止：${cutOffLine(input)}　　单位：万元`, 'noteRight', COLUMNS),
    ],
    spanned: { rows: 2, columns: COLUMNS.length },
    lines: [
      keyLine(submissions, places.total, periodTotals(input)),
      ...submissions.map((item, index) =>
        submitterLine(item, LINES_ABOVE + 1 + index, places.submitters[index] ?? 0),
      ),
      ...notes,
    ],
    print: {},
    frozenColumns: 0,
    filterable: false,
  });
  const firstNote = LINES_ABOVE + submissions.length + 1;
  const merges = notes.map((_, index) => spanOf(firstNote + index, COLUMNS.length));
  return { ...sheet, merges: [...sheet.merges, ...merges] };
}

const cutOffLine = (input: SummaryInput): string => {
  const time = cutOff(input);
  return time === null ? '—' : `${time}（北京时间）`;
};

/** The period as a whole. Money comes from the total of 部门汇总, counts from the lines below. */
function keyLine(
  submissions: readonly AcceptedSubmission[],
  total: number,
  totals: Totals,
): RowModel {
  const first = LINES_ABOVE + 1;
  const last = Math.max(first, LINES_ABOVE + submissions.length);
  const below = (column: string): string => `${column}${first}:${column}${last}`;
  const from = departmentCells(total);
  const submitters = countFormula(`COUNTA(${below(NAME)})`, submissions.length, 'keyFigure');
  const cells: readonly CellModel[] = [
    { ...submitters, format: '0" 个报送主体"' },
    countFormula(from.projects, totals.projects, 'keyFigure'),
    amountFormula(from.budget, totals.budget.total, 'keyFigure'),
    amountFormula(from.actual, totals.actual.total, 'keyFigure'),
    rateAt(KEY_ROW, totals, 'keyFigure'),
    ...BANDS.map(({ band, column }) =>
      countFormula(`SUM(${below(column)})`, sumOf(submissions, band), 'keyFigure'),
    ),
  ];
  return { height: KEY_HEIGHT, cells };
}

const sumOf = (submissions: readonly AcceptedSubmission[], band: keyof BandCounts): number =>
  submissions.reduce((sum, { current }) => sum + bandCounts(current.figures)[band], 0);

/** A submitter: its money as its line of 部门汇总 has it. */
function submitterLine(
  { submitter, current }: AcceptedSubmission,
  row: number,
  department: number,
): RowModel {
  const { totals } = current.figures;
  const bands = bandCounts(current.figures);
  const from = departmentCells(department);
  return lineRow(
    [
      textCell(submitter.name, 'text'),
      countFormula(from.projects, totals.projects, 'centred'),
      amountFormula(from.budget, totals.budget.total, 'figure'),
      amountFormula(from.actual, totals.actual.total, 'figure'),
      rateAt(row, totals, 'figure'),
      ...BANDS.map(({ band }) => countCell(bands[band], 'centred')),
    ],
    COLUMNS,
  );
}

const rateAt = (row: number, totals: Totals, style: 'keyFigure' | 'figure'): CellModel =>
  rateFormula({ budget: `${BUDGET}${row}`, actual: `${ACTUAL}${row}` }, totals, style);

/** How the figures are to be read (口径). */
function explanations({ period }: SummaryInput): readonly RowModel[] {
  const basis =
    period.budgetBasis === '未注明'
      ? '原表未注明是年初预算还是调整后预算'
      : `${period.budgetBasis}预算`;
  return [
    '',
    '口径',
    '1. 只含校验通过的报送，每个报送主体取最新一版；逐项明细及其来源见“项目明细”。',
    `2. 预算为“项目年度预算金额”：${basis}。`,
    '3. 执行率＝实际支出合计÷预算合计，不是各项目执行率的平均；预算为 0 的写“—”。',
    `4. “=100%”“<${LOW_PERCENT}%”“零执行”按金额（精确到分）判断，不按四舍五入后的执行率；预算为 0 的项目不计。`,
  ].map((text) => spannedRow(text, text === '口径' ? 'heading' : 'bare', COLUMNS));
}

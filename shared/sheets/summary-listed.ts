import { addFen, type Fen } from '../money.ts';
import { NO_FIGURE } from '../records/record.ts';
import { lazyList } from './long-list.ts';
import { lineRow, spannedRow, type TextColumn, titleRow } from './sheet-rows.ts';
import { amountCell, amountFormula, countCell, RATE_FORMAT } from './summary-cells.ts';
import type { SummaryInput } from './summary-input.ts';
import { type ListedLine, listedLines } from './summary-listed-lines.ts';
import { SHEETS } from './summary-names.ts';
import {
  type CellModel,
  formulaCell,
  numberCell,
  type RowModel,
  type SheetModel,
  type StyleName,
  textCell,
} from './workbook-model.ts';

/* 核对: what finance approved by its list of projects, against what was reported. */

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '序号', en: 'No.' }, width: 7 },
  { title: { zh: '部门', en: 'Department' }, width: 36 },
  { title: { zh: '清单项目数', en: 'Listed' }, width: 12 },
  { title: { zh: '填报项目数', en: 'Reported' }, width: 12 },
  { title: { zh: '项目覆盖率', en: 'Coverage' }, width: 12 },
  { title: { zh: '清单预算', en: 'Budget listed' }, width: 17 },
  { title: { zh: '填报预算', en: 'Budget reported' }, width: 17 },
  { title: { zh: '预算差额', en: 'Difference' }, width: 16 },
  { title: { zh: '金额覆盖率', en: 'Coverage' }, width: 12 },
  { title: { zh: '清单支出', en: 'Spent, listed' }, width: 17 },
  { title: { zh: '填报支出', en: 'Spent, reported' }, width: 17 },
  { title: { zh: '支出差额', en: 'Difference' }, width: 16 },
  { title: { zh: '重复填报', en: 'Reported twice' }, width: 44 },
];

/** Below title, note, sums and header. */
const FIRST = 5;
const SUMS = 3;

/** The sheet 核对: by department approved − reported = difference; only where a period has a list. */
export function listedSheet(input: SummaryInput): SheetModel {
  const lines = listedLines(input);
  return lazyList({
    name: SHEETS.listed,
    columns: COLUMNS,
    above: [
      titleRow(`${input.period.id}年度项目清单核对`, COLUMNS.length),
      spannedRow(
        '单位：万元。清单为财政导入的现行项目清单；差额＝清单－填报；覆盖率＝填报÷清单。单位自报又列在主管部门表中的项目只计一次，见“重复填报”栏和同名的表。',
        'note',
        COLUMNS,
      ),
      sumsRow(lines),
    ],
    spanned: { rows: 2, columns: COLUMNS.length },
    count: lines.length,
    lines: function* () {
      for (const [index, line] of lines.entries()) yield lineOf(index, line);
    },
    print: { paper: 'A3' },
    frozenColumns: 2,
    filterable: lines.length > 0,
  });
}

function lineOf(index: number, line: ListedLine): RowModel {
  return lineRow(
    [
      numberCell(index + 1, 'centred'),
      textCell(line.name, 'text'),
      countCell(line.listed.projects, 'figure'),
      countCell(line.reported.projects, 'figure'),
      ...figures(FIRST + index, line, 'figure'),
      textCell(line.conflicts.join('；') || NO_FIGURE, 'text'),
    ],
    COLUMNS,
  );
}

/** From the coverage by count on: amounts as they are, differences and rates as formulas. */
function figures(
  row: number,
  { listed, reported }: Pick<ListedLine, 'listed' | 'reported'>,
  style: StyleName,
  amount: (letter: string, fen: Fen) => CellModel = (_, fen) => amountCell(fen, style),
): readonly CellModel[] {
  const coverage = (above: string, below: string, part: number, whole: number): CellModel =>
    formulaCell(
      `IF(${below}${row}=0,"${NO_FIGURE}",${above}${row}/${below}${row})`,
      whole === 0 ? NO_FIGURE : part / whole,
      style,
      RATE_FORMAT,
    );
  const difference = (one: string, other: string, fen: Fen): CellModel =>
    amountFormula(`ROUND(${one}${row}-${other}${row},6)`, fen, style);
  return [
    coverage('D', 'C', reported.projects, listed.projects),
    amount('F', listed.budget),
    amount('G', reported.budget),
    difference('F', 'G', addFen([listed.budget, -reported.budget])),
    coverage('G', 'F', reported.budget, listed.budget),
    amount('J', listed.actual),
    amount('K', reported.actual),
    difference('J', 'K', addFen([listed.actual, -reported.actual])),
  ];
}

function sumsRow(lines: readonly ListedLine[]): RowModel {
  const last = FIRST + lines.length - 1;
  const sumOf = (letter: string): string =>
    lines.length === 0 ? '0' : `SUM(${letter}${FIRST}:${letter}${last})`;
  const total = (of: 'listed' | 'reported') => ({
    projects: lines.reduce((sum, line) => sum + line[of].projects, 0),
    budget: addFen(lines.map((line) => line[of].budget)),
    actual: addFen(lines.map((line) => line[of].actual)),
  });
  const [listed, reported] = [total('listed'), total('reported')];
  return {
    height: 22,
    cells: [
      textCell('', 'total'),
      textCell('合计', 'total'),
      formulaCell(sumOf('C'), listed.projects, 'totalFigure', '#,##0'),
      formulaCell(sumOf('D'), reported.projects, 'totalFigure', '#,##0'),
      ...figures(SUMS, { listed, reported }, 'totalFigure', (letter, fen) =>
        amountFormula(sumOf(letter), fen, 'totalFigure'),
      ),
      textCell('', 'total'),
    ],
  };
}

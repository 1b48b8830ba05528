import { columnLetter } from '../cells/cell.ts';
import { explainsNothing } from '../indicators/answer-kinds.ts';
import { addFen } from '../money.ts';
import type { ProjectRecord } from '../records/record.ts';
import {
  addShares,
  bandOf,
  LOW_BANDS,
  LOW_PERCENT,
  type Share,
  spendingOf,
} from '../submission-figures.ts';
import { cellText } from './excel-limits.ts';
import type { TextColumn } from './sheet-rows.ts';
import { amountCell, amountFormula, rateFormula, unspentFormula } from './summary-cells.ts';
import { approvedPart, periodBands } from './summary-figures.ts';
import type { AcceptedSubmission, SummaryDetail, SummaryInput } from './summary-input.ts';
import { BAND_NAMES, SHEETS } from './summary-names.ts';
import { type ListRows, PROJECT_COLUMNS, projectListSheet } from './summary-project-list.ts';
import { FILTERED_TOTAL } from './summary-review.ts';
import { type CellModel, type StreamedSheet, textCell } from './workbook-model.ts';

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '预算', en: 'Budget' }, width: 13 },
  { title: { zh: '实际支出', en: 'Actual' }, width: 13 },
  { title: { zh: '未执行', en: 'Unspent' }, width: 13 },
  { title: { zh: '执行率', en: 'Execution rate' }, width: 11 },
  { title: { zh: '率段', en: 'Band' }, width: 11 },
  { title: { zh: '存在的问题', en: 'Problems' }, width: 46 },
  { title: { zh: '整改情况', en: 'Rectification' }, width: 34 },
  { title: { zh: '是否说明', en: 'Explained' }, width: 10 },
];

const [BUDGET, ACTUAL, UNSPENT] = [1, 2, 3].map((column) =>
  columnLetter(PROJECT_COLUMNS + column),
) as [string, string, string];

/** The sheet 未达标清单: projects below `LOW_PERCENT`, and what their units say of it. */
export function lowSheet(input: SummaryInput): StreamedSheet<SummaryDetail> {
  const low = lowOf(input);
  const sheet = projectListSheet(input, {
    name: SHEETS.low,
    title: `${input.period.id}年度未达标清单（执行率低于${LOW_PERCENT}%）`,
    note: `单位：万元　　执行率低于 ${LOW_PERCENT}% 的项目，零执行的在内；按金额判断。“是否说明”看“项目执行中存在的问题”一栏是否写了原因，“无”不算。`,
    count: low.projects,
    belongs: isLow,
    columns: COLUMNS,
    cells: lowCells,
    sumsName: FILTERED_TOTAL,
    sums: (rows) => sums(rows.onlyApproved === null ? low : lowOf(approvedPart(input)), rows),
  });
  if (low.projects === 0) return sheet;
  const rate = PROJECT_COLUMNS + 4;
  const top = sheet.filter === null ? 1 : sheet.filter.top + 1;
  return {
    ...sheet,
    dataBars: [{ top, left: rate, bottom: top + low.projects - 1, right: rate }],
  };
}

/** What the projects below `LOW_PERCENT` come to. */
function lowOf(part: SummaryInput | null): Share {
  const bands = part === null ? null : periodBands(part);
  return addShares(LOW_BANDS.flatMap((band) => bands?.[band] ?? []));
}

function isLow(record: ProjectRecord, { current }: AcceptedSubmission): boolean {
  const { budget, actual } = spendingOf(record, current.form);
  return LOW_BANDS.includes(bandOf(budget, actual));
}

function lowCells(
  record: ProjectRecord,
  { current }: AcceptedSubmission,
  row: number,
): readonly CellModel[] {
  const spending = spendingOf(record, current.form);
  const cells = { budget: `${BUDGET}${row}`, actual: `${ACTUAL}${row}` };
  const { problems = '', rectification = '' } = record.texts;
  return [
    amountCell(spending.budget, 'topFigure'),
    amountCell(spending.actual, 'topFigure'),
    unspentFormula(cells, spending, 'topFigure'),
    rateFormula(cells, spending, 'topFigure'),
    textCell(BAND_NAMES[bandOf(spending.budget, spending.actual)].zh, 'topCentred'),
    textCell(cellText(problems), 'topText'),
    textCell(cellText(rectification), 'topText'),
    textCell(explainsNothing(problems) ? '未说明' : '已说明', 'topCentred'),
  ];
}

/** Sums that follow the filters, or of what is approved. */
const sums = (low: Share, { first, last, onlyApproved }: ListRows): readonly CellModel[] =>
  [
    { letter: BUDGET, fen: low.budget },
    { letter: ACTUAL, fen: low.actual },
    { letter: UNSPENT, fen: addFen([low.budget, -low.actual]) },
  ].map(({ letter, fen }) => {
    const rows = `${letter}${first}:${letter}${last}`;
    const formula =
      onlyApproved === null ? `SUBTOTAL(9,${rows})` : `SUMIFS(${rows},${onlyApproved})`;
    return amountFormula(formula, fen, 'totalFigure');
  });

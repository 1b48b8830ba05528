import { columnLetter } from '../cells/cell.ts';
import { explainsNothing } from '../indicators/answer-kinds.ts';
import type { ProjectRecord } from '../records/record.ts';
import { spendingOf, tellsOfProblems } from '../submission-figures.ts';
import { cellText } from './excel-limits.ts';
import type { TextColumn } from './sheet-rows.ts';
import { amountCell, countFormula, rateFormula } from './summary-cells.ts';
import { approvedPart, toldFigures } from './summary-figures.ts';
import type { AcceptedSubmission, SummaryDetail, SummaryInput } from './summary-input.ts';
import { SHEETS } from './summary-names.ts';
import { type ListRows, PROJECT_COLUMNS, projectListSheet } from './summary-project-list.ts';
import { totalNames } from './summary-review.ts';
import { type CellModel, type StreamedSheet, textCell } from './workbook-model.ts';

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '预算', en: 'Budget' }, width: 13 },
  { title: { zh: '实际支出', en: 'Actual' }, width: 13 },
  { title: { zh: '执行率', en: 'Execution rate' }, width: 11 },
  { title: { zh: '存在的问题', en: 'Problems' }, width: 56 },
  { title: { zh: '整改情况', en: 'Rectification' }, width: 46 },
  { title: { zh: '问题', en: 'Problem told' }, width: 10 },
  { title: { zh: '整改', en: 'Remedy told' }, width: 10 },
];

const letter = (column: number): string => columnLetter(PROJECT_COLUMNS + column);
const [BUDGET, ACTUAL, PROBLEM, REMEDY] = [letter(1), letter(2), letter(6), letter(7)];

/** What the columns 问题 and 整改 say; sums count them. */
const TOLD = '有';
const NOT_TOLD = '未说';

/** The sheet 问题整改台账: projects that tell of a problem or of a remedy. */
export function problemsSheet(input: SummaryInput): StreamedSheet<SummaryDetail> {
  return projectListSheet(input, {
    name: SHEETS.problems,
    title: `${input.period.id}年度问题整改台账`,
    note: '单位：万元　　“项目执行中存在的问题”或“整改情况”写了内容的项目；“无”“不需要整改”之类不列。',
    count: toldFigures(input).told,
    belongs: tellsOfProblems,
    columns: COLUMNS,
    cells: problemCells,
    sumsName: totalNames(input).accepted,
    sums: (rows) => sums(rows.onlyApproved === null ? input : approvedPart(input), rows),
  });
}

/** Of all, or of what is approved. */
function sums(
  part: SummaryInput | null,
  { first, last, onlyApproved }: ListRows,
): readonly CellModel[] {
  const counts = part === null ? null : toldFigures(part);
  const sum = (letter: string, count = 0): CellModel => {
    const told = `${letter}${first}:${letter}${last},"${TOLD}"`;
    return countFormula(
      onlyApproved === null ? `COUNTIF(${told})` : `COUNTIFS(${told},${onlyApproved})`,
      count,
      'total',
    );
  };
  return [
    ...[1, 2, 3, 4, 5].map(() => textCell('', 'total')),
    sum(PROBLEM, counts?.problems),
    sum(REMEDY, counts?.rectified),
  ];
}

function problemCells(
  record: ProjectRecord,
  { current }: AcceptedSubmission,
  row: number,
): readonly CellModel[] {
  const spending = spendingOf(record, current.form);
  const { problems = '', rectification = '' } = record.texts;
  const told = (text: string): CellModel =>
    textCell(explainsNothing(text) ? NOT_TOLD : TOLD, 'topCentred');
  return [
    amountCell(spending.budget, 'topFigure'),
    amountCell(spending.actual, 'topFigure'),
    rateFormula({ budget: `${BUDGET}${row}`, actual: `${ACTUAL}${row}` }, spending, 'topFigure'),
    textCell(cellText(problems), 'topText'),
    textCell(cellText(rectification), 'topText'),
    told(problems),
    told(rectification),
  ];
}

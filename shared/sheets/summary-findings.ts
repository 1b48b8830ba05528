import { columnLetter } from '../cells/cell.ts';
import { ruleById } from '../rules/catalogue.ts';
import { lazyList } from './long-list.ts';
import { lineRow, spannedRow, type TextColumn, titleRow } from './sheet-rows.ts';
import { countCell, countFormula } from './summary-cells.ts';
import { approvedPart } from './summary-figures.ts';
import {
  type AcceptedSubmission,
  acceptedOf,
  findingsOf,
  type SummaryInput,
} from './summary-input.ts';
import { feedbackCell, outputCell, revisionCell } from './summary-links.ts';
import { SHEETS } from './summary-names.ts';
import {
  FILTERED_TOTAL,
  onlyApproved,
  reviewCells,
  reviewColumns,
  totalNames,
} from './summary-review.ts';
import {
  type CellModel,
  numberCell,
  type RowModel,
  type SheetModel,
  textCell,
} from './workbook-model.ts';

const BEFORE: readonly TextColumn[] = [
  { title: { zh: '序号', en: 'No.' }, width: 7 },
  { title: { zh: '报送主体', en: 'Submitter' }, width: 34 },
  { title: { zh: '规则号', en: 'Rule' }, width: 9 },
  { title: { zh: '规则', en: 'What it asks' }, width: 52 },
  { title: { zh: '规则标识', en: 'Rule id' }, width: 30 },
  { title: { zh: '条数', en: 'Findings' }, width: 10 },
];

const BEHIND: readonly TextColumn[] = [
  { title: { zh: '版次', en: 'Revision' }, width: 9 },
  { title: { zh: '校验结果', en: 'In full' }, width: 12 },
  { title: { zh: '原表', en: 'Own table' }, width: 10 },
];

/** Letters of the column with the counts, and of the one behind it, 审核. */
const [COUNT_LETTER, REVIEW_LETTER] = [BEFORE.length, BEFORE.length + 1].map(columnLetter) as [
  string,
  string,
];

/** The sheet 校验问题: how many findings of which rule each submitter has, and where they are told. */
export function findingsSheet(input: SummaryInput): SheetModel {
  const accepted = acceptedOf(input);
  const columns = [...BEFORE, ...reviewColumns(input), ...BEHIND];
  const count = accepted.reduce((sum, submission) => sum + rulesOf(submission).length, 0);
  return lazyList({
    name: SHEETS.findings,
    columns,
    above: [
      titleRow(`${input.period.id}年度校验问题`, columns.length),
      spannedRow(
        '各报送主体已接收的一版按规则计数（E 错误、W 须说明、I 提示、G 公开前签认）；每一条的单元格、原值和应值见“校验结果”和“原表”里的标注。',
        'note',
        columns,
      ),
      ...sumRows(input, count, columns.length),
    ],
    spanned: { rows: 2, columns: columns.length },
    count,
    lines: function* () {
      let number = 0;
      for (const submission of accepted) {
        for (const [rule, found] of rulesOf(submission)) {
          number += 1;
          const cells = findingCells(number, submission, rule, found, input);
          yield lineRow(cells, columns);
        }
      }
    },
    print: {},
    frozenColumns: 2,
    filterable: count > 0,
  });
}

/** The findings of all, and of what is approved where there is a review. */
function sumRows(input: SummaryInput, count: number, width: number): readonly RowModel[] {
  const approved = approvedPart(input);
  const [first, last] = approved === null ? [5, 4 + count] : [6, 5 + count];
  const counts = `${COUNT_LETTER}${first}:${COUNT_LETTER}${last}`;
  const reviews = onlyApproved(`${REVIEW_LETTER}${first}:${REVIEW_LETTER}${last}`);
  const row = (name: string, part: SummaryInput, formula: string): RowModel => {
    const found = acceptedOf(part).reduce((sum, { current }) => sum + findingsOf(current), 0);
    const blank = textCell('', 'total');
    const cells = [
      ...[blank, textCell(name, 'total'), blank, blank, blank],
      count === 0 ? countCell(0, 'totalFigure') : countFormula(formula, found, 'totalFigure'),
    ];
    const all = Array.from({ length: width }, (_, index) => cells[index] ?? blank);
    return { height: 22, cells: all };
  };
  const name = count === 0 ? '没有校验问题' : FILTERED_TOTAL;
  return [
    row(name, input, `SUBTOTAL(9,${counts})`),
    ...(approved === null
      ? []
      : [row(totalNames(input).approved, approved, `SUMIFS(${counts},${reviews})`)]),
  ];
}

/** Rules with findings, the most findings first. */
const rulesOf = ({ current }: AcceptedSubmission): readonly (readonly [string, number])[] =>
  Object.entries(current.countsByRule)
    .filter(([, count]) => count > 0)
    .sort(([a, many], [b, others]) => others - many || (a < b ? -1 : 1));

function findingCells(
  number: number,
  submission: AcceptedSubmission,
  rule: string,
  found: number,
  input: SummaryInput,
): readonly CellModel[] {
  const { submitter, current } = submission;
  const known = ruleById(rule);
  return [
    numberCell(number, 'centred'),
    textCell(submitter.name, 'text'),
    textCell(known?.number ?? '', 'centred'),
    textCell(known?.title.zh ?? '', 'text'),
    textCell(rule, 'text'),
    countCell(found, 'figure'),
    ...reviewCells(input, submission, 'centred'),
    revisionCell(current.revision, 'centred'),
    outputCell(input, current.outputs.findings, '校验结果'),
    feedbackCell(input, current),
  ];
}

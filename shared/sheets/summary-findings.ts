import { ruleById } from '../rules/catalogue.ts';
import { lazyList } from './long-list.ts';
import { lineRow, spannedRow, type TextColumn, titleRow } from './sheet-rows.ts';
import { countCell, countFormula } from './summary-cells.ts';
import { type AcceptedSubmission, acceptedOf, type SummaryInput } from './summary-input.ts';
import { feedbackCell, outputCell, revisionCell } from './summary-links.ts';
import { SHEETS } from './summary-names.ts';
import { numberCell, type RowModel, type SheetModel, textCell } from './workbook-model.ts';

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '序号', en: 'No.' }, width: 7 },
  { title: { zh: '报送主体', en: 'Submitter' }, width: 34 },
  { title: { zh: '规则号', en: 'Rule' }, width: 9 },
  { title: { zh: '规则', en: 'What it asks' }, width: 52 },
  { title: { zh: '规则标识', en: 'Rule id' }, width: 30 },
  { title: { zh: '条数', en: 'Findings' }, width: 10 },
  { title: { zh: '版次', en: 'Revision' }, width: 9 },
  { title: { zh: '校验结果', en: 'In full' }, width: 12 },
  { title: { zh: '原表', en: 'Own table' }, width: 10 },
];

/** Below title, note, sums and header. */
const FIRST = 5;
const COUNT_LETTER = 'F';

/** The sheet 校验问题: how many findings of which rule each submitter has, and where they are told. */
export function findingsSheet(input: SummaryInput): SheetModel {
  const accepted = acceptedOf(input);
  const count = accepted.reduce((sum, submission) => sum + rulesOf(submission).length, 0);
  const all = accepted.flatMap(rulesOf).reduce((sum, [, found]) => sum + found, 0);
  const blank = textCell('', 'total');
  return lazyList({
    name: SHEETS.findings,
    columns: COLUMNS,
    above: [
      titleRow(`${input.period.id}年度校验问题`, COLUMNS.length),
      spannedRow(
        '各报送主体已接收的一版按规则计数（E 错误、W 须说明、I 提示、G 公开前签认）；每一条的单元格、原值和应值见“校验结果”和“原表”里的标注。',
        'note',
        COLUMNS,
      ),
      {
        height: 22,
        cells: [
          blank,
          textCell(count === 0 ? '没有校验问题' : '合计（随筛选变化）', 'total'),
          ...[blank, blank, blank],
          count === 0
            ? countCell(0, 'totalFigure')
            : countFormula(
                `SUBTOTAL(9,${COUNT_LETTER}${FIRST}:${COUNT_LETTER}${FIRST + count - 1})`,
                all,
                'totalFigure',
              ),
          ...[blank, blank, blank],
        ],
      },
    ],
    spanned: { rows: 2, columns: COLUMNS.length },
    count,
    lines: function* () {
      let number = 0;
      for (const submission of accepted) {
        for (const [rule, found] of rulesOf(submission)) {
          number += 1;
          yield findingLine(number, submission, rule, found, input);
        }
      }
    },
    print: {},
    frozenColumns: 2,
    filterable: count > 0,
  });
}

/** Rules with findings, the most findings first. */
const rulesOf = ({ current }: AcceptedSubmission): readonly (readonly [string, number])[] =>
  Object.entries(current.countsByRule)
    .filter(([, count]) => count > 0)
    .sort(([a, many], [b, others]) => others - many || (a < b ? -1 : 1));

function findingLine(
  number: number,
  { submitter, current }: AcceptedSubmission,
  rule: string,
  found: number,
  input: SummaryInput,
): RowModel {
  const known = ruleById(rule);
  return lineRow(
    [
      numberCell(number, 'centred'),
      textCell(submitter.name, 'text'),
      textCell(known?.number ?? '', 'centred'),
      textCell(known?.title.zh ?? '', 'text'),
      textCell(rule, 'text'),
      countCell(found, 'figure'),
      revisionCell(current.revision, 'centred'),
      outputCell(input, current.outputs.findings, '校验结果'),
      feedbackCell(input, current),
    ],
    COLUMNS,
  );
}

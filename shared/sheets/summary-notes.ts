import { NO_FIGURE } from '../records/record.ts';
import { LOW_PERCENT } from '../submission-figures.ts';
import { lineRow, sheetOfRows, type TextColumn, titleRow } from './sheet-rows.ts';
import { APPROVED_BAND_ROWS, BAND_ROWS, bandCell } from './summary-band-places.ts';
import { amountFormula, countFormula } from './summary-cells.ts';
import { countingNotes, type Note } from './summary-counting-notes.ts';
import { DEPARTMENT_LETTERS, departmentCell, fundLetter } from './summary-department-columns.ts';
import { cutOff } from './summary-figures.ts';
import { acceptedOf, isReviewed, type SummaryInput } from './summary-input.ts';
import { SHEETS } from './summary-names.ts';
import {
  departmentPlaces,
  detailPlaces,
  detailRange,
  holdsDetails,
  sumsDetails,
} from './summary-places.ts';
import { type CellModel, type RowModel, type SheetModel, textCell } from './workbook-model.ts';

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '项目', en: 'Subject' }, width: 20 },
  { title: { zh: '口径', en: 'How it is to be read' }, width: 92 },
];

/** The sheet 口径说明: how each figure is made, what was taken in, and sums that must come to 0. */
export function notesSheet(input: SummaryInput): SheetModel {
  const notes = [...inputNotes(input), ...figureNotes(input), ...traceNotes(input)];
  return sheetOfRows({
    name: SHEETS.notes,
    columns: COLUMNS,
    above: [titleRow(`${input.period.id}年度口径说明`, COLUMNS.length)],
    spanned: { rows: 1, columns: COLUMNS.length },
    lines: [
      ...notes.map(([subject, note]) =>
        lineRow([textCell(subject, 'centred'), textCell(note, 'text')], COLUMNS),
      ),
      ...checks(input),
    ],
    print: { orientation: 'portrait' },
    frozenColumns: 1,
    filterable: false,
  });
}

/** What the budget amounts are. */
export const basisOf = ({ period }: SummaryInput): string =>
  period.budgetBasis === '未注明'
    ? '原表未注明是年初预算还是调整后预算'
    : `${period.budgetBasis}预算`;

function inputNotes(input: SummaryInput): readonly Note[] {
  const forms = [...new Set(acceptedOf(input).map(({ current }) => current.form))];
  const time = cutOff(input);
  return [
    [
      '数据截止',
      time === null ? NO_FIGURE : `${time}（北京时间），即计入的各版中最晚一次上传的时间。`,
    ],
    [
      '生成批次',
      input.generation === null
        ? `${NO_FIGURE}（由命令行生成）`
        : `第 ${input.generation} 次变动之后。每一批次另存一份，可以随时取回当时看到的汇总表。`,
    ],
    [
      '收录范围',
      `校验通过的报送，每个报送主体只取最近通过的一版；之后又传而未通过的文件不影响它。${reviewNote(input)}`,
    ],
    [
      '表式',
      forms.length === 0
        ? NO_FIGURE
        : forms.map(({ version, id }) => `${version} 年表式（${id}）`).join('、'),
    ],
  ];
}

/** What the totals are of. */
const reviewNote = (input: SummaryInput): string =>
  isReviewed(input)
    ? '财政已审核通过的，以审核通过的一版为准，之后更正的待审核后再计。各合计列两次：先“校验通过”（尚未审核的也计入），再“其中：审核通过”；按“审核”栏筛选可看到各是哪些。'
    : '尚未审核的也计入：本表各合计均为“校验通过”口径。';

const figureNotes = (input: SummaryInput): readonly Note[] => [
  ['单位', '万元，保留两位小数显示；储存到分，加总按分，不按显示的两位小数。'],
  ['预算', `“项目年度预算金额”：${basisOf(input)}。`],
  [
    '执行率',
    '实际支出合计 ÷ 预算合计（Σ实际支出 ÷ Σ预算），不是各项目执行率的平均；预算为 0 的写“—”。',
  ],
  ['未执行', '预算 − 实际支出；支出超过预算的为负数。'],
  [
    '率段、未达标',
    `按每个项目的金额（精确到分）判断，不按四舍五入后的执行率：99.996% 不算 100%。低于 ${LOW_PERCENT}% 为未达标，零执行的在内。率段含下限、不含上限；预算为 0 的项目归入“无预算”。`,
  ],
  ['占比', '按最大余数法凑足 100.00%，个别占比与单独四舍五入的结果可差 0.01 个百分点。'],
  [
    '“—”',
    '没有这个数：表式不分资金来源、没有填报、预算为 0 因而没有执行率，或没有上年数据。“—”不是 0。',
  ],
  ['上年', '上一年度计入的各版合计；两年的报送主体和表式可能不同，增减只供参考。'],
  [
    '部门',
    '报送主体为名册上的报送单位；其下列出的实施单位按原表“单位名称／部门名称”归并，全半角和“（本级）”不计。',
  ],
  ...countingNotes(input),
];

/** Where links lead, and for whom. */
const linkNote = ({ outputsAddress }: SummaryInput): string =>
  /^https?:/.test(outputsAddress)
    ? '链接打开门户里的这一份，本表单独保存、转发后仍可用；须登录，只有有权查看该单位的人能打开。'
    : '链接是相对位置：把整个输出文件夹一起保存，链接就能打开。';

const traceNotes = (input: SummaryInput): readonly Note[] => [
  [
    '追溯',
    sumsDetails(input)
      ? `“总览”取自“部门汇总”“率段分布”“报送进度”；“部门汇总”各行用公式加总“项目明细”中“汇总行”相同的项目（如 2·1 是第 2 个报送主体的第 1 个实施单位），在“项目明细”筛选“汇总行”即可看到。`
      : `“总览”取自“部门汇总”“率段分布”“报送进度”；报送主体多，“部门汇总”各行为接收时算定的数，点“明细”看项目，下面的核对须为 0。`,
  ],
  [
    '来源',
    `每个项目都注明文件、表、行、版次：即该单位上传文件里的位置。“自评表”是定版 PDF，“原表”是该单位原表及校验标注。${linkNote(input)}`,
  ],
  ['公式', '合计为公式，打开即可重算；“项目明细”可以排序、筛选，不影响其他各表。'],
];

/** Sums made in two ways; what is between them must be nothing. */
function checks(input: SummaryInput): readonly RowModel[] {
  const { total } = departmentPlaces(input);
  const lines: (readonly [string, CellModel])[] = [
    [
      '核对：部门汇总与率段分布的项目数之差',
      countFormula(
        `${departmentCell(DEPARTMENT_LETTERS.projects, total)}-${bandCell('projects', BAND_ROWS.total)}`,
        0,
        'figure',
      ),
    ],
    ...(['budget', 'actual'] as const).map(
      (side) =>
        [
          `核对：部门汇总与率段分布的${side === 'budget' ? '预算' : '实际支出'}之差`,
          difference(
            departmentCell(DEPARTMENT_LETTERS[side], total),
            bandCell(side, BAND_ROWS.total),
          ),
        ] as const,
    ),
    ...(holdsDetails(input) ? detailChecks(input, total) : []),
    ...approvedChecks(input),
  ];
  return lines.map(([subject, cell]) => lineRow([textCell(subject, 'text'), cell], COLUMNS));
}

/** The same of what is approved: 部门汇总 adds lines, 率段分布 rows or what heads say. */
function approvedChecks(input: SummaryInput): readonly (readonly [string, CellModel])[] {
  const { approved } = departmentPlaces(input);
  if (approved === null) return [];
  const { total } = APPROVED_BAND_ROWS;
  return (['budget', 'actual'] as const).map((side) => [
    `核对：审核通过的${side === 'budget' ? '预算' : '实际支出'}，部门汇总与率段分布之差`,
    difference(departmentCell(DEPARTMENT_LETTERS[side], approved), bandCell(side, total)),
  ]);
}

const difference = (one: string, other: string): CellModel =>
  amountFormula(`ROUND(${one}-${other},6)`, 0, 'figure');

function detailChecks(
  input: SummaryInput,
  total: number,
): readonly (readonly [string, CellModel])[] {
  const places = detailPlaces(input);
  return (['budget', 'actual'] as const).map((side) => {
    const rows = `SUM(${detailRange(places, places.column(`${side}Total`) ?? '')})`;
    return [
      `核对：部门汇总与项目明细的${side === 'budget' ? '预算' : '实际支出'}之差`,
      difference(departmentCell(fundLetter(side, 0), total), rows),
    ] as const;
  });
}

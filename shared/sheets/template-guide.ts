import { type ColumnHint, hintFor } from '../../templates/column-hints.ts';
import {
  type FormDefinition,
  indicatorPairs,
  type LeafPath,
  leafPaths,
} from '../../templates/form.ts';
import { lineRow, sheetOfRows, spannedRow, type TextColumn, titleRow } from './sheet-rows.ts';
import { textHeight } from './text-extent.ts';
import { type RowModel, type SheetModel, textCell } from './workbook-model.ts';

/** Name of the sheet that says how a template is filled in. */
const GUIDE_SHEET = '填报说明';

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '栏目', en: 'Column' }, width: 19 },
  { title: { zh: '填什么', en: 'What belongs here' }, width: 46 },
  { title: { zh: '例子', en: 'Example' }, width: 44 },
];

/** Points of a line of advice. */
const LINE_POINTS = 20;

const STEPS: readonly string[] = [
  '1. 在“绩效自评表”里填黄色格，一个项目一行；灰色格（合计、执行率）自动计算，不用填。点到哪一格，旁边就有提示。',
  '2. 行不够，在灰色细线以上插入行，再把上一行的公式复制下来；多余的行不用删。行可以删除、排序、调高，请不要改动表头和各栏的位置。',
  '3. 填好后存成 .xlsx 上传，文件名随意。有问题的格会逐一标出退回，改好再传就行。',
];

const MISTAKES: readonly string[] = [
  '1. 金额按“元”填了，或在数字后面写“万元”。——只填数字，单位是万元。',
  '2. “完成情况”照抄目标，或写“拟、将、计划”。——写到年底的实际结果，写出数字。',
  '3. 指标只填了内容没填完成情况，或反过来。——两格要么都填，要么都填“不适用”。',
  '4. 该填的留空。——没有问题填“无”，不需要整改填“不需要整改”，没有金额填 0。',
  '5. 执行率偏低或没有支出，却没写原因。——在“存在的问题”写明原因，在“整改情况”写明怎么改。',
  '6. 项目名称、单位名称与批复不一致。——用全称，一字不差；分科室填的，合并成一份再传。',
  '7. 涉密内容不得填入本表，也不得上传；个人姓名、身份证号、银行账号不要写。',
];

/** What the guide is about. */
export interface GuideInput {
  readonly form: FormDefinition;
  readonly period: string;
  /** Empty for a template for anybody. */
  readonly submitterName: string;
  /** The period whose records stand in the rows; null for a blank template. */
  readonly filledFrom: string | null;
}

/** The sheet 填报说明: how to fill in, what goes wrong most often, and each column with an example. */
export function guideSheet(input: GuideInput): SheetModel {
  const above = [
    titleRow('填报说明', COLUMNS.length),
    ...aboutLines(input).map((text) => spannedRow(text, 'note', COLUMNS)),
    ...section('怎么填', STEPS),
    ...section('最常见的错误', MISTAKES),
    spannedRow('各栏填什么（指标的例子：年度指标内容 → 完成情况）', 'heading', COLUMNS),
  ];
  return sheetOfRows({
    name: GUIDE_SHEET,
    columns: COLUMNS,
    above,
    spanned: { rows: above.length, columns: COLUMNS.length },
    lines: guideLines(input.form).map((line) =>
      lineRow(
        [
          textCell(line.title, 'centred'),
          textCell(line.what, 'text'),
          textCell(line.example, 'text'),
        ],
        COLUMNS,
      ),
    ),
    print: { orientation: 'portrait', titleRows: null },
    frozenColumns: 0,
    filterable: false,
  });
}

function aboutLines({ period, submitterName, filledFrom }: GuideInput): readonly string[] {
  const forWhom = submitterName === '' ? '' : `${submitterName}　`;
  const made = `${forWhom}${period} 年度部门预算项目绩效自评`;
  if (filledFrom === null) return [made];
  return [
    made,
    `项目、预算和目标取自 ${filledFrom} 年度的记录，已代为填入，请逐项核对；完成情况和支出请填写。`,
  ];
}

const section = (heading: string, lines: readonly string[]): readonly RowModel[] => [
  spannedRow(heading, 'heading', COLUMNS),
  ...lines.map(plainRow),
];

/** A line in the font of the table, no taller than that needs. */
const plainRow = (text: string): RowModel => {
  const width = COLUMNS.reduce((sum, column) => sum + column.width, 0);
  return {
    ...spannedRow(text, 'bare', COLUMNS),
    height: Math.max(LINE_POINTS, textHeight(text, width)),
  };
};

interface GuideLine {
  readonly title: string;
  readonly what: string;
  readonly example: string;
}

/** A line a column; amounts by source share one, an indicator and its completion share one. */
function guideLines(form: FormDefinition): readonly GuideLine[] {
  const groups = new Map<string, LeafPath[]>();
  const paired = new Set(indicatorPairs(form).flatMap(({ target, actual }) => [target, actual]));
  for (const path of leafPaths(form.columns)) {
    const title = guideTitle(path, paired.has(path.leaf.field));
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [path]);
    else group.push(path);
  }
  return [...groups].map(([title, paths]) => {
    const hints = paths.map(({ leaf }) => hintFor(leaf));
    return { title, what: hints[0]?.what ?? '', example: examplesOf(paths, hints) };
  });
}

function guideTitle({ leaf, groups }: LeafPath, isPaired: boolean): string {
  const group = isPaired ? groups.at(-1) : groups[0];
  return group !== undefined && (isPaired || leaf.type === 'money')
    ? group.title.zh
    : leaf.title.zh;
}

/** Of amounts one example will do; an indicator is shown with its completion. */
function examplesOf([first]: readonly LeafPath[], hints: readonly ColumnHint[]): string {
  const [example = '', completed = ''] = hints.map((hint) => hint.example);
  if (first?.leaf.type === 'money' || completed === '' || first?.leaf.type === 'extension')
    return example;
  return `${example} → ${completed}`;
}

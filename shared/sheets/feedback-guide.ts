import { ruleById } from '../rules/catalogue.ts';
import type { FindingLine } from '../rules/finding-lines.ts';
import { SECTION_NAMES } from '../rules/finding-lines.ts';
import { cellText } from './excel-limits.ts';
import { lineRow, sheetOfRows, spannedRow, type TextColumn, titleRow } from './sheet-rows.ts';
import { type SheetModel, textCell } from './workbook-model.ts';

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '分类', en: 'Kind' }, width: 14 },
  { title: { zh: '填报要求', en: 'What must hold' }, width: 44 },
  { title: { zh: '怎么改', en: 'How to mend it' }, width: 60 },
  { title: { zh: '处数', en: 'Places' }, width: 8 },
];

const LEFT_OUT =
  '本文件由系统按您上传的表重新写出：封面、公式、隐藏的工作表和表式以外的栏目不带入。请在其中直接改正，保存后上传本文件；也可以改您的原文件再上传。';
const EXPLAINING =
  '问题清单的“单位说明”会随本文件读回，供审核人参考，不会公开；整行移动、排序、删除都不影响读回，隐藏的列请保留。';

/** The sheet 填报说明: of each rule that found something, what it asks for and how it is mended. */
export function feedbackGuideSheet(lines: readonly FindingLine[]): SheetModel {
  const byRule = new Map<string, FindingLine[]>();
  for (const line of lines) byRule.set(line.rule, [...(byRule.get(line.rule) ?? []), line]);
  const above = [
    titleRow('填报说明', COLUMNS.length),
    spannedRow(LEFT_OUT, 'note', COLUMNS),
    spannedRow(EXPLAINING, 'note', COLUMNS),
  ];
  return sheetOfRows({
    name: '填报说明',
    columns: COLUMNS,
    above,
    spanned: { rows: above.length, columns: COLUMNS.length },
    lines: [...byRule.values()].map((ofRule) => lineRow(ruleCells(ofRule), COLUMNS)),
    print: {},
    frozenColumns: 0,
    filterable: false,
  });
}

function ruleCells(lines: readonly FindingLine[]) {
  const [first] = lines;
  if (first === undefined) throw new RangeError('a rule is explained where it found something');
  const title = ruleById(first.rule)?.title ?? { zh: first.rule, en: '' };
  const places = lines.reduce((sum, { findings }) => sum + findings.length, 0);
  return [
    textCell(SECTION_NAMES[first.section].zh, 'centred'),
    textCell(cellText(`${title.zh}\n${title.en}`), 'text'),
    textCell(cellText(remedyIn(first.message.zh)), 'text'),
    textCell(`${places}`, 'centred'),
  ];
}

/** What a message tells to do: from its first sentence with 请 on, else all of it. */
function remedyIn(message: string): string {
  const sentences = message.split(/(?<=[。；])/u);
  const from = sentences.findIndex((sentence) => /请|不必|可不/u.test(sentence));
  return from < 0 ? message : sentences.slice(from).join('');
}

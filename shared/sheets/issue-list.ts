import { fieldTitle, leaves } from '../../templates/form.ts';
import { EXPLANATION_TITLE, ISSUE_KEYS, ISSUE_SHEET } from '../rows/read-explanations.ts';
import type { Table } from '../rows/row.ts';
import { countFindings, type Finding } from '../rules/finding.ts';
import {
  type FindingLine,
  isMerged,
  MOST_TOLD,
  SECTION_NAMES,
  SECTIONS,
  type Section,
} from '../rules/finding-lines.ts';
import { commonField } from '../rules/told-together.ts';
import { totalEqualsSources } from '../rules/total-equals-sources/rule.ts';
import { cellText } from './excel-limits.ts';
import { labelOf, MOST_NOTES, markOf, withMark } from './feedback-marks.ts';
import type { FeedbackTable } from './feedback-table.ts';
import { OFFICIAL_SHEET } from './official-table.ts';
import {
  lineRow,
  sheetOfRows,
  spannedRow,
  spanOf,
  type TextColumn,
  titleRow,
} from './sheet-rows.ts';
import { typedAt } from './typed-at.ts';
import {
  type CellModel,
  linkCell,
  type RowModel,
  type SheetModel,
  textCell,
} from './workbook-model.ts';

/** What the issue list is made from: the findings, and the tables they point into. */
export interface IssueListInput {
  /** The table in the unit's own file. */
  readonly table: Table;
  /** The same table in this workbook. */
  readonly shown: FeedbackTable;
  readonly findings: readonly Finding[];
  readonly lines: readonly FindingLine[];
  readonly fileName: string;
  readonly period: string | null;
}

const NOTHING = '—';

/** Where there are more values than the list tells. */
const SEE_NOTES = '各格不同，见表中批注';

/** Characters of the serials of several projects in their narrow column; the sentence names all. */
const SERIALS_LENGTH = 24;

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '严重度', en: 'Severity' }, width: 9 },
  { title: { zh: '序号', en: 'No.' }, width: 10 },
  { title: { zh: '项目名称', en: 'Project' }, width: 18 },
  { title: { zh: '栏目', en: 'Column' }, width: 15 },
  { title: { zh: '原表单元格', en: 'Cell in your file' }, width: 14 },
  { title: { zh: '点这里去改', en: 'Go to' }, width: 10 },
  { title: { zh: '您填的', en: 'What you wrote' }, width: 18 },
  { title: { zh: '问题', en: 'What is wrong' }, width: 44 },
  { title: { zh: '建议值', en: 'Suggestion' }, width: 17 },
  { title: { zh: `${EXPLANATION_TITLE}（可填写）`, en: 'Your explanation' }, width: 22 },
  { title: { zh: '英文', en: 'In English' }, width: 60 },
];

/** The English column is beside the page, not on it. */
const PRINTED_COLUMNS = COLUMNS.length - 1;

const ALL_COLUMNS: readonly TextColumn[] = [
  ...COLUMNS,
  // Wide, so that no hidden text makes a row taller.
  ...ISSUE_KEYS.map((key) => ({ title: { zh: key, en: '' }, width: 100 })),
];

/** The sheet 问题清单: how many findings, what to do about them, then a line each, by section. */
export function issueListSheet(input: IssueListInput): SheetModel {
  const { findings, lines, shown } = input;
  const period = input.period === null ? '' : `　　年度：${input.period}`;
  const printed = COLUMNS.slice(0, PRINTED_COLUMNS);
  const above = [
    titleRow('校验问题清单', COLUMNS.length),
    spannedRow(`文件：${input.fileName}${period}`, 'note', printed),
    spannedRow(countsLine(findings, lines), 'heading', printed),
    spannedRow(adviceFor(findings) + noteAdvice(shown), 'note', printed),
  ];
  const sections = SECTIONS.flatMap((section) => sectionRows(section, input));
  const sheet = sheetOfRows({
    name: ISSUE_SHEET,
    columns: ALL_COLUMNS,
    above,
    spanned: { rows: above.length, columns: PRINTED_COLUMNS },
    lines: sections.map(({ row }) => row),
    print: { columns: PRINTED_COLUMNS },
    frozenColumns: 0,
    filterable: false,
  });
  const first = above.length + 2;
  const bands = sections.flatMap(({ isBand }, index) =>
    isBand ? [spanOf(first + index, PRINTED_COLUMNS)] : [],
  );
  return {
    ...sheet,
    merges: [...sheet.merges, ...bands],
    hiddenColumns: ISSUE_KEYS.map((_, index) => COLUMNS.length + index + 1),
  };
}

/** 错误 1 · 警告 9 · 提示 2, in how many lines, and what that means. */
function countsLine(findings: readonly Finding[], lines: readonly FindingLine[]): string {
  const { errors, warnings, hints } = countFindings(findings);
  const gates = findings.filter(({ gate }) => gate === true).length;
  const signed = gates === 0 ? '' : `（其中公开前签认 ${gates}）`;
  const merged = lines.length < findings.length ? `（同类合并后共 ${lines.length} 条）` : '';
  const status = errors > 0 ? '校验未通过，请改正后重新上传' : '校验通过';
  return `错误 ${errors} · 警告 ${warnings} · 提示 ${hints}${signed}${merged}　　${status}`;
}

function adviceFor(findings: readonly Finding[]): string {
  const { errors, warnings } = countFindings(findings);
  const how = `点“点这里去改”，在本文件“${OFFICIAL_SHEET}”页涂色的格里改，保存后把本文件上传即可（在您的原文件里改也行）。`;
  if (errors > 0) {
    return `怎么改：${how}［错误］必须改（粗框）；［警告］请核对（虚线框），确属实情的在“${EXPLANATION_TITLE}”写明原因；［提示］可不改。`;
  }
  return warnings > 0
    ? `怎么办：［警告］请核对，填错的改，确属实情的在“${EXPLANATION_TITLE}”写明原因；［提示］可不改。${how}`
    : '没有必须改的内容。［提示］供参考，可不改。';
}

const noteAdvice = ({ isEveryNoted }: FeedbackTable): string =>
  isEveryNoted ? '' : `问题太多，只有前 ${MOST_NOTES} 格带批注，其余只涂色。`;

/** A row of the list; a band is one text over all its columns. */
interface ListRow {
  readonly row: RowModel;
  readonly isBand?: true;
}

const SECTION_ADVICE: Readonly<Record<Section, string>> = {
  must: '不改不能接收',
  check: '填错的改，属实的写说明',
  reference: '可不改',
  sign: '不影响接收；公开前须由单位签字确认',
};

function sectionRows(section: Section, input: IssueListInput): readonly ListRow[] {
  const lines = input.lines.filter((line) => line.section === section);
  if (lines.length === 0) return [];
  const open = lines.filter((line) => line.open);
  const folded = lines.filter((line) => !line.open);
  const { zh, en } = SECTION_NAMES[section];
  const more = folded.length === 0 ? '' : `，其中 ${folded.length} 条已折叠，点左边“＋”展开`;
  return [
    bandRow(`${zh}（${en}）　${lines.length} 条${more}　　${SECTION_ADVICE[section]}`),
    ...open.map((line) => ({ row: issueRow(line, input) })),
    // Folded rows need a row before them that stays: the band, or this one.
    ...(open.length > 0 && folded.length > 0
      ? [bandRow(`${zh}：另有 ${folded.length} 条已折叠，点左边“＋”展开`)]
      : []),
    ...folded.map((line) => ({ row: { ...issueRow(line, input), folded: true as const } })),
  ];
}

const bandRow = (text: string): ListRow => ({
  row: spannedRow(text, 'section', COLUMNS.slice(0, PRINTED_COLUMNS)),
  isBand: true,
});

const issueRow = (line: FindingLine, input: IssueListInput): RowModel =>
  lineRow(issueCells(line, input), ALL_COLUMNS);

function issueCells(line: FindingLine, input: IssueListInput): readonly CellModel[] {
  const { at, message, readings, explanation = '' } = line;
  const { form } = input.table;
  const several = isMerged(line);
  const field = commonField(line.findings);
  const isField = leaves(form.columns).some((leaf) => leaf.field === field);
  const cell = at.cell === null ? NOTHING : `${at.sheet ?? ''}!${at.cell}`;
  const typed = new Set(line.findings.map((finding) => typedAt(finding, input.table)));
  return [
    withMark(textCell(`［${labelOf(line)}］`, 'centred'), markOf([line])),
    textCell(cellText(shortSerials(line) || NOTHING), 'centred'),
    textCell(cellText(several ? projectCount(line) : (at.project ?? NOTHING)), 'text'),
    textCell(field !== null && isField ? fieldTitle(form, field).zh : NOTHING, 'text'),
    textCell(several ? `${cell} 等 ${line.findings.length} 格` : cell, 'text'),
    linkTo(line, input.shown),
    textCell(typed.size === 1 ? ([...typed][0] ?? '') : '（各格不同）', 'text'),
    textCell(cellText(message.zh), 'text'),
    textCell(cellText(suggestionOf(line)), 'centred'),
    textCell(cellText(explanation), 'input'),
    textCell(cellText(message.en + (readings === undefined ? '' : ` ${readings.en}`)), 'text'),
    ...keysOf(line).map((text) => textCell(cellText(text), 'bare')),
  ];
}

/** The value or values that should stand in the cell; of few cells each, of many where they are told. */
function suggestionOf(line: FindingLine): string {
  const { suggestion, readings, findings } = line;
  if (suggestion !== undefined) return suggestion;
  if (readings !== undefined) return readings.zh;
  const suggested = findings.filter((finding) => finding.suggestion !== undefined);
  if (suggested.length === 0)
    return isMerged(line) && line.rule === totalEqualsSources.id ? SEE_NOTES : '';
  if (suggested.length > MOST_TOLD) return SEE_NOTES;
  return suggested
    .map((finding) => `序号 ${finding.at.serial ?? '—'}：${finding.suggestion}`)
    .join('\n');
}

/** What the line is known by when the workbook is sent back, in the order of ISSUE_KEYS. */
function keysOf(line: FindingLine): readonly string[] {
  const { rule, group, at } = line;
  return isMerged(line)
    ? [rule, group, '', '', '']
    : [rule, group, at.field ?? '', at.serial ?? '', at.project ?? ''];
}

const projectCount = ({ findings }: FindingLine): string =>
  `（${new Set(findings.map(({ at }) => at.row)).size} 个项目）`;

function shortSerials({ serials }: FindingLine): string {
  if (serials.length <= SERIALS_LENGTH) return serials;
  const kept = serials.slice(0, SERIALS_LENGTH);
  return `${kept.slice(0, Math.max(kept.lastIndexOf('、'), 1))}等`;
}

/** Leads to the cell of the line's first finding that has one. */
function linkTo({ findings }: FindingLine, shown: FeedbackTable): CellModel {
  const cell = findings.map(shown.cellOf).find((found) => found !== null);
  return cell === undefined || cell === null
    ? textCell(NOTHING, 'centred')
    : linkCell(OFFICIAL_SHEET, cell, `→ ${cell}`);
}

import { EXPLANATION_TITLE, ISSUE_KEYS, ISSUE_SHEET } from '../rows/read-explanations.ts';
import type { Table } from '../rows/row.ts';
import { countFindings, type Finding } from '../rules/finding.ts';
import { type FindingLine, SECTION_NAMES, SECTIONS, type Section } from '../rules/finding-lines.ts';
import { MOST_NOTES } from './feedback-marks.ts';
import type { FeedbackTable } from './feedback-table.ts';
import { commentCells, issueCells } from './issue-line.ts';
import { OFFICIAL_SHEET } from './official-table.ts';
import type { SentBack } from './sent-back.ts';
import {
  lineRow,
  sheetOfRows,
  spannedRow,
  spanOf,
  type TextColumn,
  titleRow,
} from './sheet-rows.ts';
import type { RowModel, SheetModel } from './workbook-model.ts';

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
  readonly sentBack?: SentBack;
}

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '严重度', en: 'Severity' }, width: 9 },
  { title: { zh: '序号', en: 'No.' }, width: 10 },
  { title: { zh: '项目名称', en: 'Project' }, width: 18 },
  { title: { zh: '栏目', en: 'Column' }, width: 15 },
  { title: { zh: '原表单元格', en: 'Cell in your file' }, width: 14 },
  { title: { zh: '点这里去改', en: 'Go to' }, width: 10 },
  { title: { zh: '您填的', en: 'What you wrote' }, width: 18 },
  { title: { zh: '问题', en: 'What is wrong' }, width: 44 },
  { title: { zh: '建议值', en: 'Suggestion' }, width: 20 },
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
  const sections = [
    ...sentBackRows(input),
    ...SECTIONS.flatMap((section) => sectionRows(section, input)),
  ];
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
  const signed = gates === 0 ? '' : `（另有公开前签认 ${gates}）`;
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

/** What the reviewers say, before all that the rules say. */
function sentBackRows({ sentBack, table, shown }: IssueListInput): readonly ListRow[] {
  if (sentBack === undefined) return [];
  const { stateName, name, reason, comments } = sentBack;
  return [
    bandRow(`${stateName}（${name}）：${reason}`),
    ...comments.map((comment) => ({
      row: lineRow(commentCells(comment, table, shown), ALL_COLUMNS),
    })),
  ];
}

const bandRow = (text: string): ListRow => ({
  row: spannedRow(text, 'section', COLUMNS.slice(0, PRINTED_COLUMNS)),
  isBand: true,
});

const issueRow = (line: FindingLine, input: IssueListInput): RowModel =>
  lineRow(issueCells(line, input.table, input.shown), ALL_COLUMNS);

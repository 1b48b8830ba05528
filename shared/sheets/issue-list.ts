import { fieldTitle } from '../../templates/form.ts';
import type { Text } from '../locale.ts';
import type { Table } from '../rows/row.ts';
import { countFindings, type Finding } from '../rules/finding.ts';
import { messageOf } from '../rules/message.ts';
import { SEVERITIES } from '../severity.ts';
import { cellText } from './excel-limits.ts';
import { labelOf, markOf, shownAt, withMark } from './feedback-table.ts';
import { OFFICIAL_SHEET, type OfficialTable } from './official-table.ts';
import { lineRow, sheetOfRows, spannedRow, type TextColumn, titleRow } from './sheet-rows.ts';
import { type CellModel, linkCell, type SheetModel, textCell } from './workbook-model.ts';

/** What the issue list is made from: the findings, and the tables they point into. */
export interface IssueListInput {
  /** The table in the unit's own file. */
  readonly table: Table;
  /** The same table in this workbook. */
  readonly shown: OfficialTable;
  readonly findings: readonly Finding[];
  readonly fileName: string;
  readonly period: string | null;
}

const NOTHING = '—';

/** Characters of a typed text that are repeated in the list; the table holds the whole. */
const QUOTED_LENGTH = 120;

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '严重度', en: 'Severity' }, width: 9 },
  { title: { zh: '序号', en: 'No.' }, width: 7 },
  { title: { zh: '项目名称', en: 'Project' }, width: 24 },
  { title: { zh: '栏目', en: 'Column' }, width: 20 },
  { title: { zh: '原表单元格', en: 'Cell in your file' }, width: 18 },
  { title: { zh: '本表定位', en: 'Go to' }, width: 10 },
  { title: { zh: '填写内容', en: 'What you wrote' }, width: 26 },
  { title: { zh: '问题', en: 'What is wrong' }, width: 46 },
  { title: { zh: '建议值', en: 'Suggestion' }, width: 13 },
  { title: { zh: '单位说明（请填写）', en: 'Your explanation' }, width: 28 },
  { title: { zh: '英文', en: 'In English' }, width: 60 },
];

/** The English column is beside the page, not on it. */
const PRINTED_COLUMNS = COLUMNS.length - 1;

/** The sheet 问题清单: how many findings, what to do about them, then a line each. */
export function issueListSheet(input: IssueListInput): SheetModel {
  const { findings } = input;
  const period = input.period === null ? '' : `　　年度：${input.period}`;
  const above = [
    titleRow('校验问题清单', COLUMNS.length),
    spannedRow(`文件：${input.fileName}${period}`, 'note', COLUMNS),
    spannedRow(countsLine(findings), 'heading', COLUMNS),
    spannedRow(adviceFor(findings), 'note', COLUMNS),
  ];
  return sheetOfRows({
    name: '问题清单',
    columns: COLUMNS,
    above,
    spanned: { rows: above.length, columns: PRINTED_COLUMNS },
    lines: ordered(findings).map((finding) => lineRow(issueCells(finding, input), COLUMNS)),
    print: { columns: PRINTED_COLUMNS },
    frozenColumns: 0,
    filterable: findings.length > 0,
  });
}

/** 错误 1 · 警告 9 · 提示 2, and what that means. */
function countsLine(findings: readonly Finding[]): string {
  const { errors, warnings, hints } = countFindings(findings);
  const gates = findings.filter(({ gate }) => gate === true).length;
  const signed = gates === 0 ? '' : `（其中公开前签认 ${gates}）`;
  const status = errors > 0 ? '校验未通过，请改正后重新上传' : '校验通过';
  return `错误 ${errors} · 警告 ${warnings} · 提示 ${hints}${signed}　　${status}`;
}

function adviceFor(findings: readonly Finding[]): string {
  const { errors, warnings } = countFindings(findings);
  if (errors > 0) {
    return '怎么改：点“本表定位”看问题所在，在您的原文件同一单元格改正，保存后重新上传。［错误］必须改；［警告］请核对，确属实情的在“单位说明”写明原因；［提示］供参考，可不改。';
  }
  return warnings > 0
    ? '怎么办：［警告］请核对，填错的改正后重新上传，确属实情的在“单位说明”写明原因；［提示］供参考，可不改。'
    : '没有必须改的内容。［提示］供参考，可不改。';
}

/** Errors, warnings, hints, then what has to be signed off; within each by row and column. */
function ordered(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ severity, gate }: Finding): number =>
    gate === true ? SEVERITIES.length : SEVERITIES.indexOf(severity);
  const columnOf = ({ at }: Finding): string => (at.column ?? '').padStart(3);
  return findings.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.at.row ?? 0) - (b.at.row ?? 0) ||
      compareCodeUnits(columnOf(a), columnOf(b)),
  );
}

/** The same order on every machine, whatever its language. */
const compareCodeUnits = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

function issueCells(finding: Finding, input: IssueListInput): readonly CellModel[] {
  const { at } = finding;
  const message: Text = messageOf(finding);
  return [
    withMark(textCell(`［${labelOf(finding)}］`, 'centred'), markOf([finding])),
    textCell(at.serial ?? NOTHING, 'centred'),
    textCell(cellText(at.project ?? NOTHING), 'text'),
    textCell(at.field === null ? NOTHING : fieldTitle(input.table.form, at.field).zh, 'text'),
    textCell(at.cell === null ? NOTHING : `${at.sheet ?? ''}!${at.cell}`, 'text'),
    linkTo(finding, input),
    textCell(typedAt(finding, input.table), 'text'),
    textCell(cellText(message.zh), 'text'),
    textCell(cellText(finding.suggestion ?? ''), 'centred'),
    textCell('', 'input'),
    textCell(cellText(message.en), 'text'),
  ];
}

function linkTo(finding: Finding, { table, shown }: IssueListInput): CellModel {
  const cell = shownAt(finding, table, shown);
  return cell === null ? textCell(NOTHING, 'centred') : linkCell(OFFICIAL_SHEET, cell, `→ ${cell}`);
}

/** What the unit typed where the finding points. */
function typedAt({ at }: Finding, table: Table): string {
  const row = table.rows.find(({ number }) => number === at.row);
  if (row === undefined || at.field === null) return NOTHING;
  const typed = row.entries[at.field]?.text ?? '';
  if (typed === '') return '（空）';
  const characters = [...typed];
  if (characters.length <= QUOTED_LENGTH) return typed;
  return `${characters.slice(0, QUOTED_LENGTH).join('')}……（共 ${characters.length} 字）`;
}

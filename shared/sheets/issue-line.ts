import { fieldTitle, leaves } from '../../templates/form.ts';
import { ISSUE_KEYS } from '../rows/read-explanations.ts';
import type { Table } from '../rows/row.ts';
import { type FindingLine, isMerged, MOST_TOLD } from '../rules/finding-lines.ts';
import { commonField } from '../rules/told-together.ts';
import { totalEqualsSources } from '../rules/total-equals-sources/rule.ts';
import { cellText } from './excel-limits.ts';
import { labelOf, markOf, withMark } from './feedback-marks.ts';
import { type FeedbackTable, shownCell } from './feedback-table.ts';
import { OFFICIAL_SHEET } from './official-table.ts';
import type { SheetComment } from './sent-back.ts';
import { typedAt } from './typed-at.ts';
import { type CellModel, linkCell, textCell } from './workbook-model.ts';

const NOTHING = '—';

/** Where there are more values than the list tells. */
const SEE_NOTES = '各格不同，见表中批注';

/** Characters of the serials of several projects in their narrow column; the sentence names all. */
const SERIALS_LENGTH = 24;

/** The cells of a line, in the order of the list's columns: those shown, then ISSUE_KEYS. */
export function issueCells(
  line: FindingLine,
  table: Table,
  shown: FeedbackTable,
): readonly CellModel[] {
  const { at, findings, message, readings, explanation = '' } = line;
  const { form } = table;
  const several = isMerged(line);
  const suggested = suggestionOf(line);
  const field = commonField(findings);
  const isField = leaves(form.columns).some((leaf) => leaf.field === field);
  const cell = at.cell === null ? NOTHING : `${at.sheet ?? ''}!${at.cell}`;
  const typed = typedAt(line, table);
  const isSame = findings.every((finding) => typedAt(finding, table) === typed);
  return [
    withMark(textCell(`［${labelOf(line)}］`, 'centred'), markOf([line])),
    textCell(cellText(shortSerials(line) || NOTHING), 'centred'),
    textCell(cellText(several ? projectCount(line) : (at.project ?? NOTHING)), 'text'),
    textCell(field !== null && isField ? fieldTitle(form, field).zh : NOTHING, 'text'),
    textCell(several ? `${cell} 等 ${findings.length} 格` : cell, 'text'),
    linkTo(line, shown),
    textCell(isSame ? typed : '（各格不同）', 'text'),
    textCell(cellText(message.zh), 'text'),
    textCell(cellText(suggested), suggested.includes('\n') ? 'text' : 'centred'),
    textCell(cellText(explanation), 'input'),
    textCell(cellText(message.en + (readings === undefined ? '' : ` ${readings.en}`)), 'text'),
    ...keysOf(line).map((text) => textCell(cellText(text), 'bare')),
  ];
}

/** The cells of what a reviewer wrote at a cell, in the same columns; it has no name to be answered by. */
export function commentCells(
  { row: number, field, name, text }: SheetComment,
  table: Table,
  shown: FeedbackTable,
): readonly CellModel[] {
  const row = table.rows.find((each) => each.number === number);
  const entry = (of: string): string => row?.entries[of]?.text ?? '';
  const cell = row === undefined ? null : shownCell(shown, { row, field });
  const isField = leaves(table.form.columns).some((leaf) => leaf.field === field);
  const address = row?.entries[field]?.at.cell;
  return [
    withMark(textCell('［批注］', 'centred'), 'warning'),
    textCell(cellText(entry('serial') || NOTHING), 'centred'),
    textCell(cellText(entry('projectName') || NOTHING), 'text'),
    textCell(isField ? fieldTitle(table.form, field).zh : NOTHING, 'text'),
    textCell(address === undefined ? NOTHING : `${table.sheet}!${address}`, 'text'),
    cell === null ? textCell(NOTHING, 'centred') : linkCell(OFFICIAL_SHEET, cell, `→ ${cell}`),
    textCell(cellText(entry(field)), 'text'),
    textCell(cellText(`${name}：${text}`), 'text'),
    ...Array.from({ length: 3 + ISSUE_KEYS.length }, () => textCell('', 'text')),
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
  for (const finding of findings) {
    const cell = shown.cellOf(finding);
    if (cell !== null) return linkCell(OFFICIAL_SHEET, cell, `→ ${cell}`);
  }
  return textCell(NOTHING, 'centred');
}

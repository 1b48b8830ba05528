import { ruleById } from '../rules/catalogue.ts';
import { SEVERITY_NAMES } from '../severity.ts';
import { cellText } from './excel-limits.ts';
import { streamedList } from './long-list.ts';
import { lineRow, spannedRow, type TextColumn, titleRow } from './sheet-rows.ts';
import {
  acceptedOf,
  findingsOf,
  type SummaryDetail,
  type SummaryFinding,
  type SummaryInput,
  toldInFull,
} from './summary-input.ts';
import { outputCell } from './summary-links.ts';
import { SHEETS } from './summary-names.ts';
import { type CellModel, type StreamedSheet, textCell } from './workbook-model.ts';

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '报送主体', en: 'Submitter' }, width: 30 },
  { title: { zh: '规则号', en: 'Rule' }, width: 9 },
  { title: { zh: '程度', en: 'Severity' }, width: 10 },
  { title: { zh: '表', en: 'Sheet' }, width: 13 },
  { title: { zh: '单元格', en: 'Cell' }, width: 9 },
  { title: { zh: '项目序号', en: 'Serial' }, width: 9 },
  { title: { zh: '项目名称', en: 'Project' }, width: 28 },
  { title: { zh: '问题', en: 'Finding' }, width: 64 },
  { title: { zh: '应值', en: 'Suggested' }, width: 16 },
  { title: { zh: '校验结果', en: 'In full' }, width: 12 },
];

const NOTHING = '—';

/** The sheet 校验问题明细: every finding with its cell, as far as there is room; the rest are led to. */
export function findingLinesSheet(input: SummaryInput): StreamedSheet<SummaryDetail> {
  const accepted = acceptedOf(input);
  const told = new Set([...toldInFull(accepted)].map(({ current }) => current));
  const count = accepted.reduce(
    (sum, { current }) => sum + (told.has(current) ? findingsOf(current) : 1),
    0,
  );
  return streamedList<SummaryDetail>({
    name: SHEETS.findingLines,
    columns: COLUMNS,
    above: [
      titleRow(`${input.period.id}年度校验问题明细`, COLUMNS.length),
      spannedRow(noteOf(accepted.length, told.size), 'note', COLUMNS),
    ],
    spanned: { rows: 2, columns: COLUMNS.length },
    count,
    linesOf: function* (detail) {
      const { submission, findings } = detail;
      const { current } = submission;
      if (findings === null || !told.has(current)) {
        if (findingsOf(current) > 0) yield lineRow(untoldCells(detail, input), COLUMNS);
        return;
      }
      for (const finding of findings) {
        yield lineRow(findingCells(detail, finding, input), COLUMNS);
      }
    },
    print: { paper: 'A3' },
    frozenColumns: 1,
    filterable: count > 0,
  });
}

const noteOf = (all: number, told: number): string =>
  told === all
    ? '已接收的一版的每一条问题；“单元格”是报送主体原表中的位置。'
    : `问题超过 5 万条：前 ${told} 个报送主体逐条列出，其余每个一行，逐条内容见“校验结果”。`;

const findingCells = (
  { submission }: SummaryDetail,
  { rule, severity, gate, at, message, suggestion = '' }: SummaryFinding,
  input: SummaryInput,
): readonly CellModel[] => [
  textCell(submission.submitter.name, 'topText'),
  textCell(ruleById(rule)?.number ?? rule, 'topCentred'),
  textCell(gate === true ? '公开前签认' : SEVERITY_NAMES[severity].zh, 'topCentred'),
  textCell(at.sheet ?? NOTHING, 'topText'),
  textCell(at.cell ?? NOTHING, 'topCentred'),
  textCell(cellText(at.serial ?? NOTHING), 'topCentred'),
  textCell(cellText(at.project ?? NOTHING), 'topText'),
  textCell(cellText(message.zh), 'topText'),
  textCell(cellText(suggestion), 'topText'),
  outputCell(input, submission.current.outputs.findings, '校验结果'),
];

const untoldCells = (
  { submission: { submitter, current } }: SummaryDetail,
  input: SummaryInput,
): readonly CellModel[] => [
  textCell(submitter.name, 'topText'),
  ...Array.from({ length: 6 }, () => textCell(NOTHING, 'topCentred')),
  textCell(`共 ${findingsOf(current)} 条，逐条内容见“校验结果”`, 'topText'),
  textCell(NOTHING, 'topText'),
  outputCell(input, current.outputs.findings, '校验结果'),
];

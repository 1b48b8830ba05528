import { NO_FIGURE } from '../records/record.ts';
import { minuteInChina } from '../severity.ts';
import { ANSWER_NAMES } from '../status-names.ts';
import { lazyList } from './long-list.ts';
import { lineRow, spannedRow, type TextColumn, titleRow } from './sheet-rows.ts';
import { countCell } from './summary-cells.ts';
import {
  filedRevision,
  isReviewed,
  type SummaryInput,
  type SummaryReview,
} from './summary-input.ts';
import { feedbackCell, outputCell, reportCell, revisionCell } from './summary-links.ts';
import { SHEETS } from './summary-names.ts';
import { STANDING_NAMES, type StandingLine, standingLines } from './summary-standing.ts';
import { hasDates, TIMING, timingText } from './summary-timing.ts';
import {
  blankCell,
  type CellModel,
  numberCell,
  type RowModel,
  type SheetModel,
  textCell,
} from './workbook-model.ts';

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '序号', en: 'No.' }, width: 6 },
  { title: { zh: '代码', en: 'Code' }, width: 13 },
  { title: { zh: '报送主体', en: 'Submitter' }, width: 34 },
  { title: { zh: '应报', en: 'Due' }, width: 10 },
  { title: { zh: '报送状态', en: 'Status' }, width: 13 },
  { title: { zh: '说明', en: 'Note' }, width: 40 },
  { title: { zh: '最近上传', en: 'Last upload' }, width: 17 },
  { title: { zh: '计入版次', en: 'Revision counted' }, width: 11 },
  { title: { zh: '接收时间', en: 'Received' }, width: 17 },
  { title: { zh: '项目数', en: 'Projects' }, width: 9 },
  { title: { zh: '警告', en: 'Warnings' }, width: 9 },
  { title: { zh: '提示', en: 'Hints' }, width: 8 },
  { title: { zh: '自评表', en: 'Report' }, width: 8 },
  { title: { zh: '原表', en: 'Own table' }, width: 8 },
  { title: { zh: '校验结果', en: 'Findings' }, width: 10 },
  { title: { zh: '文件', en: 'File' }, width: 30 },
  { title: { zh: '上传件', en: 'Object and version' }, width: 40 },
  { title: { zh: 'SHA-256', en: 'of the file' }, width: 34 },
];

/** Last, and only where anybody reviewed anything: other sheets count columns before it and `TIMING`. */
const REVIEW: TextColumn = { title: { zh: '审核', en: 'Review' }, width: 16 };

const columnsOf = (input: SummaryInput): readonly TextColumn[] => [
  ...COLUMNS,
  ...(hasDates(input) ? [TIMING] : []),
  ...(isReviewed(input) ? [REVIEW] : []),
];

const reviewText = (review: SummaryReview | undefined): string =>
  review === undefined
    ? NO_FIGURE
    : `${review.stateName.zh}${review.hasWaiting ? '，另有待审更正' : ''}`;

/** Below title, note and header. */
const FIRST = 4;

/** What the column 应报 says. */
export const REGISTER_WORDS = { due: '应报', other: '非应报', none: NO_FIGURE } as const;

/** All cells of a column of this sheet, as formulas of other sheets count them. */
export const progressRange = (column: 'register' | 'standing', lines: number): string => {
  const letter = column === 'register' ? 'D' : 'E';
  return `'${SHEETS.progress}'!$${letter}$${FIRST}:$${letter}$${FIRST + Math.max(1, lines) - 1}`;
};

/** The sheet 报送进度: every submitter, those that have not reported first. */
export function progressSheet(input: SummaryInput): SheetModel {
  const lines = standingLines(input);
  const columns = columnsOf(input);
  return lazyList({
    name: SHEETS.progress,
    columns,
    above: [
      titleRow(`${input.period.id}年度报送进度`, columns.length),
      spannedRow(
        `${whoIsDue(input)}未报送的在前。已接收之后又传的文件如校验未通过，仍以已接收的一版为准。时间为北京时间。`,
        'note',
        columns,
      ),
    ],
    spanned: { rows: 2, columns: columns.length },
    count: lines.length,
    lines: function* () {
      for (const [index, line] of lines.entries())
        yield progressLine(index + 1, line, input, columns);
    },
    print: { paper: 'A3' },
    frozenColumns: 3,
    filterable: lines.length > 0,
  });
}

/** Whose returns are expected, and until when. */
function whoIsDue({ due, period: { owedBy, dueOn }, settled }: SummaryInput): string {
  const closed = settled?.closedAt ?? null;
  const until = [
    dueOn === undefined ? '' : `报送截止 ${dueOn} 24:00。`,
    closed === null ? '' : `报送期已于 ${minuteInChina(closed)} 关闭，此后所传为期后报送。`,
  ].join('');
  if (due.length === 0) return `没有名册，只列报送过的主体。${until}`;
  const list = owedBy === undefined ? '名册（最上级单位）' : '本年度应报清单';
  return `应报主体按${list}。${until}`;
}

function progressLine(
  number: number,
  line: StandingLine,
  input: SummaryInput,
  columns: readonly TextColumn[],
): RowModel {
  const { code, name, isDue, standing, submission } = line;
  const latest = submission?.latest ?? null;
  const register = isDue === null ? 'none' : isDue ? 'due' : 'other';
  return lineRow(
    [
      numberCell(number, 'centred'),
      textCell(code ?? NO_FIGURE, 'centred'),
      textCell(name, 'text'),
      textCell(REGISTER_WORDS[register], 'centred'),
      textCell(STANDING_NAMES[standing], 'centred'),
      textCell(noteOf(line), 'text'),
      timeCell(latest?.receivedAt ?? null),
      ...acceptedCells(line, input),
      ...(columns.includes(TIMING) ? [textCell(timingText(line, input), 'centred')] : []),
      ...(columns.includes(REVIEW) ? [textCell(reviewText(submission?.review), 'centred')] : []),
    ],
    columns,
  );
}

const timeCell = (time: string | null): CellModel =>
  textCell(time === null ? NO_FIGURE : minuteInChina(time), 'centred');

/** What the last upload means for what is counted. */
function noteOf({ standing, submission }: StandingLine): string {
  if (submission === null) return '';
  const { latest, current, answer, recalled } = submission;
  if (answer !== undefined) {
    const reason = answer.reason === '' ? '' : `：${answer.reason}`;
    return `${ANSWER_NAMES[answer.kind].zh}${reason}（${minuteInChina(answer.at)} 答复）`;
  }
  if (latest === null) return recalled === undefined ? '' : recalledNote(recalled);
  const which =
    latest.revision === null ? '最近一次上传' : `最近一次上传（第 ${latest.revision} 版）`;
  if (latest.status === 'failed') return `${which}处理时系统故障，已通知管理员`;
  if (latest.status === 'returned') {
    const counted =
      current === null || current.revision === null ? '' : `第 ${current.revision} 版`;
    return standing === 'accepted'
      ? `${which}校验未通过，仍以${counted || '已接收的一版'}为准`
      : `${which}校验未通过，改正后重传`;
  }
  return recalled === undefined ? '' : recalledNote(recalled);
}

const recalledNote = (revision: number): string => `第 ${revision} 版已由单位撤销，待重新报送`;

/** What is counted, and where it is; of a submitter without anything accepted, what was said of its file. */
function acceptedCells({ submission }: StandingLine, input: SummaryInput): readonly CellModel[] {
  const current = submission?.current ?? null;
  if (current === null) {
    const outputs = submission?.latest?.outputs ?? {};
    return [
      ...Array.from({ length: 6 }, () => blankCell('centred')),
      feedbackCell(input, { outputs }),
      outputCell(input, outputs.findings, '校验结果'),
      ...Array.from({ length: 3 }, () => blankCell('text')),
    ];
  }
  const { source } = current;
  return [
    revisionCell(current.revision, 'centred'),
    timeCell(current.receivedAt),
    countCell(filedRevision(current).rows, 'figure'),
    countCell(current.counts.warnings, 'figure'),
    countCell(current.counts.hints, 'figure'),
    reportCell(input, current),
    feedbackCell(input, current),
    outputCell(input, current.outputs.findings, '校验结果'),
    textCell(current.fileName ?? NO_FIGURE, 'text'),
    textCell(source === null ? NO_FIGURE : `${source.key}\n${source.versionId}`, 'text'),
    textCell(current.sha256 ?? NO_FIGURE, 'text'),
  ];
}

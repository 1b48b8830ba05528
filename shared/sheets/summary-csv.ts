import type { Leaf } from '../../templates/form.ts';
import { leaves } from '../../templates/form.ts';
import { decimalText } from '../decimal.ts';
import { beginsLikeFormula } from '../formula-text.ts';
import { formatPlain } from '../money.ts';
import { type ProjectRecord, printExtra } from '../records/record.ts';
import { fundList } from './summary-figures.ts';
import {
  type AcceptedSubmission,
  acceptedOf,
  type SummaryDetail,
  type SummaryInput,
} from './summary-input.ts';
import { unionOfFields } from './summary-places.ts';
import { reviewWord } from './summary-review.ts';

/*
 * The summary as text for statisticians: a line a project, or a line a submission where the rows lie
 * in files of their own. Excel opens such files by itself, so two things are done for it: a byte order
 * mark says UTF-8, and a text that it would run as a formula gets an apostrophe before it.
 */

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A text in quotes; quotes inside are doubled. An apostrophe goes before a text that could run, and
 * before one that begins with an apostrophe itself: one taken off again gives every text as it was.
 */
function quoted(text: string): string {
  const guarded = text.startsWith("'") || beginsLikeFormula(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}

/** A field: a text, or a figure that we wrote ourselves and that needs no guard. */
type Field = { readonly text: string } | { readonly figure: string };

const line = (fields: readonly Field[]): string =>
  `${fields.map((field) => ('text' in field ? quoted(field.text) : field.figure)).join(',')}\r\n`;

const text = (of: string | null): Field => ({ text: of ?? '' });
const figure = (of: number | null): Field => ({ figure: of === null ? '' : String(of) });
const amount = (fen: number | null): Field => ({ figure: fen === null ? '' : formatPlain(fen) });

/** 审核通过 for all that is approved, whatever became of it then; blank where nobody decided. */
const review = (of: AcceptedSubmission): Field =>
  text(of.review === undefined ? null : reviewWord(of));

/** Pieces of a CSV file with a line a project that counts; blank where the form has no such column. */
export async function* projectsCsv(
  input: SummaryInput,
  details: AsyncIterable<SummaryDetail>,
): AsyncGenerator<string> {
  const fields = unionOfFields(acceptedOf(input).map(({ current }) => current.form));
  const titles = [
    ...['年度', '报送主体代码', '报送主体', '表式', '实施单位代码', '项目编码'],
    ...fields.map(({ leaf, title }) => title.zh + (leaf.type === 'money' ? '（万元）' : '')),
    ...['审核', '文件', '表', '行', '版次', '上传时间', 'SHA-256'],
  ];
  yield BYTE_ORDER_MARK + line(titles.map(text));
  for await (const { submission, records } of details) {
    const { submitter, current } = submission;
    const own = new Set(leaves(current.form.columns).map(({ field }) => field));
    const shown = fields.map(({ leaf }) => (own.has(leaf.field) ? leaf : null));
    let lines = '';
    for (const record of records) {
      lines += line([
        text(input.period.id),
        text(submitter.code),
        text(submitter.name),
        text(current.form.id),
        text(record.implementingUnit),
        text(record.projectCode ?? null),
        ...shown.map((leaf) => (leaf === null ? text(null) : fieldOf(record, leaf))),
        review(submission),
        text(current.fileName),
        text(record.source.sheet),
        figure(record.source.row),
        figure(current.revision),
        text(current.receivedAt),
        text(current.sha256),
      ]);
    }
    if (lines !== '') yield lines;
  }
}

/** Amounts in 万元, exact to the fen; rates as ratios. What stands in place of an amount, as typed. */
function fieldOf(record: ProjectRecord, { type, field }: Leaf): Field {
  if (type === 'money') {
    const fen = record.amounts[field] ?? null;
    return fen === null ? text(record.texts[field] ?? null) : amount(fen);
  }
  if (type === 'rate') {
    const rate = record.rates[field] ?? null;
    if (rate === null) return text(null);
    return { figure: decimalText({ digits: BigInt(rate.scaled), places: rate.places }) };
  }
  if (type === 'extension') return text(printExtra(record, field));
  return text(record.texts[field] ?? null);
}

const SUBMISSION_TITLES = [
  ...['年度', '报送主体代码', '报送主体', '表式', '项目数', '重复填报不计'],
  ...[
    '预算合计（万元）',
    '预算一般公共预算（万元）',
    '预算政府性基金（万元）',
    '预算非财政资金（万元）',
  ],
  ...['实际支出合计（万元）', '实际支出一般公共预算（万元）', '实际支出政府性基金（万元）'],
  ...['实际支出非财政资金（万元）', '错误', '警告', '提示'],
  ...['审核', '文件', '版次', '上传时间', 'SHA-256', '明细文件'],
];

/** Pieces of a CSV file with a line a submission. */
export function* submissionsCsv(input: SummaryInput): Generator<string> {
  yield BYTE_ORDER_MARK + line(SUBMISSION_TITLES.map(text));
  for (const submission of acceptedOf(input)) yield line(submissionFields(input, submission));
}

function submissionFields(
  { period }: SummaryInput,
  submission: AcceptedSubmission,
): readonly Field[] {
  const { submitter, current } = submission;
  const { projects, budget, actual } = current.figures.totals;
  const { errors, warnings, hints } = current.counts;
  return [
    text(period.id),
    text(submitter.code),
    text(submitter.name),
    text(current.form.id),
    figure(projects),
    figure(current.setAside?.numbers.size ?? 0),
    ...[...fundList(budget), ...fundList(actual)].map(amount),
    ...[errors, warnings, hints].map(figure),
    review(submission),
    text(current.fileName),
    figure(current.revision),
    text(current.receivedAt),
    text(current.sha256),
    text(current.detailsFile),
  ];
}

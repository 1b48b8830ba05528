import path from 'node:path';
import { collected } from '../../shared/byte-pieces.ts';
import type { Judgement } from '../../shared/judge.ts';
import { layOutReport } from '../../shared/layout/lay-out-report.ts';
import { jsonBytes } from '../../shared/outputs.ts';
import { paintReport } from '../../shared/paint/paint-report.ts';
import type { RecordSet } from '../../shared/records/record.ts';
import { feedbackWorkbook } from '../../shared/sheets/feedback.ts';
import { streamWorkbook } from '../../shared/sheets/stream/stream-workbook.ts';
import { summaryWorkbook } from '../../shared/sheets/summary.ts';
import {
  type SubmissionRecords,
  summaryOfRecords,
} from '../../shared/sheets/summary-of-records.ts';
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts';
import { type FontFiles, loadFonts } from '../../templates/fonts/load-fonts.ts';
import { formById } from '../../templates/forms.ts';
import { periodById } from '../../templates/periods.ts';
import { printable } from '../printable.ts';
import { countedByPeriod } from './counted-files.ts';
import { type JudgedFile, judgeFiles } from './judge-file.ts';
import { readOptions } from './options.ts';
import { print, printVerdict } from './print.ts';
import { UsageError } from './usage-error.ts';
import { writeOutput } from './write-output.ts';

/** `jixiao report`: outputs beside each other in one folder; exit code 1 when a file has errors. */
export async function report(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ['out', 'period', 'unit', 'units', 'date', 'draft']);
  const { out, draft } = options;
  if (out === null) throw new UsageError('请用 --out 给出输出目录 / --out DIR is required');
  const files = await judgeFiles(options);
  const names = outputNames(files.map(({ file }) => file));
  const fonts = loadFonts();
  for (const [index, file] of files.entries()) {
    const written = await writeFileOutputs(file, path.join(out, names[index] ?? ''), fonts, draft);
    printVerdict(file.report, written);
  }
  for (const line of await writeSummaries(files, out)) print(printable(line));
  return files.some((file) => file.report.errors > 0) ? 1 : 0;
}

/** File names without their endings; the second of a name gets -2, so that nothing is overwritten. */
function outputNames(files: readonly string[]): readonly string[] {
  const taken = new Map<string, number>();
  return files.map((file) => {
    const name = path.basename(file, path.extname(file));
    const nth = (taken.get(name) ?? 0) + 1;
    taken.set(name, nth);
    return nth === 1 ? name : `${name}-${nth}`;
  });
}

const passed = ({ report: { errors } }: JudgedFile): boolean => errors === 0;

async function writeFileOutputs(
  judged: JudgedFile,
  base: string,
  fonts: FontFiles,
  draft: boolean,
): Promise<readonly string[]> {
  const { judgement, report: findings } = judged;
  const written: string[] = [];
  const put = (ending: string, bytes: Uint8Array): void => {
    writeOutput(`${base}${ending}`, bytes);
    written.push(`${base}${ending}`);
  };
  put('.findings.json', jsonBytes(findings));
  const { table, recordSet } = judgement;
  if (table === null || recordSet === null) return written;
  put('.feedback.xlsx', await feedbackOf(judged, judgement, table));
  if (passed(judged)) put('.records.json', jsonBytes(recordSet));
  if (passed(judged) || draft) put('.pdf', await pdfOf(recordSet, fonts, !passed(judged)));
  return written;
}

const feedbackOf = (
  { file }: JudgedFile,
  { findings, period }: Judgement,
  table: NonNullable<Judgement['table']>,
): Promise<Uint8Array> =>
  writeWorkbook(feedbackWorkbook({ table, findings, fileName: path.basename(file), period }));

const pdfOf = (records: RecordSet, fonts: FontFiles, draft: boolean): Promise<Uint8Array> =>
  paintReport(layOutReport(records, formOf(records), fonts.metrics, { draft }), fonts);

function formOf({ form: id }: RecordSet) {
  const form = formById(id);
  if (form === undefined) throw new Error(`no form "${id}"`);
  return form;
}

/**
 * A summary for each period over all files that passed, and a line for each: what it holds, and which
 * files it leaves out because the same submitter has a later one.
 */
async function writeSummaries(
  files: readonly JudgedFile[],
  out: string,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [period, { counted, replaced }] of countedByPeriod(files.filter(passed))) {
    const file = path.join(out, `summary-${period}.xlsx`);
    const { budgetBasis = '未注明' } = periodById(period) ?? {};
    const submissions = counted.map(submissionOf);
    const { input, details } = summaryOfRecords({ id: period, budgetBasis }, submissions);
    writeOutput(file, await collected(streamWorkbook(summaryWorkbook(input), details())));
    lines.push(`汇总 summary ${period}：${counted.length} 个报送主体 → ${file}`);
    for (const [earlier, later] of replaced) {
      lines.push(
        `  未计入 not counted: ${earlier.file}（同一报送主体以排在后面的 ${later.file} 为准；分科室报送的请先合并为一份）`,
      );
    }
  }
  return lines;
}

const submissionOf = ({ file, judgement }: JudgedFile): SubmissionRecords => {
  const { recordSet } = judgement;
  if (recordSet === null) throw new Error(`${file} passed without records`);
  return {
    form: formOf(recordSet),
    recordSet,
    revision: null,
    receivedAt: null,
    fileName: path.basename(file),
  };
};

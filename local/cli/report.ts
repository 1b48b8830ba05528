import path from 'node:path';
import type { Judgement } from '../../shared/judge.ts';
import type { LayoutOptions } from '../../shared/layout/frame.ts';
import { layOutList } from '../../shared/layout/lay-out-list.ts';
import { layOutReport } from '../../shared/layout/lay-out-report.ts';
import { jsonBytes } from '../../shared/outputs.ts';
import { paintReport } from '../../shared/paint/paint-report.ts';
import type { RecordSet } from '../../shared/records/record.ts';
import { feedbackWorkbook } from '../../shared/sheets/feedback.ts';
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts';
import { stampOf } from '../../shared/stamp-of.ts';
import { type FontFiles, loadFonts } from '../../templates/fonts/load-fonts.ts';
import type { FormDefinition } from '../../templates/form.ts';
import { knownForm } from '../../templates/forms.ts';
import { printable } from '../printable.ts';
import { type JudgedFile, judgeFiles } from './judge-file.ts';
import { openPeriods, openRegister } from './open-files.ts';
import { openFontPlaces } from './open-font-places.ts';
import { type CliOptions, readOptions } from './options.ts';
import { print, printVerdict } from './print.ts';
import { UsageError } from './usage-error.ts';
import { writeOutput } from './write-output.ts';
import { writeSummaries } from './write-summaries.ts';

const JUDGED_BY = ['period', 'unit', 'units', 'periods', 'date', 'fonts'] as const;
const PRINTED_BY = ['out', 'draft', 'paper', 'stamped', 'revision'] as const;

/** `jixiao report`: outputs beside each other in one folder; exit code 1 when a file has errors. */
export async function report(args: readonly string[]): Promise<number> {
  const options = readOptions(args, [...JUDGED_BY, ...PRINTED_BY]);
  const { out, revision } = options;
  if (out === null) throw new UsageError('请用 --out 给出输出目录 / --out DIR is required');
  if (revision !== null && !options.stamped) {
    throw new UsageError('--revision 与 --stamped 一起用 / --revision goes with --stamped');
  }
  const files = await judgeFiles(options);
  const names = outputNames(files.map(({ file }) => file));
  const fonts = loadFonts(await openFontPlaces(options));
  for (const [index, file] of files.entries()) {
    const written = await writeFileOutputs(
      file,
      path.join(out, names[index] ?? ''),
      fonts,
      options,
    );
    printVerdict(file.report, written);
  }
  const register = openRegister(options.units) ?? [];
  const periods = openPeriods(options.periods);
  const passing = files
    .map((file, index) => ({ ...file, name: names[index] ?? '' }))
    .filter(passed);
  for (const line of await writeSummaries(passing, register, out, periods)) print(printable(line));
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
  options: PrintOptions,
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
  const form = knownForm(recordSet.form);
  const print = printerOf(recordSet, form, fonts, options);
  if (passed(judged)) {
    put('.records.json', jsonBytes(recordSet));
    put('.pdf', await print({}));
    // A draft has no stamped copy: what was not accepted is not to be sealed.
    if (options.stamped)
      put('.stamped.pdf', await print({ stamp: stampOf(recordSet, form, options.revision) }));
  } else if (options.draft) {
    put('.pdf', await print({ draft: true }));
  }
  return written;
}

const feedbackOf = (
  { file }: JudgedFile,
  { findings, period }: Judgement,
  table: NonNullable<Judgement['table']>,
): Promise<Uint8Array> =>
  writeWorkbook(feedbackWorkbook({ table, findings, fileName: path.basename(file), period }));

type PrintOptions = Pick<CliOptions, (typeof PRINTED_BY)[number]>;

/** Prints the records on the paper asked for. */
const printerOf =
  (records: RecordSet, form: FormDefinition, fonts: FontFiles, { paper }: PrintOptions) =>
  (options: LayoutOptions): Promise<Uint8Array> => {
    const layOut = paper === 'a4' ? layOutList : layOutReport;
    return paintReport(layOut(records, form, fonts.metrics, options), fonts);
  };

import path from 'node:path';
import { type FindingsReport, findingsReport } from '../../shared/findings-report.ts';
import { type JudgeContext, type Judgement, judge } from '../../shared/judge.ts';
import { type Period, yearBefore } from '../../shared/period.ts';
import type { RecordSet } from '../../shared/records/record.ts';
import type { Register } from '../../shared/unit.ts';
import { loadMetrics } from '../../templates/fonts/load-fonts.ts';
import { identityFromPath, openFile, openPeriods, openRegister } from './open-files.ts';
import { openFontPlaces } from './open-font-places.ts';
import type { CliOptions } from './options.ts';
import { progress } from './print.ts';
import { reader } from './reader.ts';
import { UsageError } from './usage-error.ts';

/** A file with what became of it. */
export interface JudgedFile {
  /** As given on the command line. */
  readonly file: string;
  readonly judgement: Judgement;
  readonly report: FindingsReport;
}

/** Judges every file of the command line, in order, with progress when there are several. */
export async function judgeFiles(options: CliOptions): Promise<readonly JudgedFile[]> {
  if (options.files.length === 0) {
    throw new UsageError('请给出要校验的文件 / name at least one file；见 jixiao --help');
  }
  const register = openRegister(options.units);
  const periods = openPeriods(options.periods);
  const earlier = await openEarlier(options.previous);
  // Every path is opened before the first judgement: a typo should not cost a long run.
  const opened = options.files.map((file) => ({ file, bytes: openFile(file) }));
  const { has: canPrint } = loadMetrics(await openFontPlaces(options));
  const judged: JudgedFile[] = [];
  for (const [index, { file, bytes }] of opened.entries()) {
    progress(index + 1, opened.length, path.basename(file));
    judged.push(await judgeFile(file, bytes, { options, register, periods, earlier, canPrint }));
  }
  return judged;
}

/** What reads records is a third of all modules, and few checks name any. */
async function openEarlier(files: readonly string[]): Promise<readonly RecordSet[]> {
  if (files.length === 0) return [];
  const { openRecords } = await import('./open-records.ts');
  return files.map((file) => openRecords(file));
}

interface Against {
  readonly options: CliOptions;
  readonly register: Register | null;
  readonly periods: readonly Period[];
  /** Records of `--previous`, of the same period or the year before. */
  readonly earlier: readonly RecordSet[];
  readonly canPrint: (codePoint: number) => boolean;
}

async function judgeFile(file: string, bytes: Uint8Array, against: Against): Promise<JudgedFile> {
  const { options, register, periods, earlier, canPrint } = against;
  const fromPath = identityFromPath(file);
  const read = await reader.read(bytes);
  const alone: JudgeContext = {
    period: options.period ?? fromPath.period,
    submitter: options.unit ?? fromPath.unit,
    fileName: path.basename(file),
    periods,
    register,
    previous: null,
    lastYear: null,
    today: options.date,
    canPrint,
  };
  const first = judge(read, alone);
  if (earlier.length === 0 || first.table === null) return judgedFile(file, first);
  // Which of the records is of which year shows only when the file's own year is known.
  return judgedFile(file, judge(read, { ...alone, ...comparisonsFor(earlier, first, file) }));
}

const judgedFile = (file: string, judgement: Judgement): JudgedFile => ({
  file,
  judgement,
  report: findingsReport(file, judgement),
});

/** Records of the same period are the revision before, those of the year before are last year's. */
function comparisonsFor(
  earlier: readonly RecordSet[],
  judged: Judgement,
  file: string,
): Pick<JudgeContext, 'previous' | 'lastYear'> {
  const period = judged.period ?? '';
  for (const records of earlier) assertComparable(records, judged, file);
  return {
    previous: onlyOne(earlier.filter((records) => records.period === period)),
    lastYear: onlyOne(earlier.filter((records) => records.period === yearBefore(period))),
  };
}

function onlyOne(records: readonly RecordSet[]): RecordSet | null {
  const [first = null, second] = records;
  if (second === undefined) return first;
  throw new UsageError(
    `--previous 给了两份 ${second.period} 年度的记录，每个年度只能给一份 / two records of one year were given`,
  );
}

/** Records of another unit, or of any other year, would say that every project was dropped. */
function assertComparable({ period, submitter }: RecordSet, judged: Judgement, file: string): void {
  const otherUnit =
    submitter.code !== null && judged.submitter !== null && submitter.code !== judged.submitter;
  const isNear = [judged.period, yearBefore(judged.period ?? '')].includes(period);
  if (isNear && !otherUnit) return;
  throw new UsageError(
    `--previous 是 ${period} 年度 ${submitter.code ?? submitter.name} 的记录，既不是 ${file} 的上一版，也不是它上年的 / the records are neither of its own period nor of the year before, or of another unit`,
  );
}

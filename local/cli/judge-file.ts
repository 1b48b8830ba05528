import path from 'node:path';
import { type FindingsReport, findingsReport } from '../../shared/findings-report.ts';
import { type Judgement, judge } from '../../shared/judge.ts';
import type { RecordSet } from '../../shared/records/record.ts';
import type { Register } from '../../shared/unit.ts';
import { loadMetrics } from '../../templates/fonts/load-fonts.ts';
import { PERIODS } from '../../templates/periods.ts';
import { identityFromPath, openFile, openRecords, openRegister } from './open-files.ts';
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
  const previous = openRecords(options.previous);
  // Every path is opened before the first judgement: a typo should not cost a long run.
  const opened = options.files.map((file) => ({ file, bytes: openFile(file) }));
  const { has: canPrint } = loadMetrics();
  const judged: JudgedFile[] = [];
  for (const [index, { file, bytes }] of opened.entries()) {
    progress(index + 1, opened.length, path.basename(file));
    judged.push(await judgeFile(file, bytes, { options, register, previous, canPrint }));
  }
  return judged;
}

interface Against {
  readonly options: CliOptions;
  readonly register: Register | null;
  readonly previous: RecordSet | null;
  readonly canPrint: (codePoint: number) => boolean;
}

async function judgeFile(file: string, bytes: Uint8Array, against: Against): Promise<JudgedFile> {
  const { options, register, previous, canPrint } = against;
  const fromPath = identityFromPath(file);
  const judgement = judge(await reader.read(bytes), {
    period: options.period ?? fromPath.period,
    submitter: options.unit ?? fromPath.unit,
    periods: PERIODS,
    register,
    previous,
    canPrint,
  });
  assertComparable(previous, judgement, file);
  return { file, judgement, report: findingsReport(file, judgement) };
}

/** Records of another year or unit would say that every project was dropped and another added. */
function assertComparable(previous: RecordSet | null, judged: Judgement, file: string): void {
  if (previous === null || judged.table === null) return;
  const { period, submitter } = previous;
  const otherUnit =
    submitter.code !== null && judged.submitter !== null && submitter.code !== judged.submitter;
  if (period === judged.period && !otherUnit) return;
  throw new UsageError(
    `--previous 是 ${period} 年度 ${submitter.code ?? submitter.name} 的记录，与 ${file} 不是同一份报送 / the records are of another period or unit`,
  );
}

import path from 'node:path';
import { printable } from '../printable.ts';
import { type JudgedFile, judgeFiles } from './judge-file.ts';
import { type CliOptions, readOptions } from './options.ts';
import { print, printReport, printTally } from './print.ts';
import { UsageError } from './usage-error.ts';

/** `jixiao check`: exit code 1 when any file has an error finding. */
export async function check(args: readonly string[]): Promise<number> {
  const options = readOptions(args, [
    'period',
    'unit',
    'units',
    'periods',
    'previous',
    'date',
    'fonts',
    'fix',
    'all',
    'json',
  ]);
  if (options.fix !== null && options.files.length !== 1) {
    throw new UsageError('--fix 一次只能改一个文件 / --fix takes exactly one file');
  }
  if (options.fix !== null && options.files.some((file) => isSameFile(file, options.fix ?? ''))) {
    throw new UsageError(
      '--fix 不能写到原文件上，请换一个文件名 / --fix must not overwrite the file it reads',
    );
  }
  const files = await judgeFiles(options);
  if (options.json)
    print(
      JSON.stringify(
        files.map(({ report }) => report),
        null,
        2,
      ),
    );
  else {
    for (const { report } of files) printReport(report, options);
    printTally(files.map(({ report }) => report));
  }
  await fixIfAsked(files, options);
  return files.some(({ report }) => report.errors > 0) ? 1 : 0;
}

const isSameFile = (a: string, b: string): boolean => path.resolve(a) === path.resolve(b);

async function fixIfAsked([file]: readonly JudgedFile[], options: CliOptions): Promise<void> {
  if (options.fix === null || file === undefined) return;
  // Writing workbooks is heavy to load and rarely asked for.
  const { writeCorrected } = await import('./write-corrected.ts');
  const mended = await writeCorrected(file, options.fix);
  if (!options.json) for (const line of mended) print(printable(line));
}

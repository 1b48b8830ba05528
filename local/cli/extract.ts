import process from 'node:process';
import { openFile } from './open-files.ts';
import { differenceIn, openReport } from './open-report.ts';
import { readOptions } from './options.ts';
import { print, told } from './print.ts';
import { UsageError } from './usage-error.ts';

/**
 * `jixiao extract`: prints the records that a report carries, as JSON, and verifies them against the
 * text that its pages show. Exit code 1 when there are none or they differ.
 */
export async function extract(args: readonly string[]): Promise<number> {
  const { files } = readOptions(args, []);
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new UsageError('请给出一个 PDF 文件 / name one PDF file');
  }
  const opened = await openReport(file, openFile(file));
  if ('problem' in opened) return told(opened.problem);
  print(JSON.stringify(opened.data, null, 2));
  const difference = differenceIn(file, opened);
  if (difference !== null) return told(difference);
  const { length } = opened.data.records;
  process.stderr.write(`${length} 个项目，数据与版面文字一致 / data and pages agree\n`);
  return 0;
}

import process from 'node:process';
import { printable } from '../printable.ts';
import { NoReportError } from '../read-report/read-report.ts';
import { verifyReport } from '../read-report/verify-report.ts';
import { openFile } from './open-files.ts';
import { readOptions } from './options.ts';
import { print } from './print.ts';
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
  try {
    const verified = await verifyReport(openFile(file));
    if (verified === null) return told(`${file}：没有附带数据（草稿不附数据） / carries no data`);
    print(JSON.stringify(verified.data, null, 2));
    const [difference, ...others] = verified.differences;
    if (difference === undefined) {
      const { length } = verified.data.records;
      process.stderr.write(`${length} 个项目，数据与版面文字一致 / data and pages agree\n`);
      return 0;
    }
    const more = others.length === 0 ? '' : `（共 ${others.length + 1} 处）`;
    return told(`${file}：数据与版面文字不一致${more} / data and pages differ: ${difference}`);
  } catch (error) {
    if (!(error instanceof NoReportError)) throw error;
    return told(
      `${file}：不是本程序生成的自评表 PDF，或已被改动，请向报送单位索取原件 / ` +
        `not a report of this program, or changed since (${error.message})`,
    );
  }
}

function told(message: string): 1 {
  process.stderr.write(`${printable(message)}\n`);
  return 1;
}

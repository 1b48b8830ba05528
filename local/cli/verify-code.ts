import { checkCode } from '../../shared/check-code.ts';
import { readCheckCode } from '../../shared/read-check-code.ts';
import { type PrintedTable, printedTable } from '../../shared/records/printed-table.ts';
import { formById } from '../../templates/forms.ts';
import { printable } from '../printable.ts';
import { openFile } from './open-files.ts';
import { openRecords } from './open-records.ts';
import { differenceIn, type NotTaken, openReport } from './open-report.ts';
import { readOptions } from './options.ts';
import { print, told } from './print.ts';
import { UsageError } from './usage-error.ts';

/**
 * `jixiao verify-code`: computes the check code of records anew, from a records.json or from the data that a
 * report carries, and compares it with the one printed on a stamped copy. Exit code 1 when it is another.
 */
export async function verifyCode(args: readonly string[]): Promise<number> {
  const { files, revision } = readOptions(args, ['revision']);
  const [typed, file] = files;
  if (typed === undefined || file === undefined || files.length > 2) {
    throw new UsageError('请给出校验码和一个文件 / give a code and one file');
  }
  const code = readCheckCode(typed);
  if (code === null) {
    throw new UsageError(`“${typed}”不是校验码，应如 K7QM-2XPD-9RTA / is no check code`);
  }
  const table = await openTable(file);
  if ('problem' in table) return told(table.problem);
  const computed = checkCode(table, revision);
  const named = `版次 ${revision ?? '—'}，校验码 ${computed}`;
  if (computed !== code) {
    return told(
      `${file}：校验码不一致，这份记录是${named}，不是 ${code}；请看 --revision 是否与纸上的版次相同 / ` +
        'the code is another: check that --revision is the one on paper',
    );
  }
  print(printable(`${file}：校验码一致，${named}，与盖章稿是同一份记录 / the code matches`));
  return 0;
}

const PDF = '%PDF';

/** The table of a file, as it is printed. */
async function openTable(file: string): Promise<PrintedTable | NotTaken> {
  const bytes = openFile(file);
  if (!Buffer.from(bytes.subarray(0, PDF.length)).equals(Buffer.from(PDF))) {
    const records = openRecords(file);
    const form = formById(records.form);
    if (form === undefined) {
      throw new UsageError(`${file}：不认识的表式“${records.form}” / of an unknown form`);
    }
    return printedTable(records, form);
  }
  const opened = await openReport(file, bytes);
  if ('problem' in opened) return opened;
  const problem = differenceIn(file, opened);
  return problem === null ? opened.table : { problem };
}

import type { Period } from '../../shared/period.ts';
import { carryOver } from '../../shared/records/carry-over.ts';
import type { RecordSet } from '../../shared/records/record.ts';
import { OFFERED_ROWS, templateWorkbook } from '../../shared/sheets/template.ts';
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts';
import { type Register, subtree } from '../../shared/unit.ts';
import type { FormDefinition } from '../../templates/form.ts';
import { formById } from '../../templates/forms.ts';
import { printable } from '../printable.ts';
import { openPeriods, openRegister } from './open-files.ts';
import { openRecords } from './open-records.ts';
import { type CliOptions, readOptions } from './options.ts';
import { print } from './print.ts';
import { UsageError } from './usage-error.ts';
import { writeOutput } from './write-output.ts';

/** Rows that are still a table for one unit, with room in what is read for rows of its own. */
const MOST_ROWS = 1_000;

const OPTION_NAMES = [
  'period',
  'unit',
  'unit-name',
  'units',
  'periods',
  'form',
  'rows',
  'from',
  'out',
] as const;

/** Characters of the longest name that a title has room for. */
const MOST_NAME = 100;

/** `jixiao template`: a blank or pre-filled workbook for a unit to fill in. */
export async function template(args: readonly string[]): Promise<number> {
  const options = readOptions(args, OPTION_NAMES);
  if (options.files.length > 0) {
    throw new UsageError(
      `template 不接收文件“${options.files[0]}”；往年记录请用 --from 给出 / template takes no files, give records with --from`,
    );
  }
  if (options.out === null) {
    throw new UsageError('请用 --out 给出要写的文件 / --out FILE.xlsx is required');
  }
  const period = periodOf(options);
  const form = formOf(period, options.form);
  const from = options.from === null ? null : openRecords(options.from);
  const register = openRegister(options.units);
  const submitter = submitterOf(options, register, from);
  const carried = from === null ? null : carryOver(from, form, period.id);
  const bytes = await writeWorkbook(
    templateWorkbook({
      form,
      period: period.id,
      attachment: period.attachment === undefined ? form.attachment : period.attachment,
      submitter,
      implementingUnits: implementingUnits(submitter, register, from),
      rows: rowsOf(options.rows),
      records: carried?.records ?? [],
      filledFrom: from?.period ?? null,
    }),
  );
  writeOutput(options.out, bytes);
  const filled =
    carried === null ? '' : `，已填 ${carried.records.length} 个项目 / projects filled in`;
  print(printable(`已写模板 wrote ${options.out}：${period.id} 年度 ${form.id}${filled}`));
  for (const title of carried?.lost ?? []) {
    print(printable(`  ${form.id} 没有“……”栏，未带入指标 not carried over: ${title}`));
  }
  return 0;
}

function periodOf({ period: id, periods: file }: CliOptions): Period {
  const periods = openPeriods(file);
  const known = periods.map((period) => period.id).join('、');
  if (id === null) {
    throw new UsageError(
      `请用 --period 给出年度（${known}） / --period is required, one of ${known}`,
    );
  }
  const period = periods.find((one) => one.id === id);
  if (period === undefined) {
    throw new UsageError(
      `没有 ${id} 年度的表式，有：${known} / no forms for ${id}; there are ${known}`,
    );
  }
  return period;
}

/** The form of the period; where it accepts several, the one asked for. */
function formOf({ id: period, forms }: Period, asked: string | null): FormDefinition {
  const id = asked ?? (forms.length === 1 ? forms[0] : undefined);
  const form = id !== undefined && forms.includes(id) ? formById(id) : undefined;
  if (form === undefined) {
    throw new UsageError(
      `${period} 年度的表式有 ${forms.join('、')}，请用 --form 指明一个 / --form takes one of ${forms.join(', ')}`,
    );
  }
  return form;
}

interface Submitter {
  readonly code: string | null;
  readonly name: string;
}

/**
 * By `--unit` and `--unit-name`, else whose records they are; the register, where given, knows the name
 * of a code.
 */
function submitterOf(
  { unit, unitName }: CliOptions,
  register: Register | null,
  from: RecordSet | null,
): Submitter {
  const code = unit ?? from?.submitter.code ?? null;
  if (from !== null) assertSameUnit(from, code);
  const known = register?.find((item) => item.code === code);
  if (code !== null && register !== null && known === undefined) {
    throw new UsageError(`名册中没有单位 ${code} / ${code} is not in the register of --units`);
  }
  const name = unitName ?? known?.name ?? from?.submitter.name ?? '';
  if (name.length > MOST_NAME) {
    throw new UsageError(`--unit-name 最多 ${MOST_NAME} 字 / at most ${MOST_NAME} characters`);
  }
  return { code, name };
}

/** The submitter and what is below it, as far as the register or the records know. */
function implementingUnits(
  { code, name }: Submitter,
  register: Register | null,
  from: RecordSet | null,
): readonly string[] {
  if (register !== null && code !== null) return subtree(register, code).map((unit) => unit.name);
  const inRecords = from?.records.map(({ texts }) => texts['unitName'] ?? '') ?? [];
  return [...new Set([name, ...inRecords])].filter((known) => known !== '');
}

function rowsOf(typed: string | null): number {
  if (typed === null) return OFFERED_ROWS;
  const rows = /^\d{1,5}$/.test(typed) ? Number(typed) : 0;
  if (rows < 1 || rows > MOST_ROWS) {
    throw new UsageError(
      `--rows 应为 1 到 ${MOST_ROWS} 的整数，不是“${typed}” / --rows takes a whole number from 1 to ${MOST_ROWS}`,
    );
  }
  return rows;
}

/** Another unit's projects would go out under this one's name. */
function assertSameUnit({ submitter }: RecordSet, code: string | null): void {
  if (submitter.code === null || submitter.code === code) return;
  throw new UsageError(
    `--from 是 ${submitter.code}（${submitter.name}）的记录，模板却是给 ${code} 的 / the records are of ${submitter.code}, not of ${code}`,
  );
}

import * as z from 'zod';
import { decodeText } from './cells/decode-text.ts';
import type { Period } from './period.ts';
import { periodFault } from './period-fault.ts';
import { periodSchema } from './period-schema.ts';
import type { Register } from './unit.ts';

/** A file of periods that cannot be used; the message names the place and what to write there. */
export class PeriodsError extends Error {
  override readonly name = 'PeriodsError';
}

const fileSchema = z.array(periodSchema).min(1);

/**
 * Reads the periods of an installation from the bytes of a JSON file: an array of periods as
 * `templates/periods.ts` has them. Each must name forms and rules that exist and, with a register,
 * units that are in it. Throws PeriodsError.
 */
export function readPeriods(bytes: Uint8Array, register: Register | null): readonly Period[] {
  const read = fileSchema.safeParse(jsonOf(bytes));
  if (!read.success) {
    const [issue] = read.error.issues;
    const place = issue?.path.join('.') || '—';
    throw new PeriodsError(
      `${place}：不符合年度文件的格式（${issue?.message}） / not a file of periods: see docs/deploy.md`,
    );
  }
  const seen = new Set<string>();
  for (const period of read.data) {
    if (seen.has(period.id)) throw wrong(period, 'id', '年度重复', 'it stands twice');
    seen.add(period.id);
    check(period, register);
  }
  return read.data;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse((decodeText(bytes) ?? '').replace(/^\uFEFF/, ''));
  } catch {
    throw new PeriodsError('不是 JSON 文件 / not a JSON file');
  }
}

function check(period: Period, register: Register | null): void {
  const codes = register === null ? null : new Set(register.map(({ code }) => code));
  const fault = periodFault(period, codes);
  if (fault !== null) throw wrong(period, fault.field, fault.says.zh, fault.says.en);
}

const wrong = (period: Period, field: string, zh: string, en: string): PeriodsError =>
  new PeriodsError(`年度 ${period.id} 的 ${field}：${zh} / ${field} of period ${period.id} ${en}`);

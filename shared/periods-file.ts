import * as z from 'zod';
import { FORMS, formById } from '../templates/forms.ts';
import { decodeText } from './cells/decode-text.ts';
import { isPeriodId, type Period } from './period.ts';
import { periodSchema } from './period-schema.ts';
import { ruleById } from './rules/catalogue.ts';
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
  if (!isPeriodId(period.id)) {
    throw wrong(period, 'id', '应为四位年份，如 2021', 'must be a year such as 2021');
  }
  const form = period.forms.find((id) => formById(id) === undefined);
  if (form !== undefined || period.forms.length === 0) {
    const known = FORMS.map(({ id }) => id).join('、');
    throw wrong(period, 'forms', `应为已有的表式：${known}`, `must be among ${known}`);
  }
  const rule = Object.keys(period.policy ?? {}).find((id) => ruleById(id) === undefined);
  if (rule !== undefined) {
    throw wrong(period, 'policy', `没有规则“${rule}”`, `there is no rule “${rule}”`);
  }
  const { opensOn, dueOn } = period;
  if (opensOn !== undefined && dueOn !== undefined && opensOn > dueOn) {
    throw wrong(period, 'dueOn', `早于 opensOn ${opensOn}`, `is before opensOn ${opensOn}`);
  }
  const codes = register === null ? null : new Set(register.map(({ code }) => code));
  const stranger = period.owedBy?.find((code) => codes?.has(code) === false);
  if (stranger !== undefined) {
    throw wrong(period, 'owedBy', `名册里没有 ${stranger}`, `the register has no ${stranger}`);
  }
}

const wrong = (period: Period, field: string, zh: string, en: string): PeriodsError =>
  new PeriodsError(`年度 ${period.id} 的 ${field}：${zh} / ${field} of period ${period.id} ${en}`);

import type { Table } from '../../rows/row.ts';
import { isNamed, type Register } from '../../unit.ts';
import { inTable } from '../address.ts';
import { defineRule, type TableContext } from '../rule.ts';

/** A template is filled in for the form, period and submitter that it was made for. */
export const templateAgrees = defineRule({
  id: 'template-agrees',
  number: 'E8',
  severity: 'warning',
  scope: 'table',
  title: {
    zh: '模板用于它所准备的表式、年度和单位',
    en: 'A template serves the form, period and unit it was made for',
  },
  message: {
    zh: ({ kind, made, sent }: AgreeParams) =>
      kind === 'form'
        ? `这份模板是 ${made} 表式，里面的表却是 ${sent} 表式。请用本期的模板重填，或核对是否粘贴了别的表。`
        : `这份模板是为${made}准备的，却报在${sent}名下。请核对内容是否本${kind === 'period' ? '年度' : '单位'}的；没有问题的可以不改，以上传位置为准。`,
    en: ({ kind, made, sent }) =>
      kind === 'form'
        ? `This template is of form ${made}, but the table in it is ${sent}. Use this period's template.`
        : `This template was made for ${made}, but was sent for ${sent}. Check what it holds; where it was sent decides.`,
  },
  example: { kind: 'period', made: ' 2020 年度', sent: ' 2021 年度' },
  *check(table, context) {
    const { identity } = table;
    const { form, periodId, submitterCode, register } = context;
    if (identity?.intact !== true) return;
    const at = inTable(table, undefined);
    if (identity.form !== form.id) {
      yield { at, params: { kind: 'form' as const, made: identity.form, sent: form.id } };
    }
    for (const kind of ['period', 'submitter'] as const) {
      const made = identity[kind];
      const sent = { period: periodId, submitter: submitterCode }[kind];
      if (made === null || sent === null || made === sent) continue;
      if (toldByTable(table, context)[kind]) continue;
      yield {
        at,
        params: { kind, made: named(kind, made, register), sent: named(kind, sent, register) },
      };
    }
  },
});

/** What the title and the name on the table say themselves is told by `period-agrees`, `submitter-agrees`. */
const toldByTable = (
  { titleYear, submitterName }: Table,
  { periodId, submitter }: TableContext,
): Readonly<Record<'period' | 'submitter', boolean>> => ({
  period: titleYear !== null && titleYear !== periodId,
  submitter:
    submitterName !== null && submitter !== null && !isNamed(submitter, submitterName.text),
});

type AgreeParams = { kind: 'form' | 'period' | 'submitter'; made: string; sent: string };

/** ` 2021 年度`, or “深圳市龙岗区发展和改革局”（LG-FGJ） as far as the register knows it. */
function named(kind: 'period' | 'submitter', value: string, register: Register | null): string {
  if (kind === 'period') return ` ${value} 年度`;
  const unit = register?.find(({ code }) => code === value);
  return unit === undefined ? ` ${value} ` : `“${unit.name}”（${value}）`;
}

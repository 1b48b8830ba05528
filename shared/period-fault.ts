import { FORMS, formById } from '../templates/forms.ts';
import type { Text } from './locale.ts';
import { isPeriodId, type Period } from './period.ts';
import { ruleById } from './rules/catalogue.ts';

/** What is wrong with a period, and in which of its fields. */
interface PeriodFault {
  readonly field: keyof Period;
  readonly says: Text;
}

/**
 * What keeps a period of the right shape from being used: a form, rule or unit that is not there, or dates
 * that do not follow each other. `codes`: of the register; null where there is none. Null for nothing.
 */
export function periodFault(period: Period, codes: ReadonlySet<string> | null): PeriodFault | null {
  if (!isPeriodId(period.id)) {
    return fault('id', '应为四位年份，如 2021', 'must be a year such as 2021');
  }
  const form = period.forms.find((id) => formById(id) === undefined);
  if (form !== undefined || period.forms.length === 0) {
    const known = FORMS.map(({ id }) => id).join('、');
    return fault('forms', `应为已有的表式：${known}`, `must be among ${known}`);
  }
  const rule = Object.keys(period.policy ?? {}).find((id) => ruleById(id) === undefined);
  if (rule !== undefined) {
    return fault('policy', `没有规则“${rule}”`, `there is no rule “${rule}”`);
  }
  const { opensOn, dueOn } = period;
  if (opensOn !== undefined && dueOn !== undefined && opensOn > dueOn) {
    return fault('dueOn', `早于 opensOn ${opensOn}`, `is before opensOn ${opensOn}`);
  }
  const stranger = period.owedBy?.find((code) => codes?.has(code) === false);
  if (stranger !== undefined) {
    return fault('owedBy', `名册里没有 ${stranger}`, `the register has no ${stranger}`);
  }
  return null;
}

const fault = (field: keyof Period, zh: string, en: string): PeriodFault => ({
  field,
  says: { zh, en },
});

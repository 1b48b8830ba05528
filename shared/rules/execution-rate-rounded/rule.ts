import { inRow } from '../address.ts';
import { checkRate } from '../check-rate.ts';
import { defineRule } from '../rule.ts';

/** The execution rate differs in its last digits, and the rounding of the amounts explains it. */
export const executionRateRounded = defineRule({
  id: 'execution-rate-rounded',
  number: 'I3',
  severity: 'hint',
  scope: 'row',
  title: {
    zh: '执行率的末位差可由四舍五入解释',
    en: 'The execution rate differs by rounding only',
  },
  message: {
    zh: ({ stated, actual, budget, computed }: RateParams) =>
      `执行率填 ${stated}，按 ${actual}÷${budget} 为 ${computed}；相差在金额四舍五入的范围内，不必修改。`,
    en: ({ stated, actual, budget, computed }: RateParams) =>
      `The rate says ${stated}, ${actual} ÷ ${budget} is ${computed}; the rounding of the amounts explains it.`,
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 个项目的执行率末位与计算值略有出入（序号 ${serials}），在金额四舍五入的范围内，不必修改。`,
    en: ({ count, serials }) =>
      `The rates of ${count} projects differ in their last digits (No. ${serials}); the rounding of the amounts explains it.`,
  },
  example: { stated: '98.64%', actual: '36.43', budget: '36.94', computed: '98.62%' },
  *check(row, { form }) {
    const found = checkRate(row, form);
    if (found?.verdict !== 'rounding') return;
    const { stated, actual, budget, computed } = found;
    yield { at: inRow(row, form.rate.field), params: { stated, actual, budget, computed } };
  },
});

type RateParams = { stated: string; actual: string; budget: string; computed: string };

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
  *check(row, { form }) {
    const found = checkRate(row, form);
    if (found?.verdict !== 'rounding') return;
    const { stated, actual, budget, computed } = found;
    yield { at: inRow(row, form.rate.field), params: { stated, actual, budget, computed } };
  },
});

type RateParams = { stated: string; actual: string; budget: string; computed: string };

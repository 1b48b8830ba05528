import { inRow } from '../address.ts';
import { checkRate } from '../check-rate.ts';
import { defineRule } from '../rule.ts';

/** The execution rate is actual ÷ budget; no rounding of the amounts explains another value. */
export const executionRateCorrect = defineRule({
  id: 'execution-rate-correct',
  number: 'E4',
  severity: 'error',
  scope: 'row',
  title: {
    zh: '预算支出执行率等于实际支出÷预算',
    en: 'The execution rate is actual ÷ budget',
  },
  message: {
    zh: ({ stated, actual, budget, computed }: RateParams) =>
      `执行率填 ${stated}；按 ${actual}÷${budget} 应为 ${computed}。请先核对两个金额，无误再改执行率。`,
    en: ({ stated, actual, budget, computed }: RateParams) =>
      `The rate says ${stated}; ${actual} ÷ ${budget} is ${computed}. Check both amounts first, then mend the rate.`,
  },
  *check(row, { form }) {
    const found = checkRate(row, form);
    if (found?.verdict !== 'wrong') return;
    const { stated, actual, budget, computed } = found;
    yield {
      at: inRow(row, form.rate.field),
      params: { stated, actual, budget, computed },
      suggestion: computed,
    };
  },
});

type RateParams = { stated: string; actual: string; budget: string; computed: string };

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
      computed === ''
        ? `执行率填 ${stated}，与金额对不上；本行合计与来源也不符。请先改金额，再按 实际支出÷预算 改执行率。`
        : `执行率填 ${stated}；按 ${actual}÷${budget} 应为 ${computed}。请先核对两个金额，无误再改执行率。`,
    en: ({ stated, actual, budget, computed }: RateParams) =>
      computed === ''
        ? `The rate says ${stated}, but the amounts do not agree with their sources. Mend the amounts first, then the rate.`
        : `The rate says ${stated}; ${actual} ÷ ${budget} is ${computed}. Check both amounts first, then mend the rate.`,
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 个项目的执行率不等于 实际支出÷预算（序号 ${serials}）。请逐一核对两个金额，无误再改执行率。`,
    en: ({ count, serials }) =>
      `The rates of ${count} projects are not actual ÷ budget (No. ${serials}). Check both amounts of each, then mend the rate.`,
  },
  example: { stated: '0.9581458', actual: '53.28', budget: '55.59', computed: '0.9584458' },
  *check(row, { form }) {
    const found = checkRate(row, form);
    if (found?.verdict !== 'wrong') return;
    const { stated, actual, budget } = found;
    const at = inRow(row, form.rate.field);
    // No right rate follows from amounts that are wrong themselves.
    if (found.isDisputed) yield { at, params: { stated, actual, budget, computed: '' } };
    else {
      const { computed } = found;
      yield { at, params: { stated, actual, budget, computed }, suggestion: computed };
    }
  },
});

type RateParams = { stated: string; actual: string; budget: string; computed: string };

import { formatPlain } from '../../money.ts';
import { inRow } from '../address.ts';
import { computedRate } from '../check-rate.ts';
import { defineRule } from '../rule.ts';

/** Where something was budgeted the execution rate is stated; where nothing was, it is not. */
export const executionRateStated = defineRule({
  id: 'execution-rate-stated',
  number: 'W0',
  severity: 'warning',
  scope: 'row',
  title: {
    zh: '有预算的填执行率，没有预算的不填',
    en: 'The execution rate is stated where there is a budget',
  },
  message: {
    zh: ({ stated, actual, budget, computed }: RateParams) =>
      stated === ''
        ? `执行率没有填。按 ${actual}÷${budget} 应为 ${computed}，请补填。`
        : `预算为 0，没有执行率，却填了 ${stated}。请改填“—”；自评表上将印作“—”。`,
    en: ({ stated, actual, budget, computed }: RateParams) =>
      stated === ''
        ? `The rate is blank; ${actual} ÷ ${budget} is ${computed}. Fill it in.`
        : `Nothing was budgeted, so there is no rate, but ${stated} is filled in. It will be printed as —.`,
  },
  cause: ({ stated }) => (stated === '' ? 'blank' : 'without budget'),
  merged: {
    zh: ({ count, serials, first }) =>
      first.stated === ''
        ? `${count} 个项目没有填执行率（序号 ${serials}）。请按 实际支出÷预算 补填。`
        : `${count} 个项目预算为 0，没有执行率，却填了（序号 ${serials}）。请改填“—”。`,
    en: ({ count, serials, first }) =>
      first.stated === ''
        ? `${count} projects leave the rate blank (No. ${serials}).`
        : `${count} projects state a rate though nothing was budgeted (No. ${serials}). Write —.`,
  },
  example: { stated: '', actual: '34.08', budget: '35', computed: '97.37%' },
  *check(row, { form }) {
    const { field, actual: actualField, budget: budgetField } = form.rate;
    const rate = row.entries[field]?.figure;
    const actual = row.entries[actualField]?.figure;
    const budget = row.entries[budgetField]?.figure;
    if (actual?.kind !== 'amount' || budget?.kind !== 'amount') return;
    const amounts = {
      actual: formatPlain(actual.amount.fen),
      budget: formatPlain(budget.amount.fen),
    };
    const at = inRow(row, field);
    if (budget.amount.fen === 0) {
      if (rate?.kind !== 'rate') return;
      const stated = row.entries[field]?.text ?? '';
      yield { at, params: { stated, ...amounts, computed: '' }, suggestion: '—' };
    } else if (rate?.kind === 'blank') {
      const computed = computedRate(form, actual.amount, budget.amount);
      yield { at, params: { stated: '', ...amounts, computed }, suggestion: computed };
    }
  },
});

type RateParams = { stated: string; actual: string; budget: string; computed: string };

import { explainsNothing } from '../../indicators/answer-kinds.ts';
import { formatPlain } from '../../money.ts';
import { inRow } from '../address.ts';
import { sumDifferences } from '../judge-sum.ts';
import { defineRule } from '../rule.ts';

/** What was spent does not exceed what was budgeted; where it does, the reason is asked for. */
export const spendingWithinBudget = defineRule({
  id: 'spending-within-budget',
  number: 'W12',
  severity: 'warning',
  scope: 'row',
  title: { zh: '实际支出不超过预算', en: 'Spending does not exceed the budget' },
  message: {
    zh: ({ actual, budget }: { actual: string; budget: string }) =>
      `实际支出 ${actual} 超过预算 ${budget}。请核对两个金额；属实请在“项目执行中存在的问题”中说明原因。`,
    en: ({ actual, budget }) =>
      `Spending ${actual} exceeds the budget ${budget}. Check both; if it is so, say why.`,
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 个项目的实际支出超过预算（序号 ${serials}）。请逐一核对两个金额；属实请在“项目执行中存在的问题”中说明原因。`,
    en: ({ count, serials }) =>
      `${count} projects spent more than their budgets (No. ${serials}). Check the amounts; if they are right, say why.`,
  },
  example: { actual: '36', budget: '35' },
  *check(row, { form }) {
    const actual = row.entries[form.rate.actual]?.figure;
    const budget = row.entries[form.rate.budget]?.figure;
    if (actual?.kind !== 'amount' || budget?.kind !== 'amount') return;
    if (actual.amount.fen <= budget.amount.fen) return;
    // A total that its sources contradict is told already; which amount is right is not known yet.
    if (sumDifferences(row, form).some(({ explained }) => !explained)) return;
    if (!explainsNothing(row.entries['problems']?.text ?? '')) return;
    yield {
      at: inRow(row, form.rate.actual),
      params: { actual: formatPlain(actual.amount.fen), budget: formatPlain(budget.amount.fen) },
    };
  },
});

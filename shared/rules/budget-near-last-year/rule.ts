import { formatPlain } from '../../money.ts';
import { inRow } from '../address.ts';
import { projectsOfTwoYears } from '../last-year.ts';
import { defineRule } from '../rule.ts';

/** A project's budget is not several times last year's, or a fraction of it, without a word. */
export const budgetNearLastYear = defineRule({
  id: 'budget-near-last-year',
  number: 'L',
  severity: 'hint',
  scope: 'table',
  title: { zh: '预算与上年相差不大', en: 'The budget is near last year’s' },
  message: {
    zh: ({ budget, before, change }: BudgetParams) =>
      `预算 ${budget} 万元，上年同一项目是 ${before} 万元，${change === 'up' ? '增加' : '减少'}较多。请核对金额；属实的可在报送时说明。`,
    en: ({ budget, before, change }: BudgetParams) =>
      `The budget is ${budget} 万元, last year’s was ${before} 万元: much ${change === 'up' ? 'more' : 'less'}. Check the amount.`,
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 个项目的预算与上年同一项目相差较多（序号 ${serials}）。请核对金额；属实的可在报送时说明。`,
    en: ({ count, serials }) =>
      `The budgets of ${count} projects are far from last year’s (No. ${serials}). Check the amounts.`,
  },
  thresholds: ['budgetJumpFactor', 'budgetJumpAmount'],
  example: { budget: '1424.79', before: '210.6', change: 'up' },
  *check(table, context) {
    const { budgetJumpFactor, budgetJumpAmount, magnitudeFactor } = context.thresholds;
    const field = context.form.rate.budget;
    for (const { row, before } of projectsOfTwoYears(table, context)) {
      const figure = row.entries[field]?.figure;
      const earlier = before.amounts[field] ?? 0;
      if (figure?.kind !== 'amount' || figure.amount.fen === 0 || earlier === 0) continue;
      const { fen } = figure.amount;
      const times = Math.max(fen, earlier) / Math.min(fen, earlier);
      // Ten thousand times is a matter of units: `amounts-plausible` tells it.
      if (times < budgetJumpFactor || times >= magnitudeFactor) continue;
      if (Math.abs(fen - earlier) < budgetJumpAmount) continue;
      yield {
        at: inRow(row, field),
        params: {
          budget: formatPlain(fen),
          before: formatPlain(earlier),
          change: fen > earlier ? 'up' : 'down',
        },
      };
    }
  },
});

type BudgetParams = { budget: string; before: string; change: string };

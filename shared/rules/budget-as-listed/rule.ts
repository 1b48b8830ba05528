import { LISTED_AMOUNTS } from '../../records/project-list.ts';
import { byField, differingAmounts, differs } from '../listed-projects.ts';
import { defineRule } from '../rule.ts';

/** The budget is that of the period's list (预算数不一致). */
export const budgetAsListed = defineRule({
  id: 'budget-as-listed',
  number: 'C3',
  severity: 'warning',
  scope: 'table',
  title: { zh: '预算数与项目清单一致', en: 'The budget is that of the list' },
  message: differs({ zh: '预算', en: 'The budget' }),
  cause: byField,
  merged: {
    zh: ({ count, serials }) =>
      `${count} 个项目的预算数与项目清单不一致（序号 ${serials}）。请逐一核对；清单有误的，请说明并联系财政部门。`,
    en: ({ count, serials }) =>
      `The budgets of ${count} projects are not those of the list (No. ${serials}). Check each.`,
  },
  example: { stated: '1427.49', listed: '1424.79' },
  check: (table, context) =>
    differingAmounts(
      table,
      context,
      LISTED_AMOUNTS.filter((field) => field === context.form.rate.budget),
    ),
});

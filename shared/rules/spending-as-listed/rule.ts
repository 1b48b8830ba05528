import { LISTED_AMOUNTS } from '../../records/project-list.ts';
import { byField, differingAmounts, differs } from '../listed-projects.ts';
import { defineRule } from '../rule.ts';

/** Spending is that of the period's list, in all and by source (支出数不一致). */
export const spendingAsListed = defineRule({
  id: 'spending-as-listed',
  number: 'C4',
  severity: 'warning',
  scope: 'table',
  title: { zh: '支出数与项目清单一致', en: 'Spending is that of the list' },
  message: differs({ zh: '实际支出', en: 'Spending' }),
  cause: byField,
  merged: {
    zh: ({ count, serials, column }) =>
      `${count} 个项目的“${column.zh}”与项目清单的决算支出不一致（序号 ${serials}）。请逐一核对；清单有误的，请说明并联系财政部门。`,
    en: ({ count, serials }) =>
      `The spending of ${count} projects is not that of the list (No. ${serials}). Check each.`,
  },
  example: { stated: '96.84', listed: '98.64' },
  check: (table, context) =>
    differingAmounts(
      table,
      context,
      LISTED_AMOUNTS.filter((field) => field !== context.form.rate.budget),
    ),
});

import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** The fiscal year is one that is being collected. */
export const periodKnown = defineRule({
  id: 'period-known',
  number: 'E8',
  severity: 'error',
  scope: 'table',
  title: { zh: '年度是开放报送的年度', en: 'The period is one that is collected' },
  message: {
    zh: ({ period }: { period: string }) =>
      period === ''
        ? '看不出这张表是哪个年度的。请在表题中写明年度（如“2021年度…”），或上传到对应年度下。'
        : `${period} 年度没有开放报送。请核对年度；如确需报送，请联系财政部门。`,
    en: ({ period }) =>
      period === ''
        ? 'The table does not say which year it is for. Put the year into its title or upload it under its year.'
        : `Period ${period} is not being collected. Check the year or ask the finance bureau.`,
  },
  example: { period: '2019' },
  *check(table, { period, periodId }) {
    if (period !== null) return;
    yield { at: inTable(table, table.title?.at), params: { period: periodId ?? '' } };
  },
});

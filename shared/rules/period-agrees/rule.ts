import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** The year in the table's title is the year the file was sent for. */
export const periodAgrees = defineRule({
  id: 'period-agrees',
  number: 'E8',
  severity: 'error',
  scope: 'table',
  title: { zh: '表题年度与报送年度一致', en: 'The year in the title is the period sent for' },
  message: {
    zh: ({ titleYear, period }: { titleYear: string; period: string }) =>
      `表题写的是 ${titleYear} 年，文件却报在 ${period} 年度。请改表题，或上传到 ${titleYear} 年度。`,
    en: ({ titleYear, period }) =>
      `The title says ${titleYear}, but the file was sent for ${period}. Mend the title or send it for ${titleYear}.`,
  },
  example: { titleYear: '2020', period: '2021' },
  *check(table, { form, period, periodId }) {
    const { titleYear } = table;
    if (titleYear === null || periodId === null || titleYear === periodId) return;
    // A file that is of the other year throughout is `form-accepted`'s.
    if (period?.forms.includes(form.id) === false && titleYear === form.version) return;
    yield {
      at: inTable(table, table.title?.at),
      params: { titleYear, period: periodId },
    };
  },
});

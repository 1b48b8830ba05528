import { fieldTitle } from '../../../templates/form.ts';
import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Every column of the form is there; the required ones are, or there would be no table. */
export const columnsComplete = defineRule({
  id: 'columns-complete',
  number: 'I2',
  severity: 'hint',
  scope: 'table',
  title: { zh: '表式里的栏都在', en: 'Every column of the form is there' },
  message: {
    zh: ({ count, columns }: { count: number; columns: string; columnsEn: string }) =>
      `表头少了 ${count} 栏：${columns}。其余各栏照常读入，这${count > 1 ? '几' : '一'}栏按空白处理。如需填报，请按官方表式补上。`,
    en: ({ count, columnsEn }) =>
      `Columns that the header lacks: ${count}, namely ${columnsEn}. The others were read; what is missing counts as blank.`,
  },
  example: { count: 1, columns: '……', columnsEn: '……' },
  *check(table, { form }) {
    const titles = table.missingColumns.map((field) => fieldTitle(form, field));
    if (titles.length === 0) return;
    yield {
      at: inTable(table, undefined),
      params: {
        count: titles.length,
        columns: titles.map(({ zh }) => zh).join('、'),
        columnsEn: titles.map(({ en }) => en).join(', '),
      },
    };
  },
});

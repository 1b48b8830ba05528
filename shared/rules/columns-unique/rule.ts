import { fieldTitle } from '../../../templates/form.ts';
import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Each column of the form stands there once: of two, nobody can tell which one counts. */
export const columnsUnique = defineRule({
  id: 'columns-unique',
  number: 'E8',
  severity: 'error',
  scope: 'table',
  title: { zh: '同一栏只出现一次', en: 'Each column of the form stands there once' },
  message: {
    zh: ({ column, title }: ColumnParams) =>
      `“${title}”出现了两次，${column} 列是后一次，没有读入。请只留一栏；若是左右并排的两张表，请上下接成一张。`,
    en: ({ column, titleEn }) =>
      `“${titleEn}” stands there twice; column ${column} is the second and was not read. Keep one.`,
  },
  *check(table, { form }) {
    for (const { at, field } of table.repeatedColumns) {
      const title = fieldTitle(form, field);
      yield {
        at: inTable(table, at),
        params: { column: at.column, title: title.zh, titleEn: title.en },
      };
    }
  },
});

type ColumnParams = { column: string; title: string; titleEn: string };

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
    zh: ({ found, column, title }: ColumnParams) =>
      `${column} 列“${found}”和前面的一栏都是官方表式的“${title}”，分不清以哪一栏为准，这一列没有读入。请只留一栏；若是左右并排的两张表，请上下接成一张。`,
    en: ({ found, column, titleEn }) =>
      `Column ${column} “${found}” and one before it are both “${titleEn}”; it was not read. Keep one.`,
  },
  example: { found: '项目名称', column: 'H', title: '项目名称', titleEn: 'Project' },
  *check(table, { form }) {
    for (const { text: found, at, field } of table.repeatedColumns) {
      const title = fieldTitle(form, field);
      yield {
        at: inTable(table, at),
        params: { found, column: at.column, title: title.zh, titleEn: title.en },
      };
    }
  },
});

type ColumnParams = { found: string; column: string; title: string; titleEn: string };

import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** The table holds at least one project. A return without projects is reported in another way. */
export const tableHasRows = defineRule({
  id: 'table-has-rows',
  number: 'E1',
  severity: 'error',
  scope: 'table',
  title: { zh: '表里至少有一个项目', en: 'The table holds at least one project' },
  message: {
    zh: () => '找到了表头，但下面没有填项目。请填好后再上传；若公式或筛选隐藏了数据，请先取消。',
    en: () => 'The header is there, but no project is filled in below it.',
  },
  *check(table) {
    if (table.rows.length === 0) yield { at: inTable(table, undefined), params: {} };
  },
});

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
    zh: () =>
      '找到了表头，但下面没有填项目（只有序号、合计或说明的行不算项目）。请填好后再上传；本年度确无项目的，请与财政部门联系。',
    en: () =>
      'The header is there, but no project is filled in below it: lines with a serial, a sum or a note alone are none.',
  },
  *check(table) {
    if (table.rows.length === 0) yield { at: inTable(table, undefined), params: {} };
  },
});

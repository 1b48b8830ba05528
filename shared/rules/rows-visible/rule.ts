import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Rows named in the message; the rest is counted. */
const NAMED_ROWS = 10;

/** Projects stand in rows that can be seen; hidden ones are read like any other, and said to be. */
export const rowsVisible = defineRule({
  id: 'rows-visible',
  number: 'I2',
  severity: 'hint',
  scope: 'table',
  title: { zh: '项目都在看得见的行里', en: 'Projects stand in rows that can be seen' },
  message: {
    zh: ({ count, rows }: { count: number; rows: string }) =>
      `有 ${count} 个项目在隐藏的行里（第 ${rows} 行），已一并计入。不报的请删去整行；要报的请取消隐藏或筛选，以便核对。`,
    en: ({ count, rows }) =>
      `Projects in hidden rows: ${count} (${rows}). They are counted. Delete what is not reported, show what is.`,
  },
  example: { count: 2, rows: '12-13' },
  *check(table) {
    const { hiddenRows } = table;
    if (hiddenRows.length === 0) return;
    const named = hiddenRows.slice(0, NAMED_ROWS).join('、');
    const rows = hiddenRows.length > NAMED_ROWS ? `${named} 等` : named;
    yield { at: inTable(table, undefined), params: { count: hiddenRows.length, rows } };
  },
});

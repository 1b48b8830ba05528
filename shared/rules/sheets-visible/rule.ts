import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Sheets named in the message; the rest is counted. */
const NAMED_SHEETS = 5;

/** Sheets that hold something can be seen; hidden ones are not read, and said not to be. */
export const sheetsVisible = defineRule({
  id: 'sheets-visible',
  number: 'I2',
  severity: 'hint',
  scope: 'table',
  title: { zh: '有内容的工作表都看得见', en: 'Sheets that hold something can be seen' },
  message: {
    zh: ({ count, sheets }: { count: number; sheets: string }) =>
      `有 ${count} 张隐藏的工作表没有读：${sheets}。其中如有要报的项目，请移到自评表里；没有的不必理会。`,
    en: ({ count, sheets }) =>
      `Hidden sheets that were not read: ${count}, namely ${sheets}. Move projects from there, if any.`,
  },
  example: { count: 1, sheets: '“上年”' },
  *check(table) {
    const { hiddenSheets } = table;
    if (hiddenSheets.length === 0) return;
    const named = hiddenSheets.slice(0, NAMED_SHEETS).map((name) => `“${name}”`);
    const more = hiddenSheets.length > NAMED_SHEETS ? ' 等' : '';
    yield {
      at: inTable(table, undefined),
      params: { count: hiddenSheets.length, sheets: named.join('、') + more },
    };
  },
});

import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** A workbook holds one table: a second one would be left out of every sum. */
export const tableAlone = defineRule({
  id: 'table-alone',
  number: 'E8',
  severity: 'error',
  scope: 'table',
  title: { zh: '一个文件只有一张自评表', en: 'A file holds one table' },
  message: {
    zh: ({ sheet, others }: { sheet: string; others: string }) =>
      `文件里不止一张自评表：“${sheet}”，还有 ${others}。请合并为一张，或删去（或隐藏）不报的那张。`,
    en: ({ sheet, others }) =>
      `The file holds more than one table: “${sheet}” and ${others}. Merge them, or remove or hide the others.`,
  },
  *check(table) {
    if (table.otherSheets.length === 0) return;
    const others = table.otherSheets.map((name) => `“${name}”`).join('、');
    yield { at: inTable(table, undefined), params: { sheet: table.sheet, others } };
  },
});

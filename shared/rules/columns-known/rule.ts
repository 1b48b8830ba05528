import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Every filled column is one the form has. */
export const columnsKnown = defineRule({
  id: 'columns-known',
  number: 'I2',
  severity: 'hint',
  scope: 'table',
  title: { zh: '填了内容的栏都是表式里的栏', en: 'Every filled column belongs to the form' },
  message: {
    zh: ({ title, column }: { title: string; column: string }) =>
      `${column} 列${title === '' ? '没有栏名，' : `“${title}”`}不是本表式的栏，内容未计入，也不会印出。如有用，请移到对应的栏。`,
    en: ({ title, column }) =>
      `Column ${column}${title === '' ? ', without a title,' : ` “${title}”`} is not part of the form; it is neither kept nor printed.`,
  },
  example: { title: '备注', column: 'AH' },
  *check(table) {
    for (const { text: title, at } of table.unknownColumns) {
      yield { at: inTable(table, at), params: { title, column: at.column } };
    }
  },
});

import { readSerial } from '../../rows/read-serial.ts';
import type { Row } from '../../rows/row.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

const range = (from: number, to: number): string => (from === to ? `${from}` : `${from}-${to}`);

const serialOf = (row: Row | undefined): number | null =>
  readSerial(row?.entries['serial']?.text ?? '');

/** A cell in date format: 1月1日, 2021/1/3, 3-Jan; but 5-1 and 2.3 number parts. */
const DATE = /\d\s*[年月日]|\d{4}[-/.]\d|\d\/\d|\d[- ][A-Z][a-z]{2}/u;

/** 序号 count on by one from row to row. A single wrong one is told once, not at every row after it. */
export const serialsContinuous = defineRule({
  id: 'serials-continuous',
  number: 'W1',
  severity: 'warning',
  scope: 'table',
  title: { zh: '序号连续且不重复', en: 'Serial numbers are continuous' },
  cause: ({ kind }) => (kind === 'date' ? kind : ''),
  message: {
    zh: ({ kind, serials }: { kind: string; serials: string }) => wording(kind, serials).zh,
    en: ({ kind, serials }) => wording(kind, serials).en,
  },
  merged: {
    zh: ({ count, serials, first }) =>
      first.kind === 'date'
        ? `${count} 个序号变成了日期（${serials}）。请把“序号”栏的单元格格式改为“常规”，再从 1 起重新编号。`
        : `序号有 ${count} 处不连续、重复或倒退（见序号 ${serials}）。请核对是否漏填项目，再从 1 起重新编号。`,
    en: ({ count, serials, first }) =>
      first.kind === 'date'
        ? `${count} serials turned into dates (${serials}). Set the format of the column to General and number the rows anew.`
        : `The serials break off, repeat or go back in ${count} places (see No. ${serials}). Check whether projects were left out, then number the rows anew.`,
  },
  example: { kind: 'gap', serials: '11-14' },
  *check(table) {
    let previous = 0;
    for (const [index, row] of table.rows.entries()) {
      const expected = previous + 1;
      const serial = serialOf(row);
      previous = serial ?? expected;
      const typed = row.entries['serial']?.text ?? '';
      if (serial === null && DATE.test(typed)) {
        yield {
          at: inRow(row, 'serial'),
          params: { kind: 'date', serials: typed },
          suggestion: `${expected}`,
        };
      }
      // What cannot be read as a number holds its place; a blank one is `required-cell-filled`'s.
      if (serial === null || serial === expected) continue;
      const at = inRow(row, 'serial');
      if (serialOf(table.rows[index + 1]) === expected + 1) {
        previous = expected;
        yield { at, params: { kind: 'odd', serials: `${serial}` }, suggestion: `${expected}` };
      } else if (serial > expected) {
        yield { at, params: { kind: 'gap', serials: range(expected, serial - 1) } };
      } else {
        yield { at, params: { kind: 'doubled', serials: `${serial}` } };
      }
    }
  },
});

function wording(kind: string, serials: string): { readonly zh: string; readonly en: string } {
  if (kind === 'gap') {
    return {
      zh: `序号不连续，缺 ${serials}。请核对是否漏填项目；如属删除，请重新编号或说明。`,
      en: `Serials ${serials} are missing. Check whether projects were left out.`,
    };
  }
  if (kind === 'date') {
    return {
      zh: `序号变成了日期“${serials}”，多半是单元格被设成了日期格式。请把单元格格式改为“常规”，重新填序号。`,
      en: `The serial turned into the date “${serials}”. Set the format of the cell to General and type the serial again.`,
    };
  }
  if (kind === 'odd') {
    return {
      zh: `序号填 ${serials}，与上下行不连续。请核对。`,
      en: `Serial ${serials} does not fit between its neighbours.`,
    };
  }
  return {
    zh: `序号 ${serials} 重复或倒退。请重新编号。`,
    en: `Serial ${serials} is doubled or out of order. Number the rows anew.`,
  };
}

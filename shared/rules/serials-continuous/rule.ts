import { readSerial } from '../../rows/read-serial.ts';
import type { Row } from '../../rows/row.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

const range = (from: number, to: number): string => (from === to ? `${from}` : `${from}-${to}`);

const serialOf = (row: Row | undefined): number | null =>
  readSerial(row?.entries['serial']?.text ?? '');

/** 序号 count on by one from row to row. A single wrong one is told once, not at every row after it. */
export const serialsContinuous = defineRule({
  id: 'serials-continuous',
  number: 'W1',
  severity: 'warning',
  scope: 'table',
  title: { zh: '序号连续且不重复', en: 'Serial numbers are continuous' },
  message: {
    zh: ({ kind, serials }: { kind: string; serials: string }) => wording(kind, serials).zh,
    en: ({ kind, serials }) => wording(kind, serials).en,
  },
  merged: {
    zh: ({ count, serials }) =>
      `序号有 ${count} 处不连续、重复或倒退（见序号 ${serials}）。请核对是否漏填项目，再从 1 起重新编号。`,
    en: ({ count, serials }) =>
      `The serials break off, repeat or go back in ${count} places (see No. ${serials}). Check whether projects were left out, then number the rows anew.`,
  },
  example: { kind: 'gap', serials: '11-14' },
  *check(table) {
    let previous = 0;
    for (const [index, row] of table.rows.entries()) {
      const expected = previous + 1;
      const serial = serialOf(row);
      previous = serial ?? expected;
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

import type { Row } from '../../rows/row.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

interface Numbered {
  readonly row: Row;
  readonly serial: number;
}

/** Serials that are whole numbers; others are for the reader's eye, not for counting. */
function numbered(rows: readonly Row[]): readonly Numbered[] {
  return rows.flatMap((row) => {
    const text = (row.entries['serial']?.text ?? '').normalize('NFKC').trim();
    return /^\d{1,6}$/.test(text) ? [{ row, serial: Number(text) }] : [];
  });
}

const range = (from: number, to: number): string => (from === to ? `${from}` : `${from}-${to}`);

/** 序号 count on by one from row to row. */
export const serialsContinuous = defineRule({
  id: 'serials-continuous',
  number: 'W1',
  severity: 'warning',
  scope: 'table',
  title: { zh: '序号连续且不重复', en: 'Serial numbers are continuous' },
  message: {
    zh: ({ kind, serials }: { kind: string; serials: string }) =>
      kind === 'gap'
        ? `序号不连续，缺 ${serials}。请核对是否漏填项目；如属删除，请重新编号或说明。`
        : `序号 ${serials} 重复或倒退。请重新编号。`,
    en: ({ kind, serials }) =>
      kind === 'gap'
        ? `Serials ${serials} are missing. Check whether projects were left out.`
        : `Serial ${serials} is doubled or out of order. Number the rows anew.`,
  },
  *check(table) {
    let previous = 0;
    for (const { row, serial } of numbered(table.rows)) {
      const at = inRow(row, 'serial');
      if (serial <= previous) yield { at, params: { kind: 'doubled', serials: `${serial}` } };
      else if (serial > previous + 1) {
        yield { at, params: { kind: 'gap', serials: range(previous + 1, serial - 1) } };
      }
      previous = Math.max(previous, serial);
    }
  },
});

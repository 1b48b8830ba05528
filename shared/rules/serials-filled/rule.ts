import type { LeftOutRow, Table } from '../../rows/row.ts';
import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';
import { serialRanges } from '../serial-ranges.ts';

/** A row that has a 序号 has a project beside it. */
export const serialsFilled = defineRule({
  id: 'serials-filled',
  number: 'W1',
  severity: 'warning',
  scope: 'table',
  title: { zh: '有序号的行填了项目', en: 'A row with a serial holds a project' },
  message: {
    zh: ({ count, serials }: { count: number; serials: string }) =>
      `序号 ${serials} 的 ${count} 行只有序号，没有内容，未计入。请核对是否漏填或误删；多余的序号请删去。`,
    en: ({ count, serials }) =>
      `${count} rows (${serials}) hold a serial and nothing else; they are not counted. Check whether projects were lost.`,
  },
  example: { count: 2, serials: '11-12' },
  *check(table) {
    const numbered = unfilled(table);
    const [first] = numbered;
    if (first === undefined) return;
    const serials = serialRanges(numbered.map(({ row }) => row.entries['serial']?.text ?? ''));
    yield {
      at: inTable(table, first.row.entries['serial']?.at),
      params: { count: numbered.length, serials },
    };
  },
});

/** Rows with a serial only. Those below the last project of a template of ours were never needed. */
function unfilled({ leftOut, rows, identity }: Table): readonly LeftOutRow[] {
  const numbered = leftOut.filter(({ kind }) => kind === 'numbered');
  if (identity === null) return numbered;
  const last = rows.at(-1)?.number ?? 0;
  return numbered.filter(({ row }) => row.number < last);
}

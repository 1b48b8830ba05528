import { read } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { FORMS } from '../../templates/forms.ts';
import { GOOD_ROW, tableOf } from '../../test/make-sheet.ts';
import { ruleContext } from '../../test/rule-hits.ts';
import { readWorkbook } from '../cells/read-workbook.ts';
import { correctTable } from '../correct.ts';
import { findTable } from '../rows/find-table.ts';
import type { Table } from '../rows/row.ts';
import { isError } from '../rules/finding.ts';
import { judgeTable } from '../rules/run-rules.ts';
import { correctedWorkbook } from './corrected.ts';
import { writeWorkbook } from './write-workbook.ts';

const judged = (table: Table) => judgeTable(table, { ...ruleContext(), form: table.form });

test('a corrected copy passes as an upload, keeps percent formats and lists every change', async () => {
  const table = tableOf([
    { ...GOOD_ROW, executionRate: { number: 0.5, text: '50.00%' } },
    { ...GOOD_ROW, serial: 2, budgetTotal: '３５万元', problems: '无' },
    { unitName: '合计', budgetTotal: 70 },
  ]);
  expect(judged(table).some(isError)).toBe(true);
  const correction = correctTable(table, judged(table));
  const bytes = await writeWorkbook(correctedWorkbook({ correction, fileName: '表.xlsx' }));

  const again = await readWorkbook(bytes);
  const result = again.ok ? findTable(again.sheets, FORMS) : undefined;
  if (result?.found !== true) throw new Error('no table');
  expect(judged(result.table).filter(isError)).toEqual([]);
  expect(result.table.leftOut).toHaveLength(1);

  const workbook = read(bytes, { cellNF: true });
  expect(workbook.SheetNames).toEqual(['绩效自评表', '改动清单']);
  expect(workbook.Sheets['绩效自评表']?.['L7']).toMatchObject({ t: 'n', v: 0.9737, z: '0.00%' });
  const list = workbook.Sheets['改动清单'] ?? {};
  const line = (row: number) =>
    ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((column) => list[`${column}${row}`]?.v);
  expect(line(5)).toEqual([
    '→ L7',
    '自评表!L6',
    '1',
    '粮食储备费用',
    '预算支出执行率',
    '50.00%',
    '97.37%',
  ]);
  expect(line(6).slice(0, 2)).toEqual(['→ D8', '自评表!D7']);
  expect(line(6).slice(5)).toEqual(['３５万元', '35']);
  expect(list['A7']).toBeUndefined();
});

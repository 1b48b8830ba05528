import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../test/make-sheet.ts';
import { ruleContext } from '../test/rule-hits.ts';
import { correctTable } from './correct.ts';
import type { Table } from './rows/row.ts';
import { judgeTable } from './rules/run-rules.ts';

const judged = (table: Table) => judgeTable(table, { ...ruleContext(), form: table.form });

test('a wrong rate is mended and settles its finding; the amounts beside it stay', () => {
  const table = tableOf([
    GOOD_ROW,
    {
      ...GOOD_ROW,
      serial: 2,
      projectName: '粮食轮换',
      executionRate: { number: 0.5, text: '50.00%' },
    },
  ]);
  const { table: mended, settled } = correctTable(table, judged(table));
  expect(settled.map(({ at }) => at.cell)).toEqual(['L7']);
  expect(mended.rows[1]?.entries['executionRate']).toMatchObject({ text: '97.37%' });
  expect(mended.rows[1]?.entries['actualTotal']).toEqual(table.rows[1]?.entries['actualTotal']);
  expect(judged(mended)).toEqual([]);
});

test('what only a person can know is left alone', () => {
  const table = tableOf([{ ...GOOD_ROW, budgetTotal: 36, projectName: '', serial: 5 }]);
  const { table: same, settled } = correctTable(table, judged(table));
  expect(settled).toEqual([]);
  expect(same.rows).toEqual(table.rows);
});

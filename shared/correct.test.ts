import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../test/make-sheet.ts';
import { ruleContext } from '../test/rule-hits.ts';
import { correctTable } from './correct.ts';
import type { Table } from './rows/row.ts';
import { judgeTable } from './rules/run-rules.ts';

const judged = (table: Table) => judgeTable(table, { ...ruleContext(), form: table.form });
const corrected = (table: Table) => {
  const { table: mended, changes } = correctTable(table, judged(table));
  const brief = changes.map(({ kind, row, field, before, after }) =>
    [kind, row.entries[field]?.at.cell, before, after].join(' '),
  );
  return { mended, brief };
};

test('a wrong rate is mended; the amounts beside it stay', () => {
  const table = tableOf([
    GOOD_ROW,
    {
      ...GOOD_ROW,
      serial: 2,
      projectName: '粮食轮换',
      executionRate: { number: 0.5, text: '50.00%' },
    },
  ]);
  const { mended, brief } = corrected(table);
  expect(brief).toEqual(['rate L7 50.00% 97.37%']);
  expect(mended.rows[0]).toBe(table.rows[0]);
  expect(mended.rows[1]?.entries['actualTotal']).toEqual(table.rows[1]?.entries['actualTotal']);
  expect(judged(mended)).toEqual([]);
});

test('figures become plain numbers, the same ones', () => {
  const typed = {
    budgetTotal: '３５',
    budgetGeneral: '22.00 万元',
    budgetFund: '¥13',
    actualTotal: '34.08',
    actualNonFiscal: '—',
    executionRate: '97.37％',
  };
  const table = tableOf([{ ...GOOD_ROW, ...typed }]);
  const { mended, brief } = corrected(table);
  expect(brief).toEqual([
    'format D6 ３５ 35',
    'format E6 22.00 万元 22.00',
    'format F6 ¥13 13',
    'format L6 97.37％ 97.37%',
  ]);
  for (const field of Object.keys(typed)) {
    expect(mended.rows[0]?.entries[field]?.figure).toEqual(table.rows[0]?.entries[field]?.figure);
  }
});

test.each([
  ['RMB 22', '22'],
  ['22.0万元人民币', '22.0'],
  ['人民币２２万元整', '22'],
  ['220000元', '22'],
])('%s becomes %s', (typed, plain) => {
  const { brief } = corrected(tableOf([{ ...GOOD_ROW, budgetGeneral: typed }]));
  expect(brief).toEqual([`format E6 ${typed} ${plain}`]);
});

test('what only a person can know is left alone', () => {
  const table = tableOf([
    {
      ...GOOD_ROW,
      budgetTotal: 36,
      projectName: '',
      serial: '５',
      problems: '无 ',
      budgetFund: '约3',
    },
  ]);
  const { mended, brief } = corrected(table);
  expect(brief).toEqual([]);
  expect(mended.rows).toEqual(table.rows);
});

test('a hint is never acted upon, though it suggests a value', () => {
  const table = tableOf([{ ...GOOD_ROW, executionRate: { number: 0.5, text: '50.00%' } }]);
  const hints = judged(table).map((finding) => ({ ...finding, severity: 'hint' as const }));
  expect(correctTable(table, hints).changes).toEqual([]);
});

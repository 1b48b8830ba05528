import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { figureReadable } from './rule.ts';

test.each([
  ['三十五', 'not-a-number'],
  ['约35', 'not-a-number'],
  ['35%', 'not-a-number'],
  ['35美元', 'not-a-number'],
  ['22+13', 'not-a-number'],
  [{ date: '2021/3/1' }, 'date'],
  ['1,23', 'not-a-number'],
  [9_007_199_255, 'too-large'],
  [-1, 'negative'],
  [{ error: '#REF!' }, 'error-value'],
  ['uncomputed formula', 'no-stored-result'],
] as const)('%o is told as %s', (typed, fault) => {
  const table = tableOf([{ ...GOOD_ROW, budgetTotal: typed }]);
  expect(rowHits(figureReadable, table)).toMatchObject([{ cell: 'D6', params: { fault } }]);
});

test.each([
  '1,424.79',
  '１，４２４．７９',
  ' 35 ',
  '¥35',
  '35万元',
  '0.00',
  '—',
  '/',
  '无',
  '不适用',
])('%s can be read', (typed) => {
  expect(rowHits(figureReadable, tableOf([{ ...GOOD_ROW, budgetFund: typed }]))).toEqual([]);
});

test('a rate that is none is told in words of rates', () => {
  const table = tableOf([{ ...GOOD_ROW, executionRate: '百分之百' }]);
  expect(rowHits(figureReadable, table)).toMatchObject([
    { cell: 'L6', params: { fault: 'not-a-rate', typed: '百分之百' } },
  ]);
});

test('a project in 元 is told once, with how many of its amounts are', () => {
  const inYuan = { budgetTotal: 35_000_000, budgetGeneral: 22_000_000, budgetFund: 13_000_000 };
  expect(rowHits(figureReadable, tableOf([{ ...GOOD_ROW, ...inYuan }]))).toEqual([
    { cell: 'D6', params: { fault: 'too-large', typed: '35000000', more: 2 } },
  ]);
  const said = figureReadable.message.zh({ fault: 'too-large', typed: '35000000', more: 2 });
  expect(said).toContain('本行另有 2 个金额也是这样');
});

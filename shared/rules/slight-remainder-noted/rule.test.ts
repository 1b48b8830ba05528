import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { slightRemainderNoted } from './rule.ts';

test('a little left without a reason is noted; all spent, or a reason, is not', () => {
  const table = tableOf([
    { ...GOOD_ROW, problems: '无' },
    { ...GOOD_ROW, problems: '' },
    GOOD_ROW,
    { ...GOOD_ROW, problems: '无', actualTotal: 35, actualGeneral: 22, actualFund: 13 },
  ]);
  expect(rowHits(slightRemainderNoted, table)).toEqual([
    { cell: 'AF6', params: { unspent: '0.92', rate: '97.37%' } },
    { cell: 'AF7', params: { unspent: '0.92', rate: '97.37%' } },
  ]);
});

test('99.998 % is not told as 100.00 %', () => {
  const row = {
    ...GOOD_ROW,
    problems: '',
    budgetTotal: 50_000,
    budgetGeneral: 50_000,
    budgetFund: 0,
    actualTotal: 49_999,
    actualGeneral: 49_999,
    actualFund: 0,
  };
  expect(rowHits(slightRemainderNoted, tableOf([row]))[0]?.params['rate']).toBe('99.99%');
});

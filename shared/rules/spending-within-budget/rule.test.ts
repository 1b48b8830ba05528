import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { spendingWithinBudget } from './rule.ts';

test('spending beyond the budget, and without one, is told', () => {
  const table = tableOf([
    { ...GOOD_ROW, actualTotal: 35.01 },
    { ...GOOD_ROW, budgetTotal: 0 },
  ]);
  expect(rowHits(spendingWithinBudget, table)).toEqual([
    { cell: 'H6', params: { actual: '35.01', budget: '35' } },
    { cell: 'H7', params: { actual: '34.08', budget: '0' } },
  ]);
});

test('spending all, and amounts that cannot be read, are left alone', () => {
  const table = tableOf([
    { ...GOOD_ROW, actualTotal: 35 },
    { ...GOOD_ROW, actualTotal: '四十' },
  ]);
  expect(rowHits(spendingWithinBudget, table)).toEqual([]);
});

import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { spendingWithinBudget } from './rule.ts';

const NO_SOURCES = {
  budgetGeneral: '',
  budgetFund: '',
  actualGeneral: '',
  actualFund: '',
  budgetNonFiscal: '',
  actualNonFiscal: '',
  problems: '无',
};

test('spending beyond the budget, and without one, is told', () => {
  const table = tableOf([
    { ...GOOD_ROW, ...NO_SOURCES, actualTotal: 35.02 },
    { ...GOOD_ROW, ...NO_SOURCES, budgetTotal: 0 },
  ]);
  expect(rowHits(spendingWithinBudget, table)).toEqual([
    { cell: 'H6', params: { actual: '35.02', budget: '35' } },
    { cell: 'H7', params: { actual: '34.08', budget: '0' } },
  ]);
});

test('a reason in 存在的问题 settles it', () => {
  const problems = '年中追加任务，经批准由单位自有资金补足';
  const table = tableOf([{ ...GOOD_ROW, ...NO_SOURCES, actualTotal: 36, problems }]);
  expect(rowHits(spendingWithinBudget, table)).toEqual([]);
});

test('spending all, amounts that are in doubt and amounts that cannot be read are left alone', () => {
  const table = tableOf([
    { ...GOOD_ROW, ...NO_SOURCES, actualTotal: 35 },
    { ...GOOD_ROW, budgetTotal: 1 },
    { ...GOOD_ROW, actualTotal: '四十' },
  ]);
  expect(rowHits(spendingWithinBudget, table)).toEqual([]);
});

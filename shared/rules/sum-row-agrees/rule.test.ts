import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { sumRowAgrees } from './rule.ts';

const two = [GOOD_ROW, { ...GOOD_ROW, serial: 2 }];

test('sums that the projects do not add up to are told at their cells', () => {
  const sums = { serial: '合计', budgetTotal: 71, actualTotal: 68.16 };
  expect(tableHits(sumRowAgrees, tableOf([...two, sums]))).toMatchObject([
    { cell: 'D8', params: { stated: '71', sum: '70' } },
  ]);
});

test('right sums, sums within rounding, sums of a part and sums above projects are left alone', () => {
  const right = { serial: '合计', budgetTotal: 70, actualTotal: 68.17 };
  expect(tableHits(sumRowAgrees, tableOf([...two, right]))).toEqual([]);
  const part = { serial: '小计', budgetTotal: 35 };
  expect(tableHits(sumRowAgrees, tableOf([...two, part]))).toEqual([]);
  const above = { serial: '合计', budgetTotal: 35 };
  expect(tableHits(sumRowAgrees, tableOf([GOOD_ROW, above, GOOD_ROW]))).toEqual([]);
});

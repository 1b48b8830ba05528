import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { executionRateRounded } from './rule.ts';

test('a last digit that rounding explains is told', () => {
  const row = {
    ...GOOD_ROW,
    budgetTotal: 36.94,
    actualTotal: 36.43,
    executionRate: { number: 0.9864, text: '98.64%' },
  };
  expect(rowHits(executionRateRounded, tableOf([row]))).toMatchObject([
    { cell: 'L6', params: { stated: '98.64%', computed: '98.62%' } },
  ]);
});

test('equal and wrong rates are not its business', () => {
  const wrong = { ...GOOD_ROW, executionRate: { number: 0.5, text: '50.00%' } };
  expect(rowHits(executionRateRounded, tableOf([GOOD_ROW, wrong]))).toEqual([]);
});

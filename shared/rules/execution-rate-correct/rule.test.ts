import { expect, test } from 'vitest';
import { longgang2020 } from '../../../templates/longgang-2020/form.ts';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { executionRateCorrect } from './rule.ts';

test('a rate that no rounding explains is told with the right one', () => {
  const row = {
    ...GOOD_ROW,
    budgetTotal: 55.59,
    actualTotal: 53.28,
    actualGeneral: 53.28,
    actualFund: '',
    executionRate: 0.9581458,
  };
  expect(rowHits(executionRateCorrect, tableOf([row], { form: longgang2020 }))).toEqual([
    {
      cell: 'I6',
      params: { stated: '0.9581458', actual: '53.28', budget: '55.59', computed: '0.9584458' },
      suggestion: '0.9584458',
    },
  ]);
});

test('in a form of percentages the right rate is a percentage', () => {
  const row = { ...GOOD_ROW, executionRate: { number: 0.95, text: '95.00%' } };
  expect(rowHits(executionRateCorrect, tableOf([row]))).toMatchObject([
    { cell: 'L6', suggestion: '97.37%' },
  ]);
});

test('100% of less than everything is wrong, however it is rounded', () => {
  const row = { ...GOOD_ROW, executionRate: { number: 1, text: '1' } };
  expect(rowHits(executionRateCorrect, tableOf([row]))).toHaveLength(1);
});

test('right rates, and rates that cannot be computed, are left alone', () => {
  const table = tableOf([
    GOOD_ROW,
    { ...GOOD_ROW, executionRate: '97.37％' },
    { ...GOOD_ROW, executionRate: { number: 34.08 / 35, text: '97.37%' } },
    { ...GOOD_ROW, budgetTotal: 0, actualTotal: 0, executionRate: '100%' },
    { ...GOOD_ROW, executionRate: '' },
  ]);
  expect(rowHits(executionRateCorrect, table)).toEqual([]);
});

test('amounts that do not agree with their sources give no right rate', () => {
  const table = tableOf([
    { ...GOOD_ROW, budgetTotal: 36 },
    { ...GOOD_ROW, budgetTotal: 36, executionRate: { number: 0.5, text: '50.00%' } },
  ]);
  expect(rowHits(executionRateCorrect, table)).toEqual([
    { cell: 'L7', params: { stated: '50.00%', actual: '34.08', budget: '36.00', computed: '' } },
  ]);
});

test('the right rate is written as the form writes rates, whatever was typed', () => {
  const table = tableOf([{ ...GOOD_ROW, executionRate: '0.99' }]);
  expect(rowHits(executionRateCorrect, table)).toMatchObject([{ suggestion: '97.37%' }]);
});

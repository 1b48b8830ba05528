import { expect, test } from 'vitest';
import { longgang2020 } from '../../../templates/longgang-2020/form.ts';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { executionRateStated } from './rule.ts';

const nothing = { budgetTotal: 0, budgetGeneral: 0, budgetFund: 0 };

test('a blank rate is told with the one the amounts give, in the form’s own notation', () => {
  const blank = { ...GOOD_ROW, executionRate: '' };
  expect(rowHits(executionRateStated, tableOf([blank]))).toMatchObject([
    { cell: 'L6', params: { stated: '' }, suggestion: '97.37%' },
  ]);
  const in2020 = tableOf([{ ...GOOD_ROW, executionRate: '—' }], { form: longgang2020 });
  expect(rowHits(executionRateStated, in2020)).toMatchObject([{ suggestion: '0.9737143' }]);
});

test('a rate of nothing is told', () => {
  const table = tableOf([{ ...GOOD_ROW, ...nothing, executionRate: '100%' }]);
  expect(rowHits(executionRateStated, table)).toMatchObject([
    { cell: 'L6', params: { stated: '100%' }, suggestion: '—' },
  ]);
});

test('a stated rate, a dash where nothing was budgeted, and unreadable amounts are left alone', () => {
  const table = tableOf([
    GOOD_ROW,
    { ...GOOD_ROW, ...nothing, executionRate: '—' },
    { ...GOOD_ROW, budgetTotal: '三十五', executionRate: '' },
  ]);
  expect(rowHits(executionRateStated, table)).toEqual([]);
});

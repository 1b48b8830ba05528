import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { requiredCellFilled } from './rule.ts';

test('blank name and amounts are told, each at its own cell', () => {
  const table = tableOf([
    { ...GOOD_ROW, projectName: '' },
    { ...GOOD_ROW, budgetTotal: '', actualTotal: '—' },
  ]);
  expect(rowHits(requiredCellFilled, table).map(({ cell }) => cell)).toEqual(['C6', 'D7', 'H7']);
});

test('zero is a value, and blank sources are allowed', () => {
  const row = { ...GOOD_ROW, budgetTotal: 0, actualTotal: 0, budgetFund: '', actualFund: '' };
  expect(rowHits(requiredCellFilled, tableOf([row]))).toEqual([]);
});

test('a blank total of stated sources is told with their sum', () => {
  const row = {
    ...GOOD_ROW,
    budgetTotal: '',
    actualTotal: '',
    actualGeneral: '约21',
    budgetFund: '',
  };
  expect(rowHits(requiredCellFilled, tableOf([row]))).toMatchObject([
    { cell: 'D6', suggestion: '22' },
    { cell: 'H6' },
  ]);
  expect(rowHits(requiredCellFilled, tableOf([row]))[1]).not.toHaveProperty('suggestion');
});

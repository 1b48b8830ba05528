import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { amountsAddable } from './rule.ts';

const rowsOf = (count: number, budgetGeneral: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...GOOD_ROW,
    serial: index + 1,
    budgetGeneral: budgetGeneral + index,
    actualGeneral: index % 2 === 0 ? budgetGeneral : 0,
  }));

test('a column beyond a trillion 元 is told at its largest amount, each column once', () => {
  expect(tableHits(amountsAddable, tableOf(rowsOf(23, 9_000_000)))).toMatchObject([
    { cell: 'E28', params: { largest: '9000022' } },
    { cell: 'I6', params: { largest: '9000000' } },
  ]);
});

test('what any government spends is fine', () => {
  expect(tableHits(amountsAddable, tableOf(rowsOf(5, 9_000_000)))).toEqual([]);
});

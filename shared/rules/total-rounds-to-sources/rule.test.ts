import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { totalRoundsToSources } from './rule.ts';

test('a difference that rounding explains is told', () => {
  const table = tableOf([{ ...GOOD_ROW, budgetTotal: 35.01 }]);
  expect(rowHits(totalRoundsToSources, table)).toEqual([
    { cell: 'D6', params: { stated: '35.01', sum: '35' } },
  ]);
});

test('an equal total and a wrong one are not its business', () => {
  const table = tableOf([GOOD_ROW, { ...GOOD_ROW, budgetTotal: 36 }]);
  expect(rowHits(totalRoundsToSources, table)).toEqual([]);
});

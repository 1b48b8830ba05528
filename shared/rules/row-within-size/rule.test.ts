import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { rowWithinSize } from './rule.ts';

test('a row over the limit of a stored item is told at its project', () => {
  const table = tableOf([GOOD_ROW, { ...GOOD_ROW, problems: '长'.repeat(103_000) }]);
  expect(rowHits(rowWithinSize, table)).toEqual([
    { cell: 'C7', params: { kilobytes: 302, limit: 300 } },
  ]);
});

test('the longest text a cell can hold is fine', () => {
  const table = tableOf([{ ...GOOD_ROW, problems: '长'.repeat(32_767) }]);
  expect(rowHits(rowWithinSize, table)).toEqual([]);
});

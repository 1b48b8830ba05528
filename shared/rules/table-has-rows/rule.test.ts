import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { tableHasRows } from './rule.ts';

test('a header without projects below is told', () => {
  expect(tableHits(tableHasRows, tableOf([]))).toEqual([{ cell: null, params: {} }]);
});

test('one project is enough', () => {
  expect(tableHits(tableHasRows, tableOf([GOOD_ROW]))).toEqual([]);
});

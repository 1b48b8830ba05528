import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { lastYearWith } from '../../../test/sample-records.ts';
import { budgetNearLastYear } from './rule.ts';

const compare = (now: number, before: number) =>
  tableHits(budgetNearLastYear, tableOf([{ ...GOOD_ROW, budgetTotal: now }]), {
    register: null,
    lastYear: lastYearWith({ ...GOOD_ROW, budgetTotal: before }),
  });

test('three times as much or a third, and a million yuan apart', () => {
  expect(compare(1424.79, 210.6)).toEqual([
    { cell: 'D6', params: { budget: '1424.79', before: '210.6', change: 'up' } },
  ]);
  expect(compare(100, 400)).toEqual([
    { cell: 'D6', params: { budget: '100', before: '400', change: 'down' } },
  ]);
});

test.each([
  [230, 210],
  [30, 9],
  [0, 400],
  [400, 0],
  [3_500_000, 300],
])('%d after %d is let be, or told elsewhere', (now, before) => {
  expect(compare(now, before)).toEqual([]);
});

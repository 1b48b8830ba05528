import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { valuesNormalised } from './rule.ts';

test('a table typed as it should be says nothing', () => {
  expect(tableHits(valuesNormalised, tableOf([GOOD_ROW]))).toEqual([]);
});

test('each kind is told once, with its count and its first cell', () => {
  const table = tableOf([
    { ...GOOD_ROW, budgetGeneral: '２２', annualGoal: '完成 ，并验收' },
    { ...GOOD_ROW, serial: 2, budgetGeneral: '２２．００', budgetFund: '130000元' },
  ]);
  expect(tableHits(valuesNormalised, table)).toEqual([
    { cell: 'E6', params: { kind: 'full-width-figure', count: 2 } },
    { cell: 'M6', params: { kind: 'spaces-beside-punctuation', count: 1 } },
    { cell: 'F7', params: { kind: 'text-figure', count: 1 } },
    { cell: 'F7', params: { kind: 'converted-cell', count: 1 } },
  ]);
});

test('every kind has words in both languages', () => {
  const { zh, en } = valuesNormalised.message;
  expect(zh({ kind: 'percent-sign-missing', count: 3 })).toMatch(/^有 3 处.*百分号/u);
  expect(en({ kind: 'percent-sign-missing', count: 3 })).toMatch(/^3 cells .*percent sign/u);
});

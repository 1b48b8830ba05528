import { describe, expect, test } from 'vitest';
import { longgang2021 } from '../../../templates/longgang-2021/form.ts';
import { GOOD_ROW, sheetOf, tableOf, without } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { findTable } from '../../rows/find-table.ts';
import { totalEqualsSources } from './rule.ts';

test('a total that its sources do not add up to is told with both figures', () => {
  const table = tableOf([GOOD_ROW, { ...GOOD_ROW, budgetTotal: 36 }]);
  expect(rowHits(totalEqualsSources, table)).toMatchObject([
    { cell: 'D7', params: { stated: '36', sum: '35' } },
  ]);
});

test('both totals of a row can be wrong', () => {
  const table = tableOf([{ ...GOOD_ROW, budgetTotal: 36, actualTotal: 35 }]);
  expect(rowHits(totalEqualsSources, table).map(({ cell }) => cell)).toEqual(['D6', 'H6']);
});

describe('what rounding explains is left to a hint', () => {
  test('three half units for two sources', () => {
    const table = tableOf([{ ...GOOD_ROW, budgetTotal: 35.01 }]);
    expect(rowHits(totalEqualsSources, table)).toEqual([]);
  });

  test('one hundredth more is an error', () => {
    const table = tableOf([{ ...GOOD_ROW, budgetTotal: 35.02 }]);
    expect(rowHits(totalEqualsSources, table)).toHaveLength(1);
  });
});

test('a source whose column was not found is no source of nothing', () => {
  const found = findTable([sheetOf([GOOD_ROW], { form: without('budgetFund') })], [longgang2021]);
  if (!found.found) throw new Error('no table');
  expect(found.table.missingColumns).toEqual(['budgetFund']);
  expect(rowHits(totalEqualsSources, found.table)).toEqual([]);
});

test('a total without stated sources, or with unreadable ones, is not judged', () => {
  const none = { budgetGeneral: '', budgetFund: '', budgetNonFiscal: '' };
  const table = tableOf([
    { ...GOOD_ROW, ...none },
    { ...GOOD_ROW, budgetTotal: 99, budgetFund: '十三' },
  ]);
  expect(rowHits(totalEqualsSources, table)).toEqual([]);
});

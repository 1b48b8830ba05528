import { expect, test } from 'vitest';
import { FORMS } from '../../../templates/forms.ts';
import { GOOD_ROW, sheetOf, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { findTable } from '../../rows/find-table.ts';
import { rowsVisible } from './rule.ts';

test('projects in hidden rows are counted and named by their rows', () => {
  const rows = [
    GOOD_ROW,
    { ...GOOD_ROW, serial: 2 },
    { ...GOOD_ROW, serial: 3 },
    { serial: '合计' },
  ];
  const sheet = { ...sheetOf(rows), hiddenRows: new Set([1, 6, 8, 9]) };
  const result = findTable([sheet], FORMS);
  if (!result.found) throw new Error('no table');
  expect(result.table.rows).toHaveLength(3);
  expect(tableHits(rowsVisible, result.table)).toEqual([
    { cell: null, params: { count: 2, rows: '6、8' } },
  ]);
});

test('a table without hidden rows says nothing', () => {
  expect(tableHits(rowsVisible, tableOf([GOOD_ROW]))).toEqual([]);
});

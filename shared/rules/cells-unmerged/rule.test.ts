import { expect, test } from 'vitest';
import { FORMS } from '../../../templates/forms.ts';
import { GOOD_ROW, merge, sheetOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { findTable } from '../../rows/find-table.ts';
import { cellsUnmerged } from './rule.ts';

/** Three projects in rows 6 to 8, with these ranges merged. */
function hitsWith(...ranges: readonly string[]) {
  const rows = [1, 2, 3].map((serial) => ({ ...GOOD_ROW, serial }));
  const result = findTable([merge(sheetOf(rows), ...ranges)], FORMS);
  if (!result.found) throw new Error('no table');
  return tableHits(cellsUnmerged, result.table);
}

test('a figure or a name merged over projects is told at its first cell', () => {
  expect(hitsWith('D6:D7', 'C7:C8')).toMatchObject([
    { cell: 'D6', params: { from: 6, to: 7, count: 2, column: '项目年度预算金额·合计' } },
    { cell: 'C7', params: { from: 7, to: 8, count: 2, column: '项目名称' } },
  ]);
});

test('a unit or a goal merged over projects, and cells merged in one row, are fine', () => {
  expect(hitsWith('B6:B8', 'M6:M8', 'O6:P6', 'D7:E7')).toEqual([]);
});

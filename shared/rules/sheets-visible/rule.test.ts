import { expect, test } from 'vitest';
import { FORMS } from '../../../templates/forms.ts';
import { GOOD_ROW, sheetOf, typeInto } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import type { Sheet } from '../../cells/cell.ts';
import { findTable } from '../../rows/find-table.ts';
import { sheetsVisible } from './rule.ts';

const blank: Sheet = { ...sheetOf([]), name: '空', rows: new Map(), merges: [] };

function hitsBeside(...others: readonly Sheet[]) {
  const result = findTable(
    [...others.map((sheet) => ({ ...sheet, hidden: true })), sheetOf([GOOD_ROW])],
    FORMS,
  );
  if (!result.found) throw new Error('no table');
  return tableHits(sheetsVisible, result.table);
}

test('hidden sheets that hold something are named', () => {
  const lastYear = sheetOf([GOOD_ROW], { name: '去年' });
  expect(hitsBeside(lastYear, blank, { ...lastYear, name: '前年' })).toEqual([
    { cell: null, params: { count: 2, sheets: '“去年”、“前年”' } },
  ]);
});

test('a blank hidden sheet and that of a template of ours say nothing', () => {
  const own: Sheet = { ...blank, name: '绩效模板信息', rows: new Map() };
  typeInto(own, 1, 1, 'jixiao-template');
  typeInto(own, 2, 1, 'longgang-2021');
  expect(hitsBeside(blank, own)).toEqual([]);
});

import { expect, test } from 'vitest';
import { FORMS } from '../../../templates/forms.ts';
import { GOOD_ROW, sheetOf, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { findTable } from '../../rows/find-table.ts';
import { tableAlone } from './rule.ts';

const tableIn = (...sheets: ReturnType<typeof sheetOf>[]) => {
  const result = findTable(sheets, FORMS);
  if (!result.found) throw new Error('no table');
  return result.table;
};

test('a second visible table with projects is told by name', () => {
  const table = tableIn(sheetOf([GOOD_ROW]), sheetOf([GOOD_ROW], { name: '下属单位' }));
  expect(tableHits(tableAlone, table)).toEqual([
    { cell: null, params: { sheet: '自评表', others: '“下属单位”' } },
  ]);
});

test('an empty form or a hidden table beside it is no second table', () => {
  const empty = sheetOf([], { name: '空表' });
  const hidden = { ...sheetOf([GOOD_ROW], { name: '旧表' }), hidden: true };
  expect(tableHits(tableAlone, tableIn(empty, sheetOf([GOOD_ROW]), hidden))).toEqual([]);
  expect(tableHits(tableAlone, tableOf([GOOD_ROW]))).toEqual([]);
});

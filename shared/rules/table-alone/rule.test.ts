import { expect, test } from 'vitest';
import { FORMS } from '../../../templates/forms.ts';
import { longgang2020 } from '../../../templates/longgang-2020/form.ts';
import { GOOD_ROW, sheetOf, stackSheets, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { findTable } from '../../rows/find-table.ts';
import { tableAlone } from './rule.ts';

const tableIn = (...sheets: ReturnType<typeof sheetOf>[]) => {
  const result = findTable(sheets, FORMS);
  if (!result.found) throw new Error('no table');
  return result.table;
};

test('a second visible table with projects is told with both places and what to do', () => {
  const table = tableIn(sheetOf([GOOD_ROW]), sheetOf([GOOD_ROW], { name: '下属单位' }));
  const [hit, ...more] = tableHits(tableAlone, table);
  expect(more).toEqual([]);
  expect(hit).toEqual({
    cell: 'A3',
    params: { sheet: '自评表', others: '“下属单位”A3 起的一张（1 个项目）' },
  });
  expect(tableAlone.message.zh(hit!.params as never)).toContain('请合并成一张表');
});

test('a table below the first, and one of another year, are told where they begin', () => {
  const below = stackSheets(sheetOf([GOOD_ROW]), sheetOf([GOOD_ROW]));
  expect(tableHits(tableAlone, tableIn(below))).toMatchObject([
    { cell: 'A10', params: { others: '“自评表”A10 起的一张（1 个项目）' } },
  ]);
  const lastYear = sheetOf([GOOD_ROW], { form: longgang2020 });
  expect(tableHits(tableAlone, tableIn(stackSheets(sheetOf([GOOD_ROW]), lastYear)))).toMatchObject([
    { cell: 'A10', params: { others: '“自评表”A10 起的一张（2020 年度，2020 年表式，1 个项目）' } },
  ]);
});

test('an empty form or a hidden table beside it is no second table', () => {
  const empty = sheetOf([], { name: '空表' });
  const hidden = { ...sheetOf([GOOD_ROW], { name: '旧表' }), hidden: true };
  expect(tableHits(tableAlone, tableIn(empty, sheetOf([GOOD_ROW]), hidden))).toEqual([]);
  expect(tableHits(tableAlone, tableOf([GOOD_ROW]))).toEqual([]);
});

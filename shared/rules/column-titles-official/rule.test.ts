import { expect, test } from 'vitest';
import { FORMS } from '../../../templates/forms.ts';
import { GOOD_ROW, sheetOf, typeInto } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { findTable } from '../../rows/find-table.ts';
import { columnTitlesOfficial } from './rule.ts';

/** The hits for a table in which these header cells are typed over: [row, column, text]. */
function hitsWith(cells: readonly (readonly [number, number, string])[], row = GOOD_ROW) {
  const sheet = sheetOf([row]);
  for (const [line, column, text] of cells) typeInto(sheet, line, column, text);
  const result = findTable([sheet], FORMS);
  if (!result.found) throw new Error('no table');
  return tableHits(columnTitlesOfficial, result.table);
}

test('a filled column with a title much like a missing one is told at its title', () => {
  const row = {
    ...GOOD_ROW,
    rectification: '已整改',
    problems: '无',
    quantityTarget: '3个',
    quantityActual: '3个',
  };
  expect(
    hitsWith(
      [
        [3, 33, '整改措施'],
        [4, 15, '数量指表'],
      ],
      row,
    ),
  ).toMatchObject([
    { cell: 'O4', params: { found: '数量指表', expected: '产出目标·数量指标·年度指标内容' } },
    { cell: 'O4', params: { found: '数量指表', expected: '产出目标·数量指标·完成情况' } },
    { cell: 'AG3', params: { found: '整改措施', expected: '整改情况' } },
  ]);
});

test('an understood wording, a title unlike any, and an empty column are left alone', () => {
  const row = { ...GOOD_ROW, rectification: '已整改' };
  expect(hitsWith([[3, 33, '整改落实情况']], row)).toEqual([]);
  expect(hitsWith([[3, 33, '备注']], row)).toEqual([]);
  expect(hitsWith([[3, 33, '整改措施']])).toEqual([]);
});

import { expect, test } from 'vitest';
import { FORMS } from '../../../templates/forms.ts';
import { GOOD_ROW, sheetOf, typeInto } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { findTable } from '../../rows/find-table.ts';
import { columnsUnique } from './rule.ts';

function hitsWith(title: string, content: string) {
  const sheet = sheetOf([GOOD_ROW]);
  typeInto(sheet, 3, 34, title);
  typeInto(sheet, 3, 35, '项目名称');
  if (content !== '') for (const column of [34, 35]) typeInto(sheet, 6, column, content);
  const result = findTable([sheet], FORMS);
  if (!result.found) throw new Error('no table');
  return tableHits(columnsUnique, result.table);
}

test('filled columns with a title that stood there before are told one by one', () => {
  expect(hitsWith('预算支出执行率（%）', '98')).toMatchObject([
    { cell: 'AH3', params: { column: 'AH', title: '预算支出执行率' } },
    { cell: 'AI3', params: { column: 'AI', title: '项目名称' } },
  ]);
});

test('both names of the unit at once are told; another wording beside the official title is not', () => {
  expect(hitsWith('单位名称', '某局')).toMatchObject([
    { cell: 'AH3', params: { found: '单位名称', title: '部门名称' } },
    { cell: 'AI3' },
  ]);
  expect(hitsWith('项目', '类别')).toMatchObject([{ cell: 'AI3' }]);
});

test('one that is empty is no loss', () => {
  expect(hitsWith('执行率', '')).toEqual([]);
});

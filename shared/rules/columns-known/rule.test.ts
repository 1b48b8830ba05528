import { expect, test } from 'vitest';
import { FORMS } from '../../../templates/forms.ts';
import { GOOD_ROW, sheetOf, typeInto } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { findTable } from '../../rows/find-table.ts';
import { columnsKnown } from './rule.ts';

function hitsWith(content: string) {
  const sheet = sheetOf([GOOD_ROW]);
  typeInto(sheet, 3, 34, '备注');
  if (content !== '') typeInto(sheet, 6, 34, content);
  const result = findTable([sheet], FORMS);
  if (!result.found) throw new Error('no table');
  return tableHits(columnsKnown, result.table);
}

test('a filled column that the form does not have is told at its title', () => {
  expect(hitsWith('另文说明')).toEqual([{ cell: 'AH3', params: { title: '备注', column: 'AH' } }]);
});

test('something beside the table, in a column without a title, is told as well', () => {
  const sheet = sheetOf([GOOD_ROW]);
  typeInto(sheet, 6, 35, '√');
  const result = findTable([sheet], FORMS);
  if (!result.found) throw new Error('no table');
  const [hit] = tableHits(columnsKnown, result.table);
  expect(hit).toEqual({ cell: 'AI3', params: { title: '', column: 'AI' } });
  expect(columnsKnown.message.zh({ title: '', column: 'AI' })).toContain('AI 列没有栏名');
});

test('a title with nothing below it is no loss', () => {
  expect(hitsWith('')).toEqual([]);
});

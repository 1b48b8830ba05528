import { expect, test } from 'vitest';
import { longgang2021 } from '../../../templates/longgang-2021/form.ts';
import { sheetOf, typeInto } from '../../../test/make-sheet.ts';
import { ruleContext } from '../../../test/rule-hits.ts';
import { findTable } from '../../rows/find-table.ts';
import { tablePresent } from './rule.ts';

test('names the missing header texts of the sheet that came nearest', () => {
  const sheet = sheetOf([]);
  typeInto(sheet, 3, 12, '说明');
  const result = findTable([sheet], [longgang2021]);
  if (result.found) throw new Error('the header is incomplete');
  const [hit] = [...tablePresent.check(result, ruleContext())];
  expect(hit?.params).toEqual({ sheet: '自评表', missing: '预算支出执行率', hidden: '' });
  expect(
    tablePresent.message.zh({ sheet: '自评表', missing: '预算支出执行率', hidden: '' }),
  ).toContain('表头缺：预算支出执行率');
});

test('says that there is no header when nothing resembles one', () => {
  const [hit] = [
    ...tablePresent.check({ noTable: { nearest: null, hiddenSheet: null } }, ruleContext()),
  ];
  expect(hit?.params).toEqual({ sheet: '', missing: '', hidden: '' });
});

test('a table on a hidden sheet is told with the sheet’s name', () => {
  const result = findTable([{ ...sheetOf([]), hidden: true }], [longgang2021]);
  if (result.found) throw new Error('hidden sheets are not read');
  const [hit] = [...tablePresent.check(result, ruleContext())];
  expect(hit?.params).toMatchObject({ hidden: '自评表' });
});

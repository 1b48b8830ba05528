import { describe, expect, test } from 'vitest';
import { FORMS } from '../../../templates/forms.ts';
import { longgang2021 } from '../../../templates/longgang-2021/form.ts';
import { sheetOf, sheetOfLines, typeInto } from '../../../test/make-sheet.ts';
import { ruleContext } from '../../../test/rule-hits.ts';
import type { Sheet } from '../../cells/cell.ts';
import { findTable } from '../../rows/find-table.ts';
import { tablePresent } from './rule.ts';

function hitOf(sheet: Sheet) {
  const result = findTable([sheet], FORMS);
  if (result.found) throw new Error('the header is incomplete');
  const [hit] = [...tablePresent.check(result, ruleContext())];
  if (hit === undefined) throw new Error('not told');
  return { cell: hit.at.cell, params: hit.params, zh: tablePresent.message.zh(hit.params) };
}

/** Types over header cells: column → text, in the row where the form's single titles stand. */
const sheetWith = (texts: Readonly<Record<number, string>>): Sheet => {
  const sheet = sheetOf([]);
  for (const [column, text] of Object.entries(texts)) typeInto(sheet, 3, Number(column), text);
  return sheet;
};

describe('a header that does not match', () => {
  test('shows what was found beside what was expected, at its cell', () => {
    const { cell, params, zh } = hitOf(sheetWith({ 3: '项目经费' }));
    expect(cell).toBe('C3');
    expect(params).toMatchObject({ missing: '' });
    expect(zh).toContain('C3 写的是“项目经费”，官方表式是“项目名称”。');
  });

  test('shows a group once, whatever stands below it, and a column in 元 as such', () => {
    const { cell, zh } = hitOf(sheetWith({ 4: '项目年度预算金额（元）', 3: '项 目 名 字' }));
    expect(cell).toBe('C3');
    expect(zh).toContain(
      'C3 写的是“项目名字”，官方表式是“项目名称”、D3 写的是“项目年度预算金额（元）”，官方表式是“项目年度预算金额”。',
    );
  });

  test('names a required title that nothing resembles', () => {
    const { cell, params, zh } = hitOf(sheetWith({ 3: '说明' }));
    expect(cell).toBe('A3');
    expect(params).toMatchObject({ misspelt: '', missing: '项目名称' });
    expect(zh).toContain('表头缺：项目名称。');
  });
});

test('a table of another kind is told as such, not by what it lacks', () => {
  const sheet = sheetOfLines([
    '序号|单位名称|项目名称|预算金额|实际支出|执行率',
    '1|某局|某|9|9|100%',
  ]);
  expect(hitOf(sheet)).toMatchObject({ cell: 'A1' });
  expect(hitOf(sheet).zh).toContain('栏里只对得上 5 栏');
});

test('says that there is no header when nothing resembles one', () => {
  const noTable = { nearest: null, hiddenSheet: null };
  const [hit] = [...tablePresent.check({ noTable }, ruleContext())];
  expect(hit).toMatchObject({ at: { sheet: null }, params: { sheet: '', missing: '' } });
  expect(tablePresent.message.zh(hit!.params)).toContain('请用 2021 年度的官方表式填报');
});

test('a table on a hidden sheet is told with the sheet’s name', () => {
  const result = findTable([{ ...sheetOf([]), hidden: true }], [longgang2021]);
  if (result.found) throw new Error('hidden sheets are not read');
  const [hit] = [...tablePresent.check(result, ruleContext())];
  expect(hit?.params).toMatchObject({ hidden: '自评表' });
});

import { describe, expect, test } from 'vitest';
import { FORMS } from '../../templates/forms.ts';
import { longgang2020 } from '../../templates/longgang-2020/form.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { GOOD_ROW, sheetOf, tableOf, typeInto } from '../../test/make-sheet.ts';
import type { Sheet } from '../cells/cell.ts';
import { findTable } from './find-table.ts';

const found = (...sheets: readonly Sheet[]) => {
  const result = findTable(sheets, FORMS);
  if (!result.found) throw new Error(`no table: ${JSON.stringify(result.noTable)}`);
  return result.table;
};

test('the header decides which form it is', () => {
  expect(found(sheetOf([GOOD_ROW])).form.id).toBe('longgang-2021');
  expect(found(sheetOf([GOOD_ROW], { form: longgang2020 })).form.id).toBe('longgang-2020');
});

test('the table is found wherever it stands, behind other sheets, and keeps its addresses', () => {
  const cover: Sheet = {
    name: '封面',
    hidden: false,
    hiddenRows: new Set(),
    rows: new Map(),
    merges: [],
  };
  const moved = sheetOf([GOOD_ROW], { name: '明细', offset: { rows: 7, columns: 3 } });
  const { sheet, rows } = found(cover, moved);
  expect(sheet).toBe('明细');
  expect(rows[0]?.number).toBe(13);
  expect(rows[0]?.entries['projectName']).toMatchObject({
    text: '粮食储备费用',
    at: { sheet: '明细', cell: 'F13', row: 13, column: 'F' },
  });
});

test('a hidden sheet is not read', () => {
  const hidden = { ...sheetOf([GOOD_ROW]), hidden: true };
  expect(findTable([hidden], FORMS)).toEqual({
    found: false,
    noTable: { nearest: null, hiddenSheet: '自评表' },
  });
});

test('blank cells have an address too', () => {
  const [row] = tableOf([GOOD_ROW]).rows;
  expect(row?.entries['rectification']).toMatchObject({ text: '', at: { cell: 'AG6' } });
  expect(row?.entries['problems']?.figure).toBeUndefined();
});

test('the header is matched by its wording, not by brackets, breaks or the order of columns', () => {
  const sheet = sheetOf([GOOD_ROW]);
  typeInto(sheet, 3, 12, '预算支出\n执行率');
  typeInto(sheet, 3, 2, '单 位 名 称');
  typeInto(sheet, 4, 5, '其中:财政拨款');
  expect(found(sheet).rows).toHaveLength(1);

  const reversed = { ...longgang2021, columns: longgang2021.columns.toReversed() };
  const [row] = found(sheetOf([GOOD_ROW], { form: reversed })).rows;
  expect(row?.entries['projectName']).toMatchObject({ text: '粮食储备费用', at: { column: 'AE' } });
});

describe('what is no project is not read as one', () => {
  test('sums, notes, blank rows, and serials without anything beside them', () => {
    const { rows } = tableOf([
      GOOD_ROW,
      {},
      { serial: '合计', budgetTotal: 35, actualTotal: 34.08 },
      { serial: 2 },
      { serial: '注：金额以万元计' },
      { serial: '填表人：某某', unitName: '联系电话：0755' },
      { ...GOOD_ROW, serial: 3 },
    ]);
    expect(rows.map(({ number }) => number)).toEqual([6, 12]);
  });

  test('a header repeated for printing', () => {
    const sheet = sheetOf([GOOD_ROW, {}, {}, {}, { ...GOOD_ROW, serial: 2 }]);
    for (const offset of [0, 1, 2]) {
      for (const [column, cell] of sheet.rows.get(3 + offset) ?? []) {
        typeInto(sheet, 7 + offset, column, cell.text);
      }
    }
    expect(found(sheet).rows.map(({ number }) => number)).toEqual([6, 10]);
  });
});

test('a row without a serial is still a project', () => {
  expect(tableOf([{ ...GOOD_ROW, serial: '' }]).rows).toHaveLength(1);
});

test('an indicator pair put beside a …… column becomes an extra indicator', () => {
  const sheet = sheetOf([GOOD_ROW]);
  for (const column of [34, 35]) {
    typeInto(sheet, 3, column, '产出目标');
    typeInto(sheet, 4, column, '成本指标');
  }
  typeInto(sheet, 5, 34, '年度指标内容');
  typeInto(sheet, 5, 35, '完成情况');
  typeInto(sheet, 6, 34, '不超过10万元');
  typeInto(sheet, 6, 35, '9.8万元');
  typeInto(sheet, 6, 21, '另有说明');
  expect(found(sheet).rows[0]?.extraIndicators).toEqual([
    { field: 'outputExtra', title: '', target: '另有说明', actual: '' },
    { field: 'outputExtra', title: '成本指标', target: '不超过10万元', actual: '9.8万元' },
  ]);
});

test('title, submitter and unit are read from the lines above', () => {
  const table = tableOf([GOOD_ROW], { submitter: '某局' });
  expect(table).toMatchObject({
    titleYear: '2021',
    title: { at: { cell: 'A1' } },
    submitterName: { text: '某局', at: { cell: 'A2' } },
    amountUnit: { text: '万元', at: { cell: 'L2' } },
  });
});

test('a name in the cell after its label, and both lines in one cell, are read as well', () => {
  const apart = sheetOf([GOOD_ROW]);
  typeInto(apart, 2, 1, '部门名称(盖章):');
  typeInto(apart, 2, 3, '某局');
  expect(found(apart).submitterName).toMatchObject({ text: '某局', at: { cell: 'C2' } });

  const together = tableOf([GOOD_ROW], { submitter: '某局    单位：万元', unitLine: '' });
  expect(together.submitterName?.text).toBe('某局');
  expect(together.amountUnit?.text).toBe('万元');
});

describe('a project is never taken for a note', () => {
  test.each([
    [
      'its name is blank and a text begins like a note',
      { projectName: '', quantityTarget: '说明会场次不少于3场' },
    ],
    ['its serial is blank too', { serial: '', projectName: '', annualGoal: '注册企业数稳步增长' }],
    [
      'its amounts are blank',
      { budgetTotal: '', budgetGeneral: '', budgetFund: '', actualTotal: '' },
    ],
    ['its name holds the word of a sum', { projectName: '总计划编制经费合计' }],
  ])('%s', (_why, values) => {
    const { rows, leftOut } = tableOf([GOOD_ROW, { ...GOOD_ROW, serial: 2, ...values }]);
    expect([rows.length, leftOut]).toEqual([2, []]);
  });
});

describe('what is left out is kept apart by its kind', () => {
  test.each([
    ['sum', { projectName: '合计（万元）', budgetTotal: 35 }],
    ['sum', { unitName: '本单位合计', budgetTotal: 35 }],
    ['sum', { serial: '总  计', budgetTotal: 35 }],
    ['note', { serial: '注：金额以万元计' }],
    ['note', { unitName: '2.项目12为跨年项目' }],
    ['note', { serial: '填表人：甲', projectName: '联系电话：0755', annualGoal: '审核人：乙' }],
    ['note', { serial: '部门名称（盖章）：某局', budgetGeneral: '单位：万元' }],
    ['numbered', { serial: 2 }],
  ])('%s %j', (kind, values) => {
    const { rows, leftOut } = tableOf([GOOD_ROW, values]);
    expect([rows.length, leftOut.map((row) => row.kind)]).toEqual([1, [kind]]);
  });
});

test('a unit or a goal merged over several projects holds for each, a name does not', () => {
  const sheet = sheetOf([GOOD_ROW, { ...GOOD_ROW, serial: 2, unitName: '', projectName: '' }]);
  const merged = {
    ...sheet,
    merges: [
      ...sheet.merges,
      { top: 6, bottom: 7, left: 2, right: 2 },
      { top: 6, bottom: 7, left: 3, right: 3 },
    ],
  };
  const second = found(merged).rows[1];
  expect(second?.entries['unitName']).toMatchObject({
    text: '深圳市龙岗区发展和改革局',
    at: { cell: 'B7' },
  });
  expect(second?.entries['projectName']?.text).toBe('');
});

test('a header without merges, as a CSV has it, is found through its groups', () => {
  for (const form of FORMS) {
    const unmerged = { ...sheetOf([GOOD_ROW], { form }), merges: [] };
    expect(found(unmerged)).toMatchObject({ form: { id: form.id }, rows: [{ number: 6 }] });
  }
});

test('a unit added to a header text is looked past, a column in 元 is not', () => {
  const sheet = sheetOf([GOOD_ROW]);
  typeInto(sheet, 3, 12, '预算支出执行率（%）');
  expect(found(sheet).rows).toHaveLength(1);
  typeInto(sheet, 3, 4, '项目年度预算金额（元）');
  expect(findTable([sheet], FORMS).found).toBe(false);
});

import { expect, test } from 'vitest';
import { ruleContext } from '../../../test/rule-hits.ts';
import { addressOf, type Sheet } from '../../cells/cell.ts';
import { findMark, isMark, isMarkedName } from '../find-mark.ts';
import { classificationMarkAbsent } from './rule.ts';

test('a mark is told by its place alone, a sheet by its number', () => {
  const at = { cell: 'B3', row: 3, column: 'B' };
  const hitsFor = (mark: Parameters<typeof classificationMarkAbsent.check>[0]['mark']) =>
    mark === undefined ? [] : [...classificationMarkAbsent.check({ mark }, ruleContext())];
  expect(hitsFor({ sheet: 2, at })).toEqual([
    {
      at: { sheet: '第 2 张工作表', ...at, field: null, serial: null, project: null },
      params: {},
    },
  ]);
  expect(hitsFor({ sheet: 1, at: null })[0]?.at.cell).toBeNull();
});

test.each([
  '机密★10年',
  '绝密★',
  '秘密★启封前',
  '机 密 ★ 十',
  '绝密*30年',
  '秘密\n★5年',
  '机密 10年',
  '秘密（5年）',
  '秘密',
  '【机密】',
  '密级：机密',
  '密 级：秘 密',
  '内部资料 严禁外传',
  '【内部资料，严禁外传】',
  '本表为内部资料，不得外传！',
  '内部文件 注意保密',
  '严禁外传',
  '2021年度自评表\n秘密★10年',
])('“%s” is a mark', (text) => {
  expect(isMark(text)).toBe(true);
});

const plainSheet = (name: string, ...rows: readonly (readonly string[])[]): Sheet => ({
  name,
  hidden: true,
  hiddenRows: new Set(),
  merges: [],
  rows: new Map(
    rows.map((texts, row) => [
      row + 1,
      new Map(
        texts.map((text, column) => [
          column + 1,
          { at: addressOf(name, row + 1, column + 1), text },
        ]),
      ),
    ]),
  ),
});

test.each([
  ['one character a cell', plainSheet('表', ['项目'], ['机', '密', '★', '10年']), 'A2'],
  ['another star', plainSheet('表', ['项目'], ['机密⭐10年']), 'A2'],
  ['the name of a hidden sheet', plainSheet('机密★'), null],
])('a mark is found in %s', (_where, sheet, cell) => {
  expect(findMark([sheet])).toMatchObject(
    cell === null ? { sheet: 1, at: null } : { sheet: 1, at: { cell } },
  );
});

test.each(['自评表（机密★10年）.xlsx', '【秘密】自评表.xls', '机密.et', '秘密★自评表.csv'])(
  'a file named “%s” bears the mark',
  (name) => {
    expect(isMarkedName(name)).toBe(true);
  },
);

test.each([
  '2021自评表.xlsx',
  '机密机房建设自评表.xlsx',
  '“秘密”战线专项.xlsx',
  '涉密人员培训（秘）.xlsx',
])('a file named “%s” bears none', (name) => {
  expect(isMarkedName(name)).toBe(false);
});

test.each([
  '组织涉密人员培训2次',
  '保密',
  '保密工作经费',
  '机密机房改造',
  '数量涉及秘密，不适合公开',
  '绝密级事项保密期限不超过30年',
  '检查标有“秘密★”标志的文件30份',
  '密级：绝密/机密/秘密',
  '密级：公开',
  '加强内部资料管理，严禁外传',
  '制定内部文件不得外传规定',
  '要求各科室对内部资料严禁外传。',
  '★机密机房改造完成',
  '内部资料汇编2册',
  '密切联系企业',
  '机密性、完整性、可用性测评',
])('“%s” is talk', (text) => {
  expect(isMark(text)).toBe(false);
});

import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { rowsCounted } from './rule.ts';

test('sums, notes and signatures are named with their lines', () => {
  const table = tableOf([
    GOOD_ROW,
    { projectName: '合计（万元）', budgetTotal: 35, actualTotal: 34.08 },
    { serial: '注：本表金额单位为万元，数据截至年末。' },
    { serial: '填表人：某某', projectName: '联系电话：0755', annualGoal: '审核人：某某' },
  ]);
  expect(tableHits(rowsCounted, table)).toEqual([
    {
      cell: null,
      params: {
        count: 3,
        lines: '第 7 行“合计（万元）”、第 8 行“注：本表金额单位为万元，…”、第 9 行',
      },
    },
  ]);
});

test('what may name a person is told by its number alone', () => {
  const table = tableOf([
    GOOD_ROW,
    { serial: '单位负责人（签字）：张三', annualGoal: '联系电话：0755-28900001' },
    { serial: '李四 2022年1月5日' },
    { serial: '注：如有疑问请联系张三，电话 13800138000' },
    { serial: '注：详询 28900001' },
  ]);
  expect(tableHits(rowsCounted, table)).toMatchObject([
    { params: { lines: '第 7 行、第 8 行、第 9 行、第 10 行' } },
  ]);
});

test('a table of projects says nothing', () => {
  expect(tableHits(rowsCounted, tableOf([GOOD_ROW]))).toEqual([]);
});

test('the sums below a template are no news', () => {
  const table = tableOf([GOOD_ROW, { projectName: '合计', budgetTotal: 35, actualTotal: 34.08 }]);
  const identity = {
    form: 'longgang-2021',
    version: '2021',
    period: '2021',
    submitter: null,
    intact: true,
  };
  expect(tableHits(rowsCounted, { ...table, identity })).toEqual([]);
});

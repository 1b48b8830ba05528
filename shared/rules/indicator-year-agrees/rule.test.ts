import { describe, expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { indicatorYearAgrees } from './rule.ts';

const hits = (text: string, projectName = '应急物资管理', periodId: string | null = '2021') =>
  rowHits(indicatorYearAgrees, tableOf([{ ...GOOD_ROW, projectName, quantityTarget: text }]), {
    periodId,
  });

test('targets of another year are told, in quantity and in timeliness', () => {
  const table = tableOf([
    { ...GOOD_ROW, quantityTarget: '区应急管理局下达的2020年救灾物资购置计划' },
    { ...GOOD_ROW, timelinessTarget: '已于2020年10月初验，于2020年12月通过验收' },
    { ...GOOD_ROW, timelinessTarget: '2019.12前开工，2020年12月竣工' },
  ]);
  expect(rowHits(indicatorYearAgrees, table)).toMatchObject([
    { cell: 'O6', params: { year: '2020', period: '2021' } },
    { cell: 'S7', params: { year: '2020' } },
    { cell: 'S8', params: { year: '2019、2020' } },
  ]);
});

describe('the year reported on, or no year that counts', () => {
  test.each([
    '2021年购置计划',
    '2020年结转任务12个',
    '比2020年增长5%',
    '2020年以来累计50家',
    '2019-2023年规划编制1份',
    '按《2020年救灾物资购置计划》采购',
    '2020年设计招标，2021年建设',
    '2020个充电桩',
    '编号20201234',
  ])('%s', (text) => expect(hits(text)).toEqual([]));
});

test('a project named for a year may speak of it; without a period nothing is said', () => {
  expect(hits('2020年补贴9家', '2020年度充电设施补贴')).toEqual([]);
  expect(hits('2020年补贴9家', '2021年补贴')).toEqual([]);
  expect(hits('2020年补贴9家', '补贴', null)).toEqual([]);
  expect(hits('2020年补贴9家', '补贴')).toHaveLength(1);
});

test('where the form itself is that of another year, the year reported on is in doubt', () => {
  const table = tableOf([{ ...GOOD_ROW, timelinessTarget: '2021年8月底前完成' }]);
  expect(rowHits(indicatorYearAgrees, table, { periodId: '2020' })).toHaveLength(1);
  const period = { id: '2020', forms: ['longgang-2020'], budgetBasis: '未注明' } as const;
  expect(rowHits(indicatorYearAgrees, table, { periodId: '2020', period })).toEqual([]);
  expect(rowHits(indicatorYearAgrees, table, { periodId: '2019', period: null })).toEqual([]);
});

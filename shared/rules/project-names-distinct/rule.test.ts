import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { projectNamesDistinct } from './rule.ts';

const named = (...names: string[]) =>
  tableOf(names.map((projectName, index) => ({ ...GOOD_ROW, serial: index + 1, projectName })));

test('general words at the end and punctuation do not tell projects apart', () => {
  const table = named(
    '区经济与科技发展专项资金经费',
    '《宝龙园区建设方案》规划研究项目',
    '区经济与科技发展专项资金',
    '宝龙园区建设方案规划研究',
  );
  expect(tableHits(projectNamesDistinct, table)).toEqual([
    {
      cell: 'C8',
      params: { other: '序号1', otherEn: 'No. 1', name: '区经济与科技发展专项资金经费' },
    },
    {
      cell: 'C9',
      params: { other: '序号2', otherEn: 'No. 2', name: '《宝龙园区建设方案》规划研究项目' },
    },
  ]);
});

test.each([
  ['信息系统维护（一期）', '信息系统维护（二期）'],
  ['2020年政府投资项目评审费', '2021年政府投资项目评审费'],
  ['龙岗街道养老中心', '龙城街道养老中心'],
  ['课题研究', '课题调研'],
  ['对口帮扶事务', '对口扶持'],
  ['工作经费', '项目费用'],
  ['办公设备购置', '办公设备购置'],
])('%s and %s are two projects, or told elsewhere', (one, other) => {
  expect(tableHits(projectNamesDistinct, named(one, other))).toEqual([]);
});

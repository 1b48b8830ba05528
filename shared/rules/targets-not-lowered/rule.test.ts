import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { lastYearWith } from '../../../test/sample-records.ts';
import { targetsNotLowered } from './rule.ts';

const project = (texts: Readonly<Record<string, string>>, projectName = '2021年粮食储备') => ({
  ...GOOD_ROW,
  projectName,
  ...texts,
});

const compare = (now: string, before: string) =>
  tableHits(targetsNotLowered, tableOf([project({ qualityTarget: now })]), {
    register: null,
    lastYear: lastYearWith(project({ qualityTarget: before }, '2020年粮食储备')),
  });

test('a target that differs by a smaller number only is told, at its own cell', () => {
  expect(compare('满意度不低于90%', '满意度不低于95％')).toEqual([
    { cell: 'Q6', params: { target: '90', before: '95' } },
  ]);
  expect(compare('检查企业≥1,000家、出具报告8份', '检查企业≥1,200家、出具报告8份')).toEqual([
    { cell: 'Q6', params: { target: '1000', before: '1200' } },
  ]);
});

test.each([
  ['满意度不低于95%', '满意度不低于90%'],
  ['满意度不低于95%', '满意度不低于95%'],
  ['受理投诉3起', '受理投诉5起'],
  ['5个工作日内办结', '7个工作日内办结'],
  ['能耗≤90', '能耗≤95'],
  ['编制报告2份', '开展培训5场'],
  ['3场培训、8份报告', '5场培训、6份报告'],
  ['2021年6月完成', '2021年8月完成'],
])('“%s” after “%s” is let be', (now, before) => {
  expect(compare(now, before)).toEqual([]);
});

test('without last year’s records nothing is said', () => {
  expect(tableHits(targetsNotLowered, tableOf([project({ qualityTarget: '90%' })]))).toEqual([]);
});

import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { amountsInWanYuan } from './rule.ts';

test.each([
  ['单位：美元', '美元'],
  ['金额单位: 万港币', '万港币'],
])('%s is told at its cell', (unitLine, unit) => {
  expect(tableHits(amountsInWanYuan, tableOf([GOOD_ROW], { unitLine }))).toEqual([
    { cell: 'L2', params: { unit } },
  ]);
});

test.each([
  '单位：元',
  '金额单位：人民币万元',
  '单位：万元',
  '单位: 万元',
  '（单位：万元）',
  '第一页',
])('%s is fine', (unitLine) => {
  expect(tableHits(amountsInWanYuan, tableOf([GOOD_ROW], { unitLine }))).toEqual([]);
});

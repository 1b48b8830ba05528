import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { comparatorWhole } from './rule.ts';

test('half a comparator after the name of a measure is told', () => {
  const table = tableOf([
    { ...GOOD_ROW, satisfactionTarget: '使用单位满意度（无投诉），满意度不' },
    { ...GOOD_ROW, qualityTarget: '验收合格率不低' },
  ]);
  expect(rowHits(comparatorWhole, table)).toMatchObject([
    { cell: 'AC6', params: { tail: '无投诉），满意度不' } },
    { cell: 'Q7', params: { tail: '验收合格率不低' } },
  ]);
});

test('a whole comparator, and words that end so, are left alone', () => {
  const texts = [
    '满意度不低于',
    '满意度不低于95%',
    '绝不',
    '任务均已达到',
    '办不办',
    '差错率低',
    '损耗数不多不少',
  ];
  const table = tableOf(texts.map((text) => ({ ...GOOD_ROW, satisfactionTarget: text })));
  expect(rowHits(comparatorWhole, table)).toEqual([]);
});

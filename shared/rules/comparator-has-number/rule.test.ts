import { describe, expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { comparatorHasNumber } from './rule.ts';

const hits = (text: string) =>
  rowHits(comparatorHasNumber, tableOf([{ ...GOOD_ROW, satisfactionTarget: text }]));

describe('cut off', () => {
  test.each([
    ['公检法机关对价格认定工作满意度不低于', '格认定工作满意度不低于'],
    ['使用单位满意度（无投诉），满意度不', '无投诉），满意度不'],
    ['满意度≥', '满意度≥'],
    ['合格率不低', '合格率不低'],
    ['1.培训次数不少于\n2.宣传5次', '1.培训次数不少于'],
    ['参训人数超过；合格率95%', '参训人数超过'],
  ])('%s', (text, tail) => expect(hits(text)).toMatchObject([{ cell: 'AC6', params: { tail } }]));
});

describe('whole', () => {
  test.each([
    '满意度不低于95%',
    '不低于上年水平',
    '不超过预算',
    '高于全市平均水平',
    '投诉未超过',
    '没有超过',
    '不超过',
    '满意度>90',
    '规模以上企业',
    '达到',
    '已达到',
    '任务均已达到',
    '绝不',
    '从来不',
    '满意度不低于百分之九十五',
    '不少于一次',
    '粮食储',
  ])('%s', (text) => expect(hits(text)).toEqual([]));
});

test('two rows, two cells', () => {
  const table = tableOf([
    { ...GOOD_ROW, quantityTarget: '数量不少于' },
    { ...GOOD_ROW, satisfactionActual: '满意度不低于' },
  ]);
  expect(rowHits(comparatorHasNumber, table).map(({ cell }) => cell)).toEqual(['O6', 'AD7']);
});

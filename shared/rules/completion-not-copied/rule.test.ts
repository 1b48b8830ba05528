import { describe, expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { completionNotCopied } from './rule.ts';

const hits = (text: string, key = 'quantity') =>
  rowHits(
    completionNotCopied,
    tableOf([{ ...GOOD_ROW, [`${key}Target`]: text, [`${key}Actual`]: text }]),
  );

describe('a text that cannot be a result', () => {
  test.each([
    ['招商活动超过18场', 'quantity'],
    ['满意度≥95%', 'satisfaction'],
    ['每月至少一场活动', 'timeliness'],
    ['各项工作按时开展', 'timeliness'],
    ['按时完成', 'timeliness'],
    ['提升', 'social'],
    ['1.加强宣传。2.促进消费。', 'economic'],
    ['完成2020年金融业“十四五”规划', 'quantity'],
  ])('%s', (text, key) => expect(hits(text, key)).toHaveLength(1));
});

describe('an honest completion in the same words', () => {
  test.each([
    ['资金拨付企业数量9家', 'quantity'],
    ['纸质报告8份、电子版1份', 'quantity'],
    ['合格率100%', 'quality'],
    ['2021年9月形成最终报告', 'timeliness'],
    ['2021年完成', 'timeliness'],
    ['2021年12月31日前完成', 'timeliness'],
    ['一个月内完成审核', 'timeliness'],
    ['按月发放', 'timeliness'],
    ['零投诉', 'satisfaction'],
    ['合格', 'quality'],
    ['A级', 'quality'],
    ['达到国家一级标准', 'quality'],
    ['地表水Ⅳ类', 'ecological'],
    ['不适用', 'economic'],
    ['无', 'social'],
  ])('%s', (text, key) => expect(hits(text, key)).toEqual([]));
});

test('spaces, line breaks and widths make no difference; other words do', () => {
  const table = tableOf([
    { ...GOOD_ROW, qualityTarget: '验收合格，质量好', qualityActual: '验收合格,\n质量好' },
    { ...GOOD_ROW, socialTarget: '促进发展', socialActual: '促进了发展' },
    { ...GOOD_ROW, socialTarget: '促进发展', socialActual: '' },
    { ...GOOD_ROW, economicTarget: '提升', economicActual: '提升' },
  ]);
  expect(rowHits(completionNotCopied, table).map(({ cell }) => cell)).toEqual(['R6', 'W9']);
});

import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { cellHits } from '../../../test/rule-hits.ts';
import { sample2020, sample2021 } from '../../../test/sample-records.ts';
import { bracketsClosed } from './rule.ts';

const hitsIn = (annualGoal: string) =>
  cellHits(bracketsClosed, tableOf([{ ...GOOD_ROW, annualGoal }]));

test.each([
  ['编制完成《宝龙生物药创新发展先导区规划', '《', '》', '编制完成《宝龙生物药创新'],
  ['编制宝龙规划》通过评审', '》', '《', '编制宝龙规划》通过评审'],
  ['落实“十四五规划', '“', '”', '落实“十四五规划'],
  ['完成采购（含口罩、防护服', '（', '）', '完成采购（含口罩、防护服'],
  ['完成采购(含口罩、防护服', '（', '）', '完成采购(含口罩、防护服'],
  ['【数量】完成【质量合格', '【', '】', '【数量】完成【质量合格'],
  ['完成“一园”和“两区建设', '“', '”', '成“一园”和“两区建设'],
])('%s', (text, mark, partner, near) => {
  expect(hitsIn(text)).toEqual([{ cell: 'M6', params: { mark, partner, near } }]);
});

test.each([
  '完成《规划（2021—2025）》编制',
  '1）完成初稿；2）完成定稿；a)归档；十一)验收',
  '内容包括：1)采购2)安装',
  '完成采购(含口罩）',
  '满意度》95%，误差《=5',
  '落实“十四五“规划',
  '①编制“《A》”；②印发',
  '重叠的“《规划”》也各自成对',
  "O'Brien 来访（2次）",
])('%s is let be', (text) => {
  expect(hitsIn(text)).toEqual([]);
});

test('each cell is told by itself', () => {
  const table = tableOf([{ ...GOOD_ROW, annualGoal: '《甲', socialActual: '（乙' }]);
  expect(cellHits(bracketsClosed, table).map(({ cell }) => cell)).toEqual(['M6', 'Y6']);
});

test('the published tables, cut off as some of their texts are, have no open bracket', () => {
  for (const { form, published } of [sample2020(), sample2021()]) {
    expect(cellHits(bracketsClosed, tableOf(published, { form }))).toEqual([]);
  }
});

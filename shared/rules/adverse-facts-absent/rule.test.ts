import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { cellHits } from '../../../test/rule-hits.ts';
import { adverseFactsAbsent } from './rule.ts';

const hitsIn = (problems: string) =>
  cellHits(adverseFactsAbsent, tableOf([{ ...GOOD_ROW, problems }]));

test.each([
  ['原因：五洲龙公司自2019年1月起被纳入失信被执行人名单', '五洲龙公司', '失信'],
  ['因深圳市某某科技有限公司拖欠工程款', '深圳市某某科技有限公司', '拖欠'],
  ['推进“国湘案”债权登记和确权工作', '国湘案', ''],
])('%s', (text, name, facts) => {
  expect(hitsIn(text)).toEqual([{ cell: 'AF6', params: { name, facts } }]);
});

test.each([
  '该公司涉及多起劳动仲裁',
  '有关企业被列入失信名单',
  '龙岗区粮食有限公司满意度达100%',
  '让守信者“降成本”，失信者“付代价”',
  '完成“十四五”规划“总体方案”',
  '整理“诉讼档案”',
  '涉案财物价格认定2998宗',
])('%s is none', (text) => {
  expect(hitsIn(text)).toEqual([]);
});

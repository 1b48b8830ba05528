import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { cellHits } from '../../../test/rule-hits.ts';
import { personalDataAbsent } from './rule.ts';

const hitsIn = (problems: string) =>
  cellHits(personalDataAbsent, tableOf([{ ...GOOD_ROW, problems }]));

test.each([
  ['联系人手机13800138000', 'mobile'],
  ['电话：138-0013-8000。', 'mobile'],
  ['身份证11010519491231002X', 'identity'],
  ['身份证１１０１０５１９４９１２３１００２Ｘ', 'identity'],
  ['卡号6222 0212 3456 7890 128', 'account'],
  ['卡号4111111111111111', 'account'],
])('%s', (text, kind) => {
  const hits = hitsIn(text);
  expect(hits).toEqual([{ cell: 'AF6', params: { kind } }]);
  // The number itself does not travel with the finding.
  expect(JSON.stringify(hits)).not.toMatch(/\d{6}/);
});

test.each([
  '身份证110105194912310021',
  '卡号4111111111111112',
  '支付13800138000元',
  '用地13812345678平方米',
  '项目编码440307202100001234',
  '座机0755-28949999',
  '共1,380,013,800万元',
  '2021年1月至12月',
])('%s is none', (text) => {
  expect(hitsIn(text)).toEqual([]);
});

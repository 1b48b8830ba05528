import { expect, test } from 'vitest';
import { GOOD_ROW, type Typed, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { benefitAfterSpending } from './rule.ts';

const UNSPENT = { actualTotal: 0, actualGeneral: 0, actualFund: 0, executionRate: '0.00%' };

const hits = (row: Readonly<Record<string, Typed>>) =>
  rowHits(benefitAfterSpending, tableOf([{ ...GOOD_ROW, ...row }]));

test('all benefits claimed by a row that spent nothing are told once, at the first', () => {
  const row = {
    economicActual: '显著提升',
    socialActual: '显著提升',
    ecologicalActual: '明显改善',
  };
  expect(hits({ ...UNSPENT, ...row })).toMatchObject([
    { cell: 'W6', params: { said: '显著提升' } },
  ]);
  const second = { ...GOOD_ROW, ...UNSPENT, socialActual: '营商环境得到有效改善' };
  const table = tableOf([{ ...GOOD_ROW, ...UNSPENT, ...row }, second]);
  expect(rowHits(benefitAfterSpending, table).map(({ cell }) => cell)).toEqual(['W6', 'Y7']);
});

test.each([
  '不适用',
  '提升',
  '暂未完成',
  '未产生显著提升',
  '项目尚未实施，效益未能显著提升',
  '待拨付后显著提升',
])('nothing spent and “%s” is fine', (text) =>
  expect(hits({ ...UNSPENT, economicActual: text })).toEqual([]),
);

test('a row that spent, and one without a budget, are left alone', () => {
  expect(hits({ economicActual: '显著提升' })).toEqual([]);
  const none = { budgetTotal: 0, budgetGeneral: 0, budgetFund: 0 };
  expect(hits({ ...UNSPENT, ...none, economicActual: '显著提升' })).toEqual([]);
  expect(hits({ actualTotal: '零', economicActual: '显著提升' })).toEqual([]);
});

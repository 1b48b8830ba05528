import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { paymentsNotToOnePerson } from './rule.ts';

const hitsIn = (quantityTarget: string, quantityActual: string) =>
  rowHits(paymentsNotToOnePerson, tableOf([{ ...GOOD_ROW, quantityTarget, quantityActual }]));

test.each([
  ['发放扶贫补贴人数', '1人', '1人'],
  ['发放抚恤金', '向一名遗属发放', '一名'],
  ['慰问金', '向张三同志发放慰问金', '向张三同志'],
])('%s: %s', (target, actual, words) => {
  expect(hitsIn(target, actual)).toEqual([{ cell: 'P6', params: { words } }]);
});

test.each([
  ['发放补贴人数', '12人'],
  ['发放补贴人数', '21人'],
  ['领取补贴', '1人次'],
  ['救助对象一人一档', '建档100份'],
  ['招聘工作人员', '1人'],
])('%s: %s is none', (target, actual) => {
  expect(hitsIn(target, actual)).toEqual([]);
});

import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { REGISTER, rowHits } from '../../../test/rule-hits.ts';
import { implementingUnitRegistered } from './rule.ts';

const bySubmitter = (code: string) => ({
  submitterCode: code,
  submitter: REGISTER.find((unit) => unit.code === code) ?? null,
});

test('a unit of another submitter is told at its cell', () => {
  const table = tableOf([GOOD_ROW, { ...GOOD_ROW, unitName: '深圳市龙岗区投资推广署' }]);
  expect(rowHits(implementingUnitRegistered, table)).toEqual([
    {
      cell: 'B7',
      params: { name: '深圳市龙岗区投资推广署', submitter: '深圳市龙岗区发展和改革局' },
    },
  ]);
});

test.each([
  '深圳市龙岗区工业和信息化局(本级)',
  '深圳市龙岗区工业和信息化局（本级）',
  '深圳市龙岗区投资推广署',
])('%s stands below its submitter', (unitName) => {
  const table = tableOf([{ ...GOOD_ROW, unitName }]);
  expect(rowHits(implementingUnitRegistered, table, bySubmitter('LG-GXJ'))).toEqual([]);
});

test('without a register the rule is silent', () => {
  const table = tableOf([{ ...GOOD_ROW, unitName: '某单位' }]);
  expect(rowHits(implementingUnitRegistered, table, { register: null })).toEqual([]);
});

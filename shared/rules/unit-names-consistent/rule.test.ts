import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { REGISTER, tableHits } from '../../../test/rule-hits.ts';
import { unitNamesConsistent } from './rule.ts';

const units = (...names: string[]) =>
  tableOf(names.map((unitName, index) => ({ ...GOOD_ROW, serial: index + 1, unitName })));

const FULL = '深圳市龙岗区发展和改革局';

test('a shortened name among full ones is told, with the usual one beside it', () => {
  const table = units('龙岗区发展和改革局', FULL, FULL, '深圳市龙岗区发展改革局');
  expect(tableHits(unitNamesConsistent, table, { register: null })).toEqual([
    {
      cell: 'B6',
      params: { name: '龙岗区发展和改革局', usual: FULL },
      suggestion: FULL,
    },
    {
      cell: 'B9',
      params: { name: '深圳市龙岗区发展改革局', usual: FULL },
      suggestion: FULL,
    },
  ]);
});

test('what the register knows by two names is one unit', () => {
  const hits = tableHits(unitNamesConsistent, units(FULL, FULL, '区发改局'), {
    register: REGISTER,
  });
  expect(hits.map(({ cell }) => cell)).toEqual(['B8']);
});

test.each([
  ['某局(本级)', '某局（本级）'],
  [FULL, '深圳市 龙岗区发展和改革局'],
  ['深圳市投资推广署', '龙岗区投资推广署'],
  ['龙岗区第一小学', '龙岗区第二小学'],
  ['龙岗街道办事处', '龙城街道办事处'],
])('%s and %s need no mending', (one, other) => {
  expect(tableHits(unitNamesConsistent, units(one, other), { register: null })).toEqual([]);
});

import { expect, test } from 'vitest';
import { PERIODS } from '../templates/periods.ts';
import { readPeriods } from './periods-file.ts';
import type { Register } from './unit.ts';

const UNIT = { code: 'LG-FGJ', name: '发改局', aliases: [], parent: null };
const REGISTER: Register = [UNIT];
const read = (value: unknown, register: Register | null = REGISTER) =>
  readPeriods(new TextEncoder().encode(JSON.stringify(value)), register);
const period = {
  id: '2021',
  forms: ['longgang-2021'],
  budgetBasis: '未注明',
  opensOn: '2022-03-01',
  dueOn: '2022-05-31',
  owedBy: ['LG-FGJ'],
};

test('periods with dates and those who owe a return are read as written', () => {
  expect(read([period])).toEqual([period]);
  expect(read(PERIODS, null)).toEqual(PERIODS);
});

test.each([
  ['a form nobody knows', { forms: ['longgang-2035'] }, '年度 2021 的 forms：应为已有的表式'],
  ['no form', { forms: [] }, 'forms'],
  ['a rule nobody knows', { policy: { 'no-such-rule': 'error' } }, '没有规则“no-such-rule”'],
  ['a unit beyond the register', { owedBy: ['LG-NONE'] }, '名册里没有 LG-NONE'],
  ['no year', { id: '21' }, '应为四位年份'],
  ['an end before the beginning', { dueOn: '2022-01-01' }, '早于 opensOn 2022-03-01'],
  ['no day', { dueOn: '5月31日' }, '0.dueOn'],
  ['a field misspelt', { dueon: '2022-05-31' }, '不符合年度文件的格式'],
])('%s is told', (_, change, told) => {
  expect(() => read([{ ...period, ...change }])).toThrow(told);
});

test('a period twice, no array, no JSON are told', () => {
  expect(() => read([period, period])).toThrow('年度重复');
  expect(() => read(period)).toThrow('不符合年度文件的格式');
  expect(() => readPeriods(new TextEncoder().encode('code,name'), null)).toThrow('不是 JSON 文件');
});

import { describe, expect, test } from 'vitest';
import { isNamed, isUnitCode, parseRegister, subtree } from './unit.ts';

const CSV = `code,name,aliases,parent
LG-GXJ,深圳市龙岗区工业和信息化局,"区工信局;工信,局",
LG-TZTGS,深圳市龙岗区投资推广署,,LG-GXJ
LG-FGJ,深圳市龙岗区发展和改革局,,
`;

test('a register is read with aliases and parents', () => {
  expect(parseRegister(`\uFEFF${CSV}`)).toEqual([
    {
      code: 'LG-GXJ',
      name: '深圳市龙岗区工业和信息化局',
      aliases: ['区工信局', '工信,局'],
      parent: null,
    },
    { code: 'LG-TZTGS', name: '深圳市龙岗区投资推广署', aliases: [], parent: 'LG-GXJ' },
    { code: 'LG-FGJ', name: '深圳市龙岗区发展和改革局', aliases: [], parent: null },
  ]);
});

describe('a register that cannot be used names its line', () => {
  test.each([
    ['name,code\n', '第 1 行'],
    ['code,name,aliases,parent\nlg,某局,,\n', '第 2 行'],
    ['code,name,aliases,parent\nLG-A,,,\n', '缺单位名称'],
    [`${CSV}LG-FGJ,某局,,\n`, '第 5 行：代码 LG-FGJ 重复'],
    ['code,name,aliases,parent\nLG-A,某局,,LG-B\n', '上级 LG-B 不在名册中'],
  ])('%j', (csv, message) => {
    expect(() => parseRegister(csv)).toThrow(message);
  });
});

test('a submitter and all below it', () => {
  const register = parseRegister(CSV);
  expect(subtree(register, 'LG-GXJ').map(({ code }) => code)).toEqual(['LG-GXJ', 'LG-TZTGS']);
  expect(subtree(register, 'LG-FGJ').map(({ code }) => code)).toEqual(['LG-FGJ']);
});

test('parents that form a ring do not hang', () => {
  const ring = [
    { code: 'AA', name: '甲', aliases: [], parent: 'BB' },
    { code: 'BB', name: '乙', aliases: [], parent: 'AA' },
  ];
  expect(subtree(ring, 'AA')).toHaveLength(2);
});

test('names are compared without width, spaces and 本级', () => {
  const [unit] = parseRegister(CSV);
  if (unit === undefined) throw new Error('the register is empty');
  expect(isNamed(unit, '深圳市龙岗区工业和信息化局（本级）')).toBe(true);
  expect(isNamed(unit, '深圳市龙岗区 工业和信息化局(本级)')).toBe(true);
  expect(isNamed(unit, '深圳市龙岗区发展和改革局')).toBe(false);
});

test('unit codes', () => {
  expect(['LG-FGJ', 'A1'].map(isUnitCode)).toEqual([true, true]);
  expect(['a1', 'A', '-A1', 'A_B', 'A'.repeat(33)].map(isUnitCode)).toEqual(Array(5).fill(false));
});

import { describe, expect, test } from 'vitest';
import { GOOD_ROW, type Typed, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { sumRowAgrees } from './rule.ts';

type Line = Readonly<Record<string, Typed>>;

const project = (serial: number): Line => ({ ...GOOD_ROW, serial });
const two = [project(1), project(2)];
const sum = (label: string, budgetTotal: number): Line => ({ serial: label, budgetTotal });

/** What is told of these lines: cell, what is stated, what it should be. */
const told = (...lines: readonly Line[]) =>
  tableHits(sumRowAgrees, tableOf(lines)).map(({ cell, params }) =>
    [cell, params['stated'], params['sum']].join(' '),
  );

test('sums that the projects do not add up to are told at their cells', () => {
  const sums = { serial: '合计', budgetTotal: 71, actualTotal: 68.26 };
  expect(tableHits(sumRowAgrees, tableOf([...two, sums]))).toMatchObject([
    { cell: 'D8', params: { label: '合计', stated: '71', sum: '70', from: 6, to: 7 } },
    { cell: 'H8', params: { stated: '68.26', sum: '68.16' } },
  ]);
});

test('right sums and sums within rounding are left alone', () => {
  expect(told(...two, { serial: '合计', budgetTotal: 70, actualTotal: 68.17 })).toEqual([]);
});

describe('what a sum covers', () => {
  test('小计 below its projects: those since the one before; 合计: all of them', () => {
    const lines = [...two, sum('小计', 71), project(3), sum('发改局小计', 36), sum('合计', 107)];
    expect(told(...lines)).toEqual(['D8 71 70', 'D10 36 35', 'D11 107 105']);
    expect(told(...two, sum('小计', 70), project(3), sum('小计', 35), sum('合计', 105))).toEqual(
      [],
    );
  });

  test('小计 above its projects: those up to the next', () => {
    expect(told(sum('小计', 71), ...two, sum('小计', 36), project(3))).toEqual([
      'D6 71 70',
      'D9 36 35',
    ]);
  });

  test('本页合计 since the page before, 累计 everything above', () => {
    const lines = [...two, sum('本页合计', 70), sum('累计', 70), project(3), sum('本页合计', 36)];
    expect(told(...lines, sum('累计', 106))).toEqual(['D11 36 35', 'D12 106 105']);
  });

  test('the one 合计 above all projects: all of them', () => {
    expect(told(sum('合计', 71), ...two)).toEqual(['D6 71 70']);
    expect(told(sum('合计', 70), ...two)).toEqual([]);
  });
});

describe('where it is not certain, nothing is said', () => {
  test.each<[string, readonly Line[]]>([
    ['a 合计 between projects', [project(1), sum('合计', 1), project(2)]],
    ['several 合计', [project(1), sum('合计', 35), project(2), sum('合计', 36)]],
    ['小计 before some projects and after others', [project(1), sum('小计', 1), project(2)]],
    [
      '小计 of units and of pages at once',
      [project(1), sum('小计', 1), project(2), sum('本页合计', 1)],
    ],
    ['a sum that names whose it is', [...two, sum('本级合计', 1)]],
    ['a sum without projects', [sum('合计', 1)]],
  ])('%s', (_why, lines) => {
    expect(told(...lines)).toEqual([]);
  });
});

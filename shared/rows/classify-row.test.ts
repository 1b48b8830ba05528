import { expect, test } from 'vitest';
import { GOOD_ROW, type Typed, tableOf } from '../../test/make-sheet.ts';

const TOTALS = ['budgetTotal', 'actualTotal', 'executionRate'] as const;

const kindsOf = (row: Readonly<Record<string, Typed>>): readonly string[] => {
  const { rows, leftOut } = tableOf([GOOD_ROW, row]);
  return [...rows.slice(1).map(() => 'project'), ...leftOut.map(({ kind }) => kind)];
};

const withTotals = (typed: Typed): Readonly<Record<string, Typed>> =>
  Object.fromEntries(TOTALS.map((field) => [field, typed]));

test.each([
  [
    'a serial and formulas that were not computed',
    { serial: 2, ...withTotals('uncomputed formula') },
    ['numbered'],
  ],
  ['a serial and formulas stored as 0', { serial: 2, ...withTotals(0) }, ['numbered']],
  ['formulas alone', withTotals('uncomputed formula'), []],
])('%s: offered by a template, no project', (_, row, kinds) => {
  expect(kindsOf(row)).toEqual(kinds);
});

test.each([
  ['a source that was not computed', { serial: 2, budgetGeneral: 'uncomputed formula' }],
  ['a source of 0', { serial: 2, ...withTotals(0), budgetFund: 0 }],
  ['a name', { serial: 2, ...withTotals('uncomputed formula'), projectName: '某项目' }],
  ['a total that is more than 0', { serial: 2, budgetTotal: 3 }],
] as const)('a serial with %s is a project', (_, row) => {
  expect(kindsOf(row)).toEqual(['project']);
});

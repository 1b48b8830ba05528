import { expect, test } from 'vitest';
import { lineChange } from './year-text.ts';

const money = (actual: number) => ({ projects: 1, budget: 100, actual });
const years = (compared: number, otherBasis: number, otherUnits: number) => ({
  period: '2020',
  compared,
  now: money(90),
  earlier: money(60),
  otherBasis,
  otherUnits,
});

test.each([
  [years(1, 1, 1), '+50.00%'],
  [years(0, 1, 1), '口径不同，不可比'],
  [years(0, 0, 1), '实施单位不同，不可比'],
  [years(0, 0, 0), '—'],
  [null, '—'],
])('case %#', (given, expected) => {
  expect(lineChange(given).zh).toBe(expected);
});

import { expect, test } from 'vitest';
import type { ProjectRecord } from '../records/record.ts';
import { unitTotalsOf } from '../submission-figures.ts';
import { unitCodesOf } from './rows-say.ts';

const rowsOfUnits = (count: number): readonly ProjectRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    implementingUnit: `U${index}`,
    texts: { unitName: `第${index}单位`, projectName: '甲' },
    amounts: {},
    rates: {},
    extraIndicators: [],
    source: { sheet: '自评表', row: index + 5 },
  }));

test('a head names its units, unless they are more than it has room for: then its rows do', async () => {
  const read: number[] = [];
  const codesOf = (count: number) =>
    unitCodesOf(unitTotalsOf(rowsOfUnits(count)), async () => {
      read.push(count);
      return rowsOfUnits(count);
    });
  expect(await codesOf(200)).toHaveLength(200);
  expect(read).toEqual([]);
  expect(await codesOf(201)).toHaveLength(201);
  expect(read).toEqual([201]);
});

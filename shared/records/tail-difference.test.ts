import { describe, expect, test } from 'vitest';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import type { ProjectRecord } from './record.ts';
import { hasTailDifference } from './tail-difference.ts';

const { recordSet, form } = sample2021();

/** The first project with other budget amounts, in fen. */
function withBudget(
  budgetTotal: number | null,
  budgetGeneral: number | null,
  budgetFund: number | null,
): readonly ProjectRecord[] {
  const [first] = recordSet.records;
  if (first === undefined) throw new Error('the sample has no rows');
  const budget = { budgetTotal, budgetGeneral, budgetFund, budgetNonFiscal: null };
  return [{ ...first, amounts: { ...first.amounts, ...budget } }];
}

describe('hasTailDifference', () => {
  test.each([
    ['parts that add up', 3_000_000, 1_000_000, 2_000_000, false],
    ['parts that add up but are printed rounded: 0.01 + 0.01 = 0.01', 10_000, 5_000, 5_000, true],
    [
      'parts rounded away from each other: 1.00 + 2.00 = 3.01',
      3_006_000,
      1_003_000,
      2_003_000,
      true,
    ],
    ['a blank part', 1_000_000, 1_000_000, null, false],
    ['a total without parts', 1_000_000, null, null, false],
    ['parts without a total', null, 1_000_000, null, false],
  ])('%s', (_, total, general, fund, expected) => {
    expect(hasTailDifference(withBudget(total, general, fund), form)).toBe(expected);
  });

  test.each([
    ['2020', sample2020()],
    ['2021', sample2021()],
  ])('the published table of %s adds up as printed', (_, sample) => {
    expect(hasTailDifference(sample.recordSet.records, sample.form)).toBe(false);
  });
});

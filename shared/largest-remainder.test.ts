import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestRemainder } from './largest-remainder.ts';

test('three thirds are 33.34, 33.33 and 33.33 %', () => {
  expect(largestRemainder([1, 1, 1], 10_000)).toEqual([3_334, 3_333, 3_333]);
});

test('the largest remainder gets what is missing, not the largest part', () => {
  // 85.366, 7.317, 4.878 and 2.439 %: rounded each for itself they add up to 100.1 %.
  expect(largestRemainder([35, 3, 2, 1], 1_000)).toEqual([854, 73, 49, 24]);
});

test('nothing has no shares', () => {
  expect(largestRemainder([0, 0], 100)).toBeNull();
  expect(largestRemainder([], 100)).toBeNull();
});

test('shares add up to the whole and lie within one unit of the exact ones', () => {
  const parts = fc.array(fc.nat(10 ** 13), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(parts, (amounts) => {
      const sum = amounts.reduce((total, part) => total + part, 0);
      const shares = largestRemainder(amounts, 10_000);
      if (sum === 0) {
        expect(shares).toBeNull();
        return;
      }
      expect(shares?.reduce((total, share) => total + share, 0)).toBe(10_000);
      for (const [index, share] of (shares ?? []).entries()) {
        expect(Math.abs(share - ((amounts[index] ?? 0) / sum) * 10_000)).toBeLessThanOrEqual(1);
        if (amounts[index] === 0) expect(share).toBe(0);
      }
    }),
  );
});

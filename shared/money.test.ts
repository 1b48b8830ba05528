import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decimal, parseDecimal } from './decimal.ts';
import { addFen, amountFromWanYuan, formatPlain, formatThousands } from './money.ts';

const read = (text: string): Decimal => {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`${text} is no decimal`);
  return value;
};

describe('an amount in 万元', () => {
  test.each([
    ['343.72', 2, 343_720_000, 5_000],
    ['98', 0, 98_000_000, 5_000],
    ['6.7', 1, 6_700_000, 5_000],
    ['0.123', 3, 123_000, 500],
    ['34.0833', 2, 34_083_300, 0],
    ['0.123456', 6, 123_456, 0],
  ])('%s shown with %i decimals is exact to half a stated unit', (text, shown, fen, halfUnit) => {
    expect(amountFromWanYuan(read(text), shown)).toEqual({ fen, halfUnit });
  });

  test('beyond exact integers it is no amount', () => {
    expect(amountFromWanYuan(read('99999999999'), 2)).toBeUndefined();
  });
});

test('printing is exact: reading the plain text gives the same fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (fen) => {
      expect(amountFromWanYuan(read(formatPlain(fen)), 6)?.fen).toBe(fen);
    }),
  );
});

test.each([
  [1_424_790_000, '1424.79', '1,424.79'],
  [98_000_000, '98', '98.00'],
  [0, '0', '0.00'],
  [93_885_570_000, '93885.57', '93,885.57'],
  [1_005_000, '1.005', '1.01'],
  [1_234_567_000_000, '1234567', '1,234,567.00'],
])('%i fen is %s or %s 万元', (fen, plain, thousands) => {
  expect([formatPlain(fen), formatThousands(fen)]).toEqual([plain, thousands]);
});

test('a sum that is no longer exact is our fault, not a result', () => {
  expect(addFen([1, 2, 3])).toBe(6);
  expect(() => addFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
});

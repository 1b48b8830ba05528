import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decimalOfNumber,
  decimalText,
  divideRounded,
  parseDecimal,
  roundDecimal,
} from './decimal.ts';

const decimal = fc.record({
  digits: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
  places: fc.integer({ min: 0, max: 12 }),
});

test('a decimal survives being written and read', () => {
  fc.assert(
    fc.property(decimal, (value) => {
      expect(parseDecimal(decimalText(value))).toEqual(value);
    }),
  );
});

test('a number of fifteen characters or fewer is the decimal that its own text says', () => {
  const short = fc
    .oneof(
      fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => Number(value.toFixed(4))),
      fc
        .double({ noDefaultInfinity: true, noNaN: true })
        .map((value) => Number(value.toPrecision(6))),
      fc.integer({ min: -(10 ** 15), max: 10 ** 15 }).map((value) => value / 10 ** 6),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    )
    .filter((value) => String(value).length <= 15);
  fc.assert(
    fc.property(short, (value) => {
      expect(parseDecimal(String(value))).toEqual(decimalOfNumber(value));
    }),
    { numRuns: 2_000 },
  );
});

test('rounding is never more than half a unit off and keeps an exact value', () => {
  fc.assert(
    fc.property(decimal, fc.integer({ min: 0, max: 12 }), (value, places) => {
      const rounded = roundDecimal(value, places);
      const scale = 10n ** 24n;
      const exact = (value.digits * scale) / 10n ** BigInt(value.places);
      const got = (rounded.digits * scale) / 10n ** BigInt(places);
      const off = exact > got ? exact - got : got - exact;
      expect(off * 2n <= scale / 10n ** BigInt(places)).toBe(true);
      if (places >= value.places) expect(off).toBe(0n);
    }),
  );
});

describe('parseDecimal', () => {
  test.each([
    ['1424.79', 142479n, 2],
    ['-.5', -5n, 1],
    ['1e-7', 1n, 7],
    ['1.5E3', 1500n, 0],
    ['98.', 98n, 0],
  ])('reads %s', (text, digits, places) => {
    expect(parseDecimal(text)).toEqual({ digits, places });
  });

  test.each(['', '-', '.', '1,424', '1 2', '0x10', 'NaN', '1e999', '9'.repeat(61)])(
    'refuses %s',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );
});

test('the noise of binary arithmetic is not taken for digits', () => {
  expect(decimalOfNumber(0.1 + 0.2)).toEqual({ digits: 3n, places: 1 });
  expect(decimalOfNumber(34.080000000000005)).toEqual({ digits: 3408n, places: 2 });
  expect(decimalOfNumber(Number.NaN)).toBeUndefined();
});

test('halves are rounded away from zero', () => {
  expect(divideRounded(5n, 10n)).toBe(1n);
  expect(divideRounded(-5n, 10n)).toBe(-1n);
  expect(divideRounded(4n, 10n)).toBe(0n);
});

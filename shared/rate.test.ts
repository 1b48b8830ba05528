import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDecimal } from './decimal.ts';
import { type Amount, amountIn } from './money.ts';
import {
  computeRate,
  formatPercent,
  formatRatio,
  judgeRate,
  type Rate,
  rateFromDecimal,
} from './rate.ts';

const rate = (text: string): Rate => {
  const percent = text.endsWith('%');
  const value = parseDecimal(percent ? text.slice(0, -1) : text);
  const read = value && rateFromDecimal({ ...value, places: value.places + (percent ? 2 : 0) });
  if (read === undefined) throw new Error(`${text} is no rate`);
  return read;
};

const amount = (text: string): Amount => {
  const value = parseDecimal(text);
  const read = value && amountIn('万元', value, value.places);
  if (read === undefined) throw new Error(`${text} is no amount`);
  return read;
};

describe('the published tables', () => {
  test.each([
    ['0.9233679', '317.38', '343.72', 'equal'],
    ['1', '20.56', '20.56', 'equal'],
    ['0.9581458', '53.28', '55.59', 'wrong'],
    ['0.9584458', '53.28', '55.59', 'equal'],
    ['0.9837206', '42.3', '43', 'rounding'],
    ['0.9578944', '18.2', '19', 'rounding'],
    ['98.64%', '36.43', '36.94', 'rounding'],
    ['96.56%', '16.42', '17.00', 'rounding'],
    ['0.00%', '0', '1500', 'equal'],
  ] as const)('%s for %s of %s is %s', (stated, actual, budget, verdict) => {
    expect(judgeRate(rate(stated), amount(actual), amount(budget))).toBe(verdict);
  });
});

test('the edges of what rounding explains: 53.275/55.595 to 53.285/55.585', () => {
  const verdict = (text: string) => judgeRate(rate(text), amount('53.28'), amount('55.59'));
  expect([verdict('0.95827'), verdict('0.95862')]).toEqual(['rounding', 'rounding']);
  expect([verdict('0.95826'), verdict('0.95864')]).toEqual(['wrong', 'wrong']);
});

test('a whole rate claims that all was spent', () => {
  expect(judgeRate(rate('1'), amount('99.7'), amount('100'))).toBe('wrong');
  expect(judgeRate(rate('100%'), amount('99.99'), amount('100'))).toBe('rounding');
});

test('without a budget there is no rate to judge', () => {
  expect(judgeRate(rate('1'), amount('0'), amount('0'))).toBe('equal');
  expect(computeRate(5, 0, 4)).toBeNull();
});

const fen = fc.integer({ min: 1, max: 10 ** 13 });
const places = fc.integer({ min: 2, max: 7 });

test('the computed rate is always right, and a rate far off is always wrong', () => {
  fc.assert(
    fc.property(fen, fen, places, (actual, budget, digits) => {
      fc.pre(actual <= budget);
      const exact = { halfUnit: 0 };
      const computed = computeRate(actual, budget, digits);
      if (computed === null) throw new Error('the budget is above zero');
      // 1.00 for 99.8 % is refused on purpose: it claims that all was spent.
      fc.pre(digits >= 4 || computed.scaled !== 10 ** digits || actual === budget);
      const judge = (stated: Rate) =>
        judgeRate(stated, { fen: actual, ...exact }, { fen: budget, ...exact });
      expect(judge(computed)).not.toBe('wrong');
      expect(judge({ ...computed, scaled: computed.scaled + 10 ** digits })).toBe('wrong');
    }),
  );
});

test('rates print as each form writes them', () => {
  expect(formatRatio(rate('0.666880'))).toBe('0.666880');
  expect(formatRatio(rate('0.958445763'))).toBe('0.9584458');
  expect(formatPercent(rate('98.64%'))).toBe('98.64%');
  expect(formatPercent(rate('1'))).toBe('100.00%');
});

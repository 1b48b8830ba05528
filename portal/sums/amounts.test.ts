import { expect, test } from 'vitest';
import { amountText, changeText, rateText } from './amounts.ts';

test('amounts are in 万元, with two decimals', () => {
  expect(amountText(933_217_000_000)).toBe('933,217.00');
  expect(amountText(0)).toBe('0.00');
  expect(amountText(null)).toBe('—');
});

test('a rate is that of the sums, and none where nothing was budgeted', () => {
  expect(rateText({ budget: 932_170_000_00, actual: 897_807_300_00 })).toBe('96.31%');
  expect(rateText({ budget: 0, actual: 5 })).toBe('—');
});

test.each([
  [110, 100, '+10.00%'],
  [90, 100, '-10.00%'],
  [100, 100, '0.00%'],
  [5, 0, '—'],
])('from %i after %i: %s', (now, earlier, expected) => {
  expect(changeText(now, earlier)).toBe(expected);
});

import { expect, test } from 'vitest';
import { dayInChina, isDay, weightOn } from './severity.ts';

const staged = { severity: 'error', from: '2027-01-01', before: 'warning' } as const;

test('a staged weight holds from its day on; without a day the earlier one does', () => {
  expect(weightOn(staged, '2026-12-31')).toBe('warning');
  expect(weightOn(staged, '2027-01-01')).toBe('error');
  expect(weightOn(staged, '2027-06-30')).toBe('error');
  expect(weightOn(staged, null)).toBe('warning');
  expect(weightOn('hint', null)).toBe('hint');
});

test('the day begins in China eight hours before it does in UTC', () => {
  expect(dayInChina('2026-12-31T15:59:59.999Z')).toBe('2026-12-31');
  expect(dayInChina('2026-12-31T16:00:00Z')).toBe('2027-01-01');
});

test('a day is written with all its digits', () => {
  expect(['2027-01-01', '2027-12-31'].every(isDay)).toBe(true);
  expect(['2027-1-1', '2027-13-01', '20270101', '明天', '2027-01-01T00:00'].some(isDay)).toBe(
    false,
  );
});

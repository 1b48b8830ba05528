import { expect, test } from 'vitest';
import { daysLeft } from './due-day.ts';

test.each([
  ['2026-03-31', '还有 30 天'],
  ['2026-03-02', '还有 1 天'],
  ['2026-03-01', '今天截止'],
  ['2026-02-27', '已过 2 天'],
])('a return due on %s is told on 1 March 2026', (due, told) => {
  expect(daysLeft(due, '2026-03-01').zh).toBe(told);
});

import { expect, test } from 'vitest';
import type { Timing } from '../../functions/api/collection-schemas.ts';
import { isLate, timingRemark, timingText } from './timing-text.ts';

const timing = (changes: Partial<Timing>): Timing => ({
  dueOn: '2022-05-31',
  extension: null,
  inGrace: false,
  lastDay: '2022-05-31',
  daysLeft: null,
  daysLate: null,
  ...changes,
});

test.each([
  ['still to come', { daysLeft: 3 }, true, '还有 3 天', false],
  ['overdue', { daysLeft: -2 }, true, '已过 2 天', true],
  ['accepted late', { daysLeft: -9, daysLate: 2 }, false, '逾期 2 天', true],
  ['accepted in time', { daysLeft: -9, daysLate: 0 }, false, '按时', false],
  ['without a due day', {}, true, undefined, false],
])('%s', (_, changes, isOpen, says, late) => {
  expect(timingText(timing(changes), isOpen)?.zh).toBe(says);
  expect(isLate(timing(changes), isOpen)).toBe(late);
});

test('grace and extension stand beside it', () => {
  const extension = { dueOn: '2022-06-10', reason: '机构改革', name: '财政', at: '' };
  expect(timingRemark(timing({}))).toBeNull();
  expect(timingRemark(timing({ extension }))?.zh).toBe('延期至 2022-06-10');
  expect(timingRemark(timing({ extension, inGrace: true, lastDay: '2022-06-13' }))?.zh).toBe(
    '宽限至 2022-06-13',
  );
});

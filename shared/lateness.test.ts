import { describe, expect, test } from 'vitest';
import { daysLate, deadlineOf, isInGrace } from './lateness.ts';

const deadline = (period: object, extendedTo: string | null = null) =>
  deadlineOf({ dueOn: '2022-05-31', ...period }, extendedTo);

describe('the last day of grace', () => {
  test.each([
    ['a Tuesday and a working day', {}, '2022-06-01'],
    ['no grace at all', { graceDays: 0 }, '2022-05-31'],
    ['a Friday: over the weekend', { dueOn: '2022-05-27' }, '2022-05-30'],
    ['a holiday that is listed', { holidays: ['2022-06-01', '2022-06-02'] }, '2022-06-03'],
    [
      'a Saturday on which people work',
      { dueOn: '2022-05-27', makeUpDays: ['2022-05-28'] },
      '2022-05-28',
    ],
    ['three of them', { graceDays: 3 }, '2022-06-03'],
  ])('%s', (_, period, graceOn) => {
    expect(deadline(period)?.graceOn).toBe(graceOn);
  });

  test('counts from the extension of a unit', () => {
    expect(deadline({}, '2022-06-10')).toEqual({ dueOn: '2022-06-10', graceOn: '2022-06-13' });
  });

  test('there is none where no day is set', () => {
    expect(deadlineOf({}, '2022-06-10')).toBeNull();
  });
});

// Days in China begin at 16:00 UTC of the day before.
const IN_TIME = '2022-05-31T15:59:59.999Z';
const TOO_LATE = '2022-05-31T16:00:00.000Z';

test.each([
  ['accepted on the due day', IN_TIME, IN_TIME, 0],
  ['first sent in time, accepted within the grace', IN_TIME, '2022-06-01T15:59:59.999Z', 0],
  ['first sent in time, accepted after the grace', IN_TIME, '2022-06-01T16:00:00.000Z', 2],
  ['first sent a moment too late', TOO_LATE, TOO_LATE, 1],
  ['first sent days later', '2022-06-05T02:00:00.000Z', '2022-06-07T02:00:00.000Z', 7],
])('%s', (_, received, accepted, late) => {
  expect(daysLate(deadline({}), { received, accepted })).toBe(late);
});

test('what is not accepted is not late yet, and nothing where no day is set', () => {
  expect(daysLate(deadline({}), { received: IN_TIME, accepted: null })).toBeNull();
  expect(daysLate(null, { received: IN_TIME, accepted: IN_TIME })).toBeNull();
});

test('grace is for what first arrived in time and is not accepted, on its days alone', () => {
  const until = deadline({})!;
  const returned = { received: IN_TIME, accepted: null };
  expect(isInGrace(until, returned, '2022-05-31')).toBe(false);
  expect(isInGrace(until, returned, '2022-06-01')).toBe(true);
  expect(isInGrace(until, returned, '2022-06-02')).toBe(false);
  expect(isInGrace(until, { ...returned, received: TOO_LATE }, '2022-06-01')).toBe(false);
  expect(isInGrace(until, { ...returned, accepted: IN_TIME }, '2022-06-01')).toBe(false);
});

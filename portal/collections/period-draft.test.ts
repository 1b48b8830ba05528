import { expect, test } from 'vitest';
import { periodSchema } from '../../shared/period-schema.ts';
import { changedPeriod, changedReview, linesOf } from './period-draft.ts';

const PERIOD = { id: '2021', forms: ['longgang-2021'], budgetBasis: '未注明' } as const;

test('what is cleared is left out, so that the file’s own schema takes it', () => {
  const full = changedPeriod(PERIOD, {
    dueOn: '2022-05-31',
    graceDays: 0,
    holidays: ['2022-06-03'],
    attachment: null,
  });
  expect(periodSchema.parse(full)).toEqual(full);
  const cleared = changedPeriod(full, {
    dueOn: undefined,
    graceDays: undefined,
    holidays: [],
    attachment: undefined,
  });
  expect(cleared).toEqual(PERIOD);
  // A period without a form is refused where it is saved, not made to look as if it had none to lack.
  expect(changedPeriod(PERIOD, { forms: [] }).forms).toEqual([]);
});

test('lines may be parted by blanks, commas and semicolons', () => {
  expect(linesOf(' LG-A\nLG-B，LG-C; LG-D ')).toEqual(['LG-A', 'LG-B', 'LG-C', 'LG-D']);
});

test('of the review only what is not usual is kept', () => {
  expect(changedReview(PERIOD, { fourEyes: true })).toEqual({ fourEyes: true });
  const own = { ...PERIOD, review: { fourEyes: true, signatures: 1 as const } };
  expect(changedReview(own, { fourEyes: false })).toEqual({ signatures: 1 });
  expect(changedReview({ ...PERIOD, review: { fourEyes: true } }, { fourEyes: false })).toBe(
    undefined,
  );
});

import type { JudgeContext } from '../shared/judge.ts';
import { PERIODS } from '../templates/periods.ts';

/**
 * The context of a file sent by LG-FGJ for 2021: no register, nothing to compare with, every character
 * printable; `overrides` change single things.
 */
export const judgeContext = (overrides: Partial<JudgeContext> = {}): JudgeContext => ({
  period: '2021',
  submitter: 'LG-FGJ',
  periods: PERIODS,
  register: null,
  previous: null,
  lastYear: null,
  today: null,
  canPrint: () => true,
  ...overrides,
});

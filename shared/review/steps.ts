import type { ReviewState } from '../review-state.ts';
import type { ReviewAction, Role } from './review-act.ts';

/** Who may take a step, in which states, and whether only with the newest accepted revision. */
interface Step {
  readonly roles: readonly Role[];
  readonly from: readonly ReviewState[];
  readonly newest: boolean;
}

/** The steps of the review, by what is done. */
export const STEPS: Readonly<Record<ReviewAction['kind'], Step>> = {
  forward: { roles: ['department'], from: ['pending'], newest: true },
  'send-back': { roles: ['department', 'finance'], from: ['pending', 'forwarded'], newest: true },
  approve: { roles: ['finance'], from: ['pending', 'forwarded'], newest: true },
  waive: { roles: ['finance'], from: ['pending', 'forwarded'], newest: true },
  'accept-specially': { roles: ['finance'], from: ['pending', 'waiting'], newest: false },
  recall: { roles: ['unit'], from: ['pending', 'waiting'], newest: true },
  reopen: {
    roles: ['finance'],
    from: ['approved', 'sent-back', 'withdrawn'],
    newest: true,
  },
  take: { roles: ['finance'], from: ['waiting'], newest: true },
  mask: { roles: ['department'], from: ['approved'], newest: false },
  clear: { roles: ['department'], from: ['approved'], newest: false },
  sign: { roles: ['department'], from: ['approved'], newest: false },
  publish: { roles: ['department'], from: ['approved'], newest: false },
  withdraw: { roles: ['department', 'finance'], from: ['published'], newest: false },
};

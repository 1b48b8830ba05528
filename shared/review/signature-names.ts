import type { Text } from '../locale.ts';
import type { ReviewPolicy } from '../review-policy.ts';

const FIRST: Text = { zh: '初审', en: 'First review' };
const SECOND: Text = { zh: '复审', en: 'Second review' };
const LAST: Text = { zh: '批准', en: 'Approval' };

/** What the signatures before publication are called, in their order, by how many are wanted. */
export const SIGNATURE_NAMES: Readonly<Record<ReviewPolicy['signatures'], readonly Text[]>> = {
  1: [LAST],
  2: [FIRST, LAST],
  3: [FIRST, SECOND, LAST],
};

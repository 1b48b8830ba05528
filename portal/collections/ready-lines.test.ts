import { expect, test } from 'vitest';
import type { BoardLine } from '../../functions/api/review-schemas.ts';
import { isReadyFor } from './ready-lines.ts';

const line = (changes: object): BoardLine =>
  ({
    current: { revision: 1, counts: { errors: 0, warnings: 0, hints: 3 } },
    review: { state: 'pending' },
    late: null,
    department: null,
    ...changes,
  }) as unknown as BoardLine;

const DEPARTMENT = { department: { code: 'Z', name: '主管局' } };

test.each([
  ['a department’s own return', {}, false, true],
  ['a unit’s return', DEPARTMENT, true, false],
  ['a unit’s return, forwarded', { ...DEPARTMENT, review: { state: 'forwarded' } }, false, true],
  ['what is approved', { review: { state: 'approved' } }, false, false],
  [
    'what has a warning',
    { current: { counts: { errors: 0, warnings: 1, hints: 0 } } },
    false,
    false,
  ],
  ['what nobody sent', { current: null, review: null }, false, false],
  ['what has something after the close', { late: { revision: 2 } }, false, false],
])('%s', (_, changes, forward, approve) => {
  expect(isReadyFor('forward', line(changes))).toBe(forward);
  expect(isReadyFor('approve', line(changes))).toBe(approve);
});

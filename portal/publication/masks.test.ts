import { expect, test } from 'vitest';
import { areSame, maskAt, withMask, withoutMask } from './masks-draft.ts';

const mask = (row: number, reason = '个人隐私') => ({
  sheet: '表',
  row,
  field: 'annualGoal',
  reason,
});

test('a cell has one mask, with the reason given last', () => {
  const masks = withMask(withMask([mask(7)], mask(8)), mask(7, '商业秘密'));
  expect(masks).toHaveLength(2);
  expect(maskAt(masks, { row: 7, field: 'annualGoal' })?.reason).toBe('商业秘密');
  expect(maskAt(masks, { row: 7, field: 'projectName' })).toBeUndefined();
  expect(withoutMask(masks, mask(7))).toEqual([mask(8)]);
});

test('the same masks in another order are no change, another reason is', () => {
  expect(areSame([mask(7), mask(8)], [mask(8), mask(7)])).toBe(true);
  expect(areSame([mask(7)], [mask(7, '商业秘密')])).toBe(false);
  expect(areSame([mask(7)], [])).toBe(false);
});

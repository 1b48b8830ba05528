import { expect, test } from 'vitest';
import { refusalHits } from '../../../test/rule-hits.ts';
import { fileNotDamaged } from './rule.ts';

test('tells this refusal about the file as a whole', () => {
  expect(refusalHits(fileNotDamaged, { kind: 'damaged' })).toEqual([{ cell: null, params: {} }]);
});

test('is silent about any other refusal', () => {
  expect(refusalHits(fileNotDamaged, { kind: 'empty' })).toEqual([]);
});

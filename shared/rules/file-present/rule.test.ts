import { expect, test } from 'vitest';
import { refusalHits } from '../../../test/rule-hits.ts';
import { filePresent } from './rule.ts';

test('tells this refusal about the file as a whole', () => {
  expect(refusalHits(filePresent, { kind: 'gone' })).toEqual([{ cell: null, params: {} }]);
});

test('is silent about any other refusal', () => {
  expect(refusalHits(filePresent, { kind: 'empty' })).toEqual([]);
});

import { expect, test } from 'vitest';
import { refusalHits } from '../../../test/rule-hits.ts';
import { fileTooHeavy } from './rule.ts';

test('tells this refusal about the file as a whole', () => {
  expect(refusalHits(fileTooHeavy, { kind: 'too-heavy' })).toEqual([{ cell: null, params: {} }]);
});

test('is silent about any other refusal', () => {
  expect(refusalHits(fileTooHeavy, { kind: 'empty' })).toEqual([]);
});

import { expect, test } from 'vitest';
import { refusalHits } from '../../../test/rule-hits.ts';
import { fileNotEmpty } from './rule.ts';

test('tells this refusal about the file as a whole', () => {
  expect(refusalHits(fileNotEmpty, { kind: 'empty' })).toEqual([{ cell: null, params: {} }]);
});

test('is silent about any other refusal', () => {
  expect(refusalHits(fileNotEmpty, { kind: 'damaged', how: 'broken' })).toEqual([]);
});

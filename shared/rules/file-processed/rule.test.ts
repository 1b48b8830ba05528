import { expect, test } from 'vitest';
import { refusalHits } from '../../../test/rule-hits.ts';
import { fileProcessed } from './rule.ts';

test('tells this refusal about the file as a whole', () => {
  expect(refusalHits(fileProcessed, { kind: 'not-processed' })).toEqual([
    { cell: null, params: {} },
  ]);
});

test('is silent about any other refusal', () => {
  expect(refusalHits(fileProcessed, { kind: 'empty' })).toEqual([]);
});

import { expect, test } from 'vitest';
import { refusalHits } from '../../../test/rule-hits.ts';
import { fileNotEncrypted } from './rule.ts';

test('tells this refusal about the file as a whole', () => {
  expect(refusalHits(fileNotEncrypted, { kind: 'encrypted' })).toEqual([
    { cell: null, params: {} },
  ]);
});

test('is silent about any other refusal', () => {
  expect(refusalHits(fileNotEncrypted, { kind: 'empty' })).toEqual([]);
});

import { expect, test } from 'vitest';
import { refusalHits } from '../../../test/rule-hits.ts';
import { fileWithoutMacros } from './rule.ts';

test('tells this refusal about the file as a whole, and how to save it', () => {
  expect(refusalHits(fileWithoutMacros, { kind: 'with-macros' })).toEqual([
    { cell: null, params: {} },
  ]);
  expect(fileWithoutMacros.message.zh({})).toContain('另存为 .xlsx');
});

test('is silent about any other refusal', () => {
  expect(refusalHits(fileWithoutMacros, { kind: 'empty' })).toEqual([]);
});

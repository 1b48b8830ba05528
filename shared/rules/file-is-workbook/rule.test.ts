import { expect, test } from 'vitest';
import { refusalHits } from '../../../test/rule-hits.ts';
import { fileIsWorkbook } from './rule.ts';

test('tells this refusal about the file as a whole', () => {
  expect(refusalHits(fileIsWorkbook, { kind: 'not-a-workbook', looksLike: 'pdf' })).toEqual([
    { cell: null, params: { looksLike: 'pdf' } },
  ]);
});

test('is silent about any other refusal', () => {
  expect(refusalHits(fileIsWorkbook, { kind: 'empty' })).toEqual([]);
});

import { expect, test } from 'vitest';
import { refusalHits } from '../../../test/rule-hits.ts';
import { keyWellFormed } from './rule.ts';

test('tells this refusal about the file as a whole', () => {
  expect(refusalHits(keyWellFormed, { kind: 'misfiled', key: '自评表.xlsx' })).toEqual([
    { cell: null, params: { key: '自评表.xlsx' } },
  ]);
});

test('is silent about any other refusal', () => {
  expect(refusalHits(keyWellFormed, { kind: 'empty' })).toEqual([]);
});

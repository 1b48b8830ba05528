import { expect, test } from 'vitest';
import { refusalHits } from '../../../test/rule-hits.ts';
import { fileWithinSize } from './rule.ts';

test('tells this refusal about the file as a whole', () => {
  expect(
    refusalHits(fileWithinSize, { kind: 'too-large', bytes: 11_534_336, limit: 10_485_760 }),
  ).toEqual([{ cell: null, params: { megabytes: '11.0', limit: 10 } }]);
});

test('is silent about any other refusal', () => {
  expect(refusalHits(fileWithinSize, { kind: 'empty' })).toEqual([]);
});

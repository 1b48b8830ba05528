import { expect, test } from 'vitest';
import { refusalHits } from '../../../test/rule-hits.ts';
import { fileNotEncrypted } from './rule.ts';

test.each([
  ['password', '取消密码'],
  ['security-software', '文档加密软件'],
] as const)('tells of a lock by %s how to undo it', (by, words) => {
  expect(refusalHits(fileNotEncrypted, { kind: 'encrypted', by })).toEqual([
    { cell: null, params: { by } },
  ]);
  expect(fileNotEncrypted.message.zh({ by })).toContain(words);
});

test('is silent about any other refusal', () => {
  expect(refusalHits(fileNotEncrypted, { kind: 'empty' })).toEqual([]);
});

import { expect, test } from 'vitest';
import { refusalHits } from '../../../test/rule-hits.ts';
import { fileNotDamaged } from './rule.ts';

test.each([
  ['truncated', '上传或下载没有完成'],
  ['broken', '打开并修复'],
  ['forged', '为安全起见没有读取'],
] as const)('tells of a %s file what happened and what to do', (how, words) => {
  expect(refusalHits(fileNotDamaged, { kind: 'damaged', how })).toEqual([
    { cell: null, params: { how } },
  ]);
  expect(fileNotDamaged.message.zh({ how })).toContain(words);
});

test('is silent about any other refusal', () => {
  expect(refusalHits(fileNotDamaged, { kind: 'empty' })).toEqual([]);
});

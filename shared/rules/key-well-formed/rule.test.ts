import { expect, test } from 'vitest';
import { refusalHits } from '../../../test/rule-hits.ts';
import { keyWellFormed } from './rule.ts';

test.each([
  ['uploads/自评表.xlsx', 'too-few', '少了一层文件夹'],
  ['uploads/2021/LG-FGJ/科室/自评表.xlsx', 'too-many', '多了一层文件夹'],
  ['uploads/21年/LG-FGJ/自评表.xlsx', 'period', '年度应为四位年份'],
  ['uploads/2021/lg-fgj/自评表.xlsx', 'unit', '大写字母'],
  ['uploads/2021/LG-FGJ/', 'file', '没有文件名'],
])('%s: %s', (key, fault, words) => {
  expect(refusalHits(keyWellFormed, { kind: 'misfiled', key })).toEqual([
    { cell: null, params: { key, fault } },
  ]);
  expect(keyWellFormed.message.zh({ key, fault })).toContain(words);
});

test('what cannot be seen in a key is shown as a box', () => {
  const [hit] = refusalHits(keyWellFormed, { kind: 'misfiled', key: 'uploads/20\n21/\u202E表' });
  expect(hit?.params['key']).toBe('uploads/20□21/□表');
});

test('a very long key is quoted in part', () => {
  const key = `uploads/2021/${'A'.repeat(500)}/表.xlsx`;
  const [hit] = refusalHits(keyWellFormed, { kind: 'misfiled', key });
  expect(hit?.params['key']).toHaveLength(121);
});

test('is silent about any other refusal', () => {
  expect(refusalHits(keyWellFormed, { kind: 'empty' })).toEqual([]);
});

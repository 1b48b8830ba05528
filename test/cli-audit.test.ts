import { writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { exportOf } from './audit-trails.ts';
import { memorySubmissions } from './memory-submissions.ts';
import { commandLine } from './run-jixiao.ts';

const { jixiao, inFolder, remove } = commandLine();
afterAll(remove);

const text = await exportOf(3, memorySubmissions());
const lines = text.trimEnd().split('\n');
const lastHash: string = JSON.parse(lines[2] ?? '').hash;

const verify = (content: string, ...options: readonly string[]) => {
  writeFileSync(inFolder('trail.jsonl'), content);
  return jixiao('audit', 'verify', 'trail.jsonl', ...options);
};

test('a trail that holds: its length and last hash', async () => {
  const { code, stdout } = await verify(text, '--expect', lastHash);
  expect([code, stdout]).toEqual([0, `2021：3 条，完整 / 3 entries hold，末条 last ${lastHash}\n`]);
});

test('a changed entry: its line', async () => {
  const { code, stderr } = await verify(text.replaceAll('王科长', '李科长'));
  expect([code, stderr]).toEqual([1, expect.stringContaining('第 1 行内容与其摘要不符')]);
});

test('entries cut off at the end, known by the hash noted before', async () => {
  const { code, stderr } = await verify(lines.slice(0, 2).join('\n'), '--expect', lastHash);
  expect([code, stderr]).toEqual([1, expect.stringContaining('末条摘要')]);
});

test('an empty file is no trail, a missing one bad usage', async () => {
  expect((await verify('')).code).toBe(1);
  expect((await jixiao('audit', 'verify', 'nothing.jsonl')).code).toBe(2);
  expect((await jixiao('audit', 'export')).code).toBe(2);
});

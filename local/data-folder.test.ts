import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataFolder } from './data-folder.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-data-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('is held by one system at a time, and free again afterwards', () => {
  const first = openDataFolder(path.join(folder, 'data'));

  expect(() => openDataFolder(path.join(folder, 'data'))).toThrow(/正在使用.*is using/);
  first.release();
  openDataFolder(path.join(folder, 'data')).release();
});

test('a folder of something else is left alone', async () => {
  await writeFile(path.join(folder, 'letter.txt'), 'private');

  expect(() => openDataFolder(folder)).toThrow(/不是本系统的数据目录/);
  expect(await readdir(folder)).toEqual(['letter.txt']);
});

test.each([
  ['jixiao.json', 'no JSON'],
  ['lock.db', 'no database'],
])('a damaged %s is told', async (file, content) => {
  openDataFolder(folder).release();
  await writeFile(path.join(folder, file), content);

  expect(() => openDataFolder(folder)).toThrow(/可能已损坏/);
});

import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

describe('a part that is missing', () => {
  const PARTS = ['objects.db', 'queues/fauxqs.db', 'tables/CURRENT'];

  /** A folder as a start leaves it; one that was interrupted never calls it `made`. */
  async function startOnce({ interrupted }: { interrupted: boolean }): Promise<void> {
    const data = openDataFolder(folder);
    for (const part of PARTS) {
      await mkdir(path.dirname(path.join(folder, part)), { recursive: true });
      await writeFile(path.join(folder, part), 'content');
    }
    if (!interrupted) data.made();
    data.release();
  }

  test.each([...PARTS, 'queues', 'tables'])('is told when it is %s', async (part) => {
    await startOnce({ interrupted: false });
    openDataFolder(folder).release();
    await rm(path.join(folder, part), { recursive: true });

    expect(() => openDataFolder(folder)).toThrow(/可能已损坏/);
  });

  test.each(PARTS)('is told when %s is empty', async (part) => {
    await startOnce({ interrupted: false });
    await writeFile(path.join(folder, part), '');

    expect(() => openDataFolder(folder)).toThrow(/可能已损坏/);
  });

  test('is made after all where the first start was interrupted', async () => {
    await startOnce({ interrupted: true });
    await rm(path.join(folder, 'objects.db'));

    openDataFolder(folder).release();
  });

  test('may be everything, where the first start only got as far as its lock', async () => {
    await writeFile(path.join(folder, 'lock.db'), '');
    await writeFile(path.join(folder, 'jixiao.json.new'), '{"lay');

    openDataFolder(folder).release();
  });
});

describe('a place where no folder can be', () => {
  test('a file, or below one, is told with the remedy', async () => {
    const file = path.join(folder, 'letter.txt');
    await writeFile(file, 'private');

    expect(() => openDataFolder(file)).toThrow(/不能用作目录.*--data.*cannot be used as a folder/);
    expect(() => openDataFolder(path.join(file, 'data'))).toThrow(/不能用作目录/);
  });

  test.runIf(process.platform === 'linux')('nor below /proc, which never says so', () => {
    expect(() => openDataFolder('/proc/jixiao/data')).toThrow(/不能用作目录/);
  });
});

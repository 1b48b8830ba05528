import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GetObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bucket, startTestGateway, type TestGateway } from '../s3/gateway-for-tests.ts';
import { publishPortal } from './publish-portal.ts';

let folder: string;
let gateway: TestGateway;

beforeEach(async () => {
  gateway = await startTestGateway();
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-portal-'));
  await mkdir(path.join(folder, 'assets'));
  await write('index.html', 'one');
  await write('icon.svg', '<svg/>');
  await write('assets/app-1.js', 'one');
});

afterEach(async () => {
  await gateway.stop();
  await rm(folder, { recursive: true });
});

const write = (file: string, text: string): Promise<void> =>
  writeFile(path.join(folder, file), text);
const publish = () => publishPortal(folder, { s3: gateway.s3, bucket: Bucket });

/** Keys with their texts in the order in which they were stored. */
async function stored(): Promise<string[]> {
  const { Versions = [] } = await gateway.s3.send(new ListObjectVersionsCommand({ Bucket }));
  const newest = Versions.filter(({ IsLatest }) => IsLatest).sort(
    (one, other) => Number(one.LastModified) - Number(other.LastModified),
  );
  return newest.map(({ Key = '' }) => Key);
}

test('every file is served by its type, names with a hash for ever, the others asked for anew', async () => {
  expect(await publish()).toEqual({ sent: 3, kept: 0 });
  const served = await Promise.all(
    ['index.html', 'icon.svg', 'assets/app-1.js'].map(async (Key) => {
      const { ContentType, CacheControl } = await gateway.s3.send(
        new GetObjectCommand({ Bucket, Key }),
      );
      return [ContentType, CacheControl];
    }),
  );
  expect(served).toEqual([
    ['text/html; charset=utf-8', 'no-cache'],
    ['image/svg+xml', 'no-cache'],
    ['text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ]);
});

test('only what changed is sent again, the page last; what an old page loads stays', async () => {
  await publish();
  await rm(path.join(folder, 'assets/app-1.js'));
  await write('assets/app-2.js', 'two');
  await write('index.html', 'two');

  expect(await publish()).toEqual({ sent: 2, kept: 1 });
  expect(await gateway.textOf('index.html')).toBe('two');
  expect(await gateway.textOf('assets/app-1.js')).toBe('one');
  expect((await stored()).at(-1)).toBe('index.html');
});

test('a file of unknown type stops it before anything is sent', async () => {
  await write('assets/data.bin', '?');
  await expect(publish()).rejects.toThrow(/data\.bin/);
  expect(await stored()).toEqual([]);
});

test('a portal that was not built is no empty portal', async () => {
  await expect(
    publishPortal(path.join(folder, 'none'), { s3: gateway.s3, bucket: Bucket }),
  ).rejects.toThrow(/ENOENT/);
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { post, startOutbox } from './outbox.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-outbox-'));
  file = path.join(folder, 'objects.db');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('what a killed system had posted is delivered after the next start, in order', async () => {
  const before = openDatabase(file);
  post(before, [
    { queue: 'intake', body: 'one' },
    { queue: 'intake', body: 'two' },
  ]);
  before.close();

  const after = openDatabase(file);
  const sent: string[] = [];
  const outbox = startOutbox(
    after,
    async (_queue, body) => sent.push(body),
    () => {},
  );
  await expect.poll(() => sent).toEqual(['one', 'two']);
  await outbox.stop();
  expect(after.prepare('SELECT count(*) AS left FROM outbox').get()).toEqual({ left: 0 });
  after.close();
});

test('a queue that takes no message is asked again until it does', async () => {
  const database = openDatabase(file);
  const sent: string[] = [];
  let refusals = 2;
  const send = async (_queue: string, body: string) => {
    refusals -= 1;
    if (refusals >= 0) throw new Error('not now');
    sent.push(body);
  };
  const outbox = startOutbox(database, send, () => {});
  post(database, [{ queue: 'intake', body: 'one' }]);
  outbox.wake();

  await expect.poll(() => sent, { timeout: 30_000 }).toEqual(['one']);
  await outbox.stop();
  database.close();
});

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CREDENTIALS } from '../local/credentials.ts';
import { openQueues } from '../local/lambda/queues.ts';
import type { SentNotice } from '../local/notice-reader.ts';
import { type OpenStore, openStore, seedSamples } from '../local/open-store.ts';
import { NOTICES_LOG, type RunningSystem, startSystem } from '../local/system.ts';
import { finishedUpload, reportOf, summaryIsReady, waitFor } from '../local/upload-progress.ts';
import { REGION } from '../local/wiring/names.ts';
import { type Key, periodKey, revisionKey, rowKey } from '../shared/store/keys.ts';
import type { FinishedUpload } from '../shared/upload.ts';
import { uploadId } from '../shared/upload-id.ts';
import { plantedWorkbook } from './planted-workbook.ts';

/*
 * The functions as they are deployed are given files and messages full of texts that stand nowhere
 * else, and a table whose items hold such texts where they do not belong. Whatever a function then
 * does or chokes on, no line of any log may hold one of them.
 */

const UPLOADS = 'jixiao-uploads';
const FILE_NAME = '植某人的自评表';
const PATIENCE = 90_000;
vi.setConfig({ testTimeout: 2 * PATIENCE, hookTimeout: 2 * PATIENCE });

let folder: string;
let system: RunningSystem;
let store: OpenStore;
let s3: S3Client;
/** What the runner itself says, which on AWS is said by Lambda. */
const runner: string[] = [];
const planted = new Set<string>([FILE_NAME, '植某人']);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-logs-'));
  await start(seedSamples);
});

afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true });
});

async function start(prepare: (running: RunningSystem) => Promise<void>): Promise<void> {
  system = await startSystem({
    dataFolder: folder,
    log: (line) => void runner.push(line),
    prepare: (endpoints) => prepare(endpoints as RunningSystem),
  });
  store = openStore(system);
  s3 = new S3Client({
    endpoint: system.s3,
    region: REGION,
    credentials: CREDENTIALS,
    forcePathStyle: true,
  });
}

async function stop(): Promise<void> {
  s3.destroy();
  store.close();
  await system.stop();
}

/** Uploads a file; resolves with its final status. */
async function send(place: string, bytes: Uint8Array): Promise<FinishedUpload> {
  const Key = `uploads/${place}${FILE_NAME}.xlsx`;
  const put = new PutObjectCommand({ Bucket: UPLOADS, Key, Body: bytes });
  const { VersionId = '' } = await s3.send(put);
  const id = uploadId(UPLOADS, Key, VersionId);
  return waitFor(Key, Date.now() + PATIENCE, () => finishedUpload(store.submissions, id));
}

/** Sets an attribute of an item to what it never is. */
async function spoil(key: Key, attribute: string, value: unknown): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: system.dynamoDb,
    region: REGION,
    credentials: CREDENTIALS,
  });
  await DynamoDBDocumentClient.from(client).send(
    new UpdateCommand({
      TableName: system.names['TableName'],
      Key: key,
      UpdateExpression: 'SET #attribute = :value',
      ExpressionAttributeNames: { '#attribute': attribute },
      ExpressionAttributeValues: { ':value': value },
    }),
  );
  client.destroy();
}

async function post(queue: string, body: string): Promise<void> {
  const queues = await openQueues(system.queues, []);
  await queues.send(queue, body);
  queues.close();
}

/** What a function has printed. */
const logOf = (name: string): Promise<string> =>
  readFile(path.join(folder, 'logs', `${name}.log`), 'utf8').catch(() => '');

/** Waits until a function has said something so often. */
const said = (name: string, line: string, times: number): Promise<unknown> =>
  waitFor(`${times} × ${line} of ${name}`, Date.now() + PATIENCE, async () =>
    (await logOf(name)).split(line).length > times ? true : null,
  );

/** What unit and finance were told, each upload once. */
async function toldStatuses(): Promise<readonly string[]> {
  const told = new Map<string, string>();
  for (const line of (await logOf('notices')).split('\n').filter((text) => text !== '')) {
    const { attributes } = JSON.parse(line) as SentNotice;
    told.set(attributes['uploadId'] ?? '', attributes['status'] ?? '');
  }
  return [...told.values()].sort();
}

async function expectNothingPlanted(): Promise<void> {
  const names = (await readdir(path.join(folder, 'logs'))).filter((name) => name !== NOTICES_LOG);
  const logs = await Promise.all(names.map((name) => logOf(path.basename(name, '.log'))));
  // The notices are no log; but they leave the house, and hold as little.
  const notices = await readFile(path.join(folder, 'logs', NOTICES_LOG), 'utf8');
  const text = [...logs, notices, ...runner].join('\n');
  expect(text.length).toBeGreaterThan(1_000);
  expect([...planted].filter((one) => text.includes(one))).toEqual([]);
}

const FAILED = 'a message failed and comes again';
const accepted = { period: '2021', submitter: 'LG-FGJ', revision: 1 };

test('files that are accepted, returned, misfiled or broken leave no text in a log', async () => {
  const good = await plantedWorkbook();
  const wrong = await plantedWorkbook('三十五植错串');
  for (const text of [...good.planted, ...wrong.planted]) planted.add(text);

  const upload = await send('2021/LG-FGJ/', good.bytes);
  expect(upload.status).toBe('accepted');
  await waitFor('report', Date.now() + PATIENCE, async () =>
    (await reportOf(store.submissions, upload)).state === 'ready' ? true : null,
  );
  await waitFor('summary', Date.now() + PATIENCE, async () =>
    (await summaryIsReady(store.submissions, '2021')) ? true : null,
  );
  expect((await send('2021/LG-FGJ/', wrong.bytes)).status).toBe('returned');
  expect((await send('', good.bytes)).status).toBe('returned');
  expect((await send('2021/LG-GXJ/', good.bytes.subarray(0, 9_000))).status).toBe('returned');
  await said('intake', '"message":"upload"', 4);
  await said('render', '"message":"report"', 1);
  await said('summarise', '"message":"summary"', 1);
  await expect.poll(toldStatuses).toEqual(['accepted', 'returned', 'returned', 'returned']);
  await expectNothingPlanted();
});

test('nor do messages that cannot be read', async () => {
  planted.add('植信串');
  for (const queue of ['intake-queue', 'render-queue', 'summarise-queue']) {
    await post(queue, '植信串 is no JSON');
    await post(queue, JSON.stringify({ period: { 植信串: 1 }, Records: ['植信串'] }));
  }
  for (const name of ['intake', 'render', 'summarise']) await said(name, FAILED, 2);
  await expectNothingPlanted();
});

test('nor do items that hold what does not belong there', async () => {
  planted.add('植物品串');
  const spoiled = { 植物品串: '植物品串' };
  await spoil(rowKey(accepted, 1), 'record', spoiled);
  await store.submissions.raiseGeneration('2021', 'another');
  await post('summarise-queue', JSON.stringify({ period: '2021' }));
  await said('summarise', FAILED, 3);
  await spoil(revisionKey(accepted), 'verdict', '植物品串');
  await post('render-queue', JSON.stringify(accepted));
  await said('render', FAILED, 3);
  await expectNothingPlanted();
});

test('nor does a sweep that breaks off, nor an upload that meets the same item', async () => {
  await spoil(periodKey('2021'), 'definition', { 植物品串: '植物品串' });
  await stop();
  runner.length = 0;
  await start(async () => {});
  await waitFor('the sweep', Date.now() + PATIENCE, async () =>
    runner.some((line) => line.includes('sweep')) ? true : null,
  );
  const { bytes } = await plantedWorkbook();
  const Key = `uploads/2021/LG-GXJ/${FILE_NAME}.xlsx`;
  await s3.send(new PutObjectCommand({ Bucket: UPLOADS, Key, Body: bytes }));
  await said('intake', FAILED, 3);
  await expectNothingPlanted();
});

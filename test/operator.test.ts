import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { purgePorts } from '../functions/purge-ports.ts';
import { sqsRedriveQueue, workQueues } from '../functions/sqs-redrive.ts';
import { CREDENTIALS } from '../local/credentials.ts';
import { type OpenStore, openStore, seedSamples } from '../local/open-store.ts';
import type { Ports } from '../local/ports.ts';
import { type RunningSystem, startSystem } from '../local/system.ts';
import { finishedUpload, summaryIsReady, waitFor } from '../local/upload-progress.ts';
import { REGION } from '../local/wiring/names.ts';
import { purge } from '../shared/purge/purge-key.ts';
import type { FinishedUpload } from '../shared/upload.ts';
import { uploadId } from '../shared/upload-id.ts';

/* What an operator does to a running system from a terminal: `jixiao purge` and `jixiao redrive`. */

const PATIENCE = 150_000;
vi.setConfig({ testTimeout: 2 * PATIENCE, hookTimeout: 2 * PATIENCE });

const root = fileURLToPath(new URL('..', import.meta.url));
const UPLOADS = 'jixiao-uploads';
const SUBMISSION = { period: '2020', submitter: 'LG-GXJ' };
const KEY = 'uploads/2020/LG-GXJ/误传.xlsx';

let folder: string;
let ports: Ports;
let system: RunningSystem;
let store: OpenStore;
let clients: { s3: S3Client; sqs: SQSClient; db: DynamoDBClient };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-operator-'));
  ports = await portsInARow();
  system = await startSystem({
    dataFolder: path.join(folder, 'data'),
    ports,
    log: () => {},
    prepare: seedSamples,
  });
  store = openStore(system);
  const at = (port: number) => ({
    endpoint: `http://127.0.0.1:${port}`,
    region: REGION,
    credentials: CREDENTIALS,
  });
  clients = {
    s3: new S3Client({ ...at(ports.s3), forcePathStyle: true }),
    sqs: new SQSClient({ ...at(ports.queues), useQueueUrlAsEndpoint: false }),
    db: new DynamoDBClient(at(ports.dynamoDb)),
  };
});

afterAll(async () => {
  for (const client of Object.values(clients)) client.destroy();
  store.close();
  await system.stop();
  await rm(folder, { recursive: true });
});

/** Free ports in a row, as the command line expects them. */
async function portsInARow(): Promise<Ports> {
  for (let s3 = 21_000 + (process.pid % 7_000) * 5; ; s3 += 5) {
    const isFree = await Promise.all([s3, s3 + 1, s3 + 2, s3 + 3, s3 + 4].map(canListen));
    if (!isFree.includes(false)) {
      return { s3, dynamoDb: s3 + 1, queues: s3 + 2, portal: s3 + 3, publicSite: s3 + 4 };
    }
  }
}

const canListen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** Starts `jixiao`; what it says grows in `said`. */
function jixiao(...args: readonly string[]) {
  const script = path.join(root, 'local/cli/main.ts');
  const child: ChildProcess = spawn(process.execPath, [
    ...[script, ...args, '--local', '--port', String(ports.s3)],
  ]);
  const heard = { said: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      heard.said += text;
    });
  }
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, heard, exit };
}

async function upload(key: string, sample: string): Promise<FinishedUpload> {
  const body = await readFile(path.join(root, 'templates/samples', sample));
  const put = new PutObjectCommand({ Bucket: UPLOADS, Key: key, Body: body });
  const { VersionId = '' } = await clients.s3.send(put);
  const id = uploadId(UPLOADS, key, VersionId);
  return waitFor(id, Date.now() + PATIENCE, () => finishedUpload(store.submissions, id));
}

const summaryReady = () =>
  waitFor('summary', Date.now() + PATIENCE, async () =>
    (await summaryIsReady(store.submissions, '2020')) ? true : null,
  );

/** Keys of every version and mark in both buckets. */
async function allKeys(): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const Bucket of [UPLOADS, 'jixiao-outputs']) {
    const page = await clients.s3.send(new ListObjectVersionsCommand({ Bucket }));
    for (const { Key } of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])]) {
      keys.push(Key ?? '');
    }
  }
  return keys;
}

test('jixiao purge removes an upload and all that was made of it; the one before stands', async () => {
  const good = '2020/LG-GXJ/2020年部门预算项目绩效自评表（更正）.xlsx';
  const wrong = '2020/LG-GXJ/2020年部门预算项目绩效自评表.xlsx';
  const stays = await upload('uploads/2020/LG-GXJ/自评表.xlsx', good);
  const goes = await upload(KEY, wrong);
  await clients.s3.send(new DeleteObjectCommand({ Bucket: UPLOADS, Key: KEY }));
  await summaryReady();
  const before = await allKeys();
  expect(before.filter((key) => key === KEY)).toHaveLength(2);

  const look = jixiao('purge', KEY, '--dry-run');
  expect(await look.exit).toBe(0);
  expect(look.heard.said).toMatch(new RegExp(`${goes.id}.*\n.*2 个版本`));
  expect(await allKeys()).toEqual(before);

  const first = jixiao('purge', KEY, '--reason', '误传', '--by', '王科');
  await expect.poll(() => first.heard.said, { timeout: PATIENCE }).toMatch(/再等 6 分钟/);
  first.child.kill('SIGKILL');
  await first.exit;
  // Broken off while it waits, and asked again; the clock does not wait here.
  const { documents, sqs, s3 } = { documents: DynamoDBDocumentClient.from(clients.db), ...clients };
  const queues = await workQueues(sqs, '');
  const urlOf = (name: string): string => queues.find((queue) => queue.name === name)?.url ?? '';
  const places = { table: 'table', uploads: UPLOADS, outputs: 'jixiao-outputs' };
  const live = purgePorts(
    { documents, sqs, s3 },
    { ...places, summariseQueue: urlOf('summarise-queue'), publishQueue: urlOf('publish-queue') },
  );
  const report = await purge(
    { key: KEY, by: '李科', reason: '再来一次' },
    { ...live, clock: { ...live.clock, pause: async () => {} } },
  );
  expect(report.uploads.map(({ purge: note }) => note?.by)).toEqual(['王科']);

  await summaryReady();
  const keys = await allKeys();
  expect(keys.filter((key) => key === KEY || key.includes('/LG-GXJ/0002/'))).toEqual([]);
  expect(keys.filter((key) => /summaries\/2020\/0+1\./.test(key))).toEqual([]);
  expect(keys).toContain('summaries/2020/summary.xlsx');
  const head = await store.submissions.head(SUBMISSION);
  expect(head).toMatchObject({ current: { uploadId: stays.id }, latest: { uploadId: stays.id } });
  const { Items = [] } = await clients.db.send(new ScanCommand({ TableName: 'table' }));
  const line = Items.find(({ id }) => id?.S === goes.id);
  expect(line).toMatchObject({ status: { S: 'purged' }, key: { S: '' } });
  expect(JSON.stringify(Items)).not.toContain('误传.xlsx');
});

test('a purge without a reason, without a place, or of what is not there is refused', async () => {
  const noReason = jixiao('purge', KEY);
  expect(await noReason.exit).toBe(2);
  expect(noReason.heard.said).toMatch(/--reason/);
  const nothing = jixiao('purge', 'uploads/2020/LG-GXJ/无.xlsx', '--reason', '误传');
  expect(await nothing.exit).toBe(1);
});

test('jixiao redrive puts the dead letters of every queue back, where they are dealt with', async () => {
  const { sqs } = clients;
  const queues = await workQueues(sqs, '');
  expect(queues.map(({ name }) => name)).toEqual([
    'intake-queue',
    'publish-queue',
    'render-queue',
    'summarise-queue',
  ]);
  const jobs: Readonly<Record<string, unknown>> = {
    'render-queue': { ...SUBMISSION, revision: 1 },
    'summarise-queue': { period: '2020' },
  };
  for (const { name, deadLetters } of queues) {
    if (jobs[name] === undefined) continue;
    const MessageBody = JSON.stringify(jobs[name]);
    await sqs.send(new SendMessageCommand({ QueueUrl: deadLetters, MessageBody }));
  }
  const look = jixiao('redrive', '--dry-run');
  expect(await look.exit).toBe(0);
  expect(look.heard.said).toMatch(/render-queue：死信 1 封/);
  const done = jixiao('redrive');
  expect(await done.exit).toBe(0);
  expect(done.heard.said).toMatch(/render-queue：死信 1 封，放回 1 封/);
  for (const queue of queues) expect(await sqsRedriveQueue(sqs, queue).count()).toBe(0);
});

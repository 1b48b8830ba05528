import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { s3Outputs } from '../functions/s3-files.ts';
import { CREDENTIALS } from '../local/credentials.ts';
import { type OpenStore, openStore, seedSamples } from '../local/open-store.ts';
import { askForSite } from '../local/portal/ask-for-site.ts';
import { FREE_PORTS } from '../local/ports.ts';
import { type RunningSystem, startSystem } from '../local/system.ts';
import { finishedUpload, waitFor } from '../local/upload-progress.ts';
import { REGION } from '../local/wiring/names.ts';
import { type SiteIndex, siteIndexSchema } from '../shared/publish/site-index.ts';
import { loadSituation } from '../shared/review/load-situation.ts';
import type { ReviewAct } from '../shared/review/review-act.ts';
import { type ReviewPorts, takeAct } from '../shared/review/take-act.ts';
import { uploadId } from '../shared/upload-id.ts';
import { PERIODS } from '../templates/periods.ts';
import { act } from './review-acts.ts';

/* The function of publication, woken by its queue in the real system, from a real table to the public bucket. */

const SAMPLE = fileURLToPath(
  new URL('../templates/samples/2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx', import.meta.url),
);
const KEY = 'uploads/2021/LG-FGJ/表.xlsx';
const PATIENCE = 150_000;
vi.setConfig({ testTimeout: 2 * PATIENCE });

let folder: string;
let system: RunningSystem;
let store: OpenStore;
let s3: S3Client;
let sqs: SQSClient;
let ports: ReviewPorts;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-publication-'));
  const queues = await freePort();
  system = await startSystem({
    dataFolder: folder,
    ports: { ...FREE_PORTS, queues },
    log: () => {},
    prepare: seedSamples,
  });
  store = openStore(system);
  await store.submissions.putPeriods(
    PERIODS.map((period) => ({ ...period, review: { explanations: false } })),
  );
  const credentials = { region: REGION, credentials: CREDENTIALS };
  s3 = new S3Client({ ...credentials, endpoint: system.s3, forcePathStyle: true });
  sqs = new SQSClient({ ...credentials, endpoint: `http://127.0.0.1:${queues}` });
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: 'publish-queue' }));
  ports = {
    submissions: store.submissions,
    outputs: s3Outputs(s3, system.names['OutputsBucket'] ?? ''),
    jobs: {
      render: async () => {},
      summarise: async () => {},
      intake: async () => {},
      publish: async (job) => {
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(job) }));
      },
    },
    notices: { sendReview: async () => {}, unsent: () => {} },
  };
}, 2 * PATIENCE);

afterAll(async () => {
  store.close();
  s3.destroy();
  sqs.destroy();
  await system.stop();
  await rm(folder, { recursive: true });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function publicObject(Key: string) {
  const found = new GetObjectCommand({ Bucket: system.names['PublicBucket'], Key });
  const { Body, CacheControl } = await s3.send(found);
  return { bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(), CacheControl };
}

/** The index of the site, once it says this of the table. */
const indexWith = (status: string): Promise<SiteIndex> =>
  waitFor(`a site with a table that is ${status}`, Date.now() + PATIENCE, async () => {
    const object = await publicObject('index.json').catch(() => null);
    if (object === null) return null;
    const index = siteIndexSchema.parse(JSON.parse(new TextDecoder().decode(object.bytes)));
    return index.publications[0]?.status === status ? index : null;
  });

async function take(acts: readonly ReviewAct[]): Promise<void> {
  for (const one of acts) expect(await takeAct(one, ports)).toMatchObject({ taken: true });
}

/** What a browser gets of the public site. */
const visit = (key: string): Promise<Response> => fetch(`${system.publicSite}/${key}`);

/** The text of a page or file of the public site, once it says this. */
const visited = (key: string, said: string): Promise<string> =>
  waitFor(`“${said}” in ${key}`, Date.now() + PATIENCE, async () => {
    const text = await (await visit(key)).text();
    return text.includes(said) ? text : null;
  });

test('the public site stands before anything is published, as strict as it is meant', async () => {
  await askForSite(system);
  await visited('', '目前没有公开的自评表');
  const { headers } = await visit('');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
  const missing = await visit('files/gone.pdf');
  expect([missing.status, missing.headers.get('content-type')]).toEqual([
    404,
    'text/html; charset=utf-8',
  ]);
  expect(await missing.text()).toContain('这个地址没有内容');
  const page = await (await visit('verify.html')).text();
  for (const [, key = ''] of page.matchAll(/(?:src|href)="(assets\/[^"]+)"/g)) {
    const asset = await visit(key);
    expect([key, asset.status]).toEqual([key, 200]);
    expect(asset.headers.get('cache-control')).toContain('immutable');
  }
});

test('approved, signed, published and withdrawn', async () => {
  const Body = await readFile(SAMPLE);
  const Bucket = system.names['UploadsBucket'] ?? '';
  const { VersionId = '' } = await s3.send(new PutObjectCommand({ Bucket, Key: KEY, Body }));
  const id = uploadId(Bucket, KEY, VersionId);
  await waitFor('the status', Date.now() + PATIENCE, () => finishedUpload(store.submissions, id));

  await take([act('finance', 'approve')]);
  const gates = await gatesOf();
  expect(gates.length).toBeGreaterThan(0);
  const publish = act('third', { kind: 'publish' });
  await take((['first', 'second', 'third'] as const).map((by) => act(by, 'sign')));
  expect(await takeAct(publish, ports)).toEqual({ taken: false, refusal: 'gates-open' });
  await take(gates.map((mark) => act('first', { kind: 'clear', mark, reason: '已审查，可公开' })));
  await take((['first', 'second', 'third'] as const).map((by) => act(by, 'sign')));
  await take([publish]);

  const [publication] = (await indexWith('current')).publications;
  expect(publication).toMatchObject({ projects: 26, edition: 1 });
  const pdf = publication?.files.find(({ kind }) => kind === 'pdf');
  const object = await publicObject(pdf?.key ?? '');
  expect(object.CacheControl).toBe('public, max-age=31536000, immutable');
  expect(object.bytes.length).toBe(pdf?.bytes);
  expect((await publicObject('2021/LG-FGJ/index.html')).CacheControl).toBe('no-cache');
  await visited('2021/', '发展和改革局');
  expect(JSON.parse(await visited('search/2021.json', '节能')).projects).toHaveLength(26);

  await take([act('finance', 'withdraw')]);
  await indexWith('withdrawn');
  await expect(publicObject(pdf?.key ?? '')).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect((await visit(pdf?.key ?? '')).status).toBe(404);
  expect(JSON.parse(await visited('search/2021.json', '2021')).projects).toEqual([]);
});

/** Names of what must be signed off before publication. */
async function gatesOf(): Promise<readonly string[]> {
  const submission = { period: '2021', submitter: 'LG-FGJ' };
  const head = await store.submissions.head(submission);
  const situation =
    head && (await loadSituation({ ...submission, revision: 1 }, 'publish', head, ports));
  return situation?.gates.map(({ mark }) => mark) ?? [];
}

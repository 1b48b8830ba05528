import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload as MultipartUpload } from '@aws-sdk/lib-storage';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { read } from '@e965/xlsx';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CREDENTIALS } from '../local/credentials.ts';
import { type OpenStore, openStore, seedSamples } from '../local/open-store.ts';
import { type RunningSystem, startSystem } from '../local/system.ts';
import { finishedUpload, reportOf, summaryIsReady, waitFor } from '../local/upload-progress.ts';
import { REGION } from '../local/wiring/names.ts';
import { newestSummaryKey } from '../shared/outputs.ts';
import { sha256 } from '../shared/sha256.ts';
import type { FinishedUpload } from '../shared/upload.ts';
import { uploadId } from '../shared/upload-id.ts';

/* The real system, as `npm start` runs it, seen through a plain S3 client. */

const UPLOADS = 'jixiao-uploads';
const OUTPUTS = 'jixiao-outputs';
/** Milliseconds; only a system that hangs takes that long, and then says what it waited for. */
const PATIENCE = 150_000;
vi.setConfig({ testTimeout: 2 * PATIENCE });

const root = fileURLToPath(new URL('..', import.meta.url));
const sample = (name: string): Promise<Buffer> =>
  readFile(path.join(root, 'templates/samples', name));
const accepted2021 = () => sample('2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx');
const returned2020 = () => sample('2020/LG-GXJ/2020年部门预算项目绩效自评表.xlsx');
const mended2020 = () => sample('2020/LG-GXJ/2020年部门预算项目绩效自评表（更正）.xlsx');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-local-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const s3At = (endpoint: string): S3Client =>
  new S3Client({ endpoint, region: REGION, credentials: CREDENTIALS, forcePathStyle: true });

/** Uploads a file; returns the id of the upload. */
async function put(s3: S3Client, key: string, body: Buffer): Promise<string> {
  const { VersionId = '' } = await s3.send(
    new PutObjectCommand({ Bucket: UPLOADS, Key: key, Body: body }),
  );
  return uploadId(UPLOADS, key, VersionId);
}

const final = (store: OpenStore, id: string): Promise<FinishedUpload> =>
  waitFor(id, Date.now() + PATIENCE, () => finishedUpload(store.submissions, id));

const reportReady = (store: OpenStore, upload: FinishedUpload): Promise<string> =>
  waitFor(`report of ${upload.key}`, Date.now() + PATIENCE, async () => {
    const { state, file } = await reportOf(store.submissions, upload);
    return state === 'ready' ? file : null;
  });

async function output(s3: S3Client, key: string): Promise<Buffer> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: OUTPUTS, Key: key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

/** The revision states the digest of the report, and it is saved under its official title. */
async function expectOfficial(
  store: OpenStore,
  s3: S3Client,
  { submission, revision }: FinishedUpload,
  pdf: Buffer,
): Promise<void> {
  if (submission === null || revision === null) throw new Error('no revision');
  const { report } = (await store.submissions.revision({ ...submission, revision })) ?? {};
  expect(report?.sha256).toBe(sha256(pdf));
  const Key = report?.file ?? '';
  const { ContentDisposition } = await s3.send(new HeadObjectCommand({ Bucket: OUTPUTS, Key }));
  const title = '附件2 2021年度深圳市龙岗区发展和改革局部门预算项目绩效自评表.pdf';
  expect(ContentDisposition).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(title)}`);
}

/** Addresses outside the workbook that its cells lead to. */
const linksIn = (workbook: Uint8Array): ReadonlySet<string> =>
  new Set(
    Object.values(read(workbook).Sheets)
      .flatMap((sheet) => Object.values(sheet) as { readonly f?: string }[])
      .flatMap(({ f }) => /^HYPERLINK\("([^"#][^"]*)"/.exec(f ?? '')?.[1] ?? []),
  );

describe('a running system', () => {
  let system: RunningSystem;
  let store: OpenStore;
  let s3: S3Client;

  beforeAll(async () => {
    system = await startSystem({
      dataFolder: path.join(folder, 'running'),
      log: () => {},
      prepare: seedSamples,
    });
    store = openStore(system);
    s3 = s3At(system.s3);
  });

  afterAll(async () => {
    s3.destroy();
    store.close();
    await system.stop();
  });

  test('a good table is accepted; report, feedback, findings, records and summary follow', async () => {
    const upload = await final(
      store,
      await put(s3, 'uploads/2021/LG-FGJ/a.xlsx', await accepted2021()),
    );

    expect(upload).toMatchObject({
      status: 'accepted',
      outcome: { rows: 26, counts: { errors: 0 }, form: 'longgang-2021' },
    });
    const pdf = await output(s3, await reportReady(store, upload));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await expectOfficial(store, s3, upload, pdf);
    for (const key of Object.values(upload.outcome.outputs)) {
      expect((await output(s3, key)).length).toBeGreaterThan(0);
    }
    await waitFor('summary', Date.now() + PATIENCE, async () =>
      (await summaryIsReady(store.submissions, '2021')) ? true : null,
    );
    const links = linksIn(await output(s3, newestSummaryKey('2021')));
    expect(links.size).toBeGreaterThanOrEqual(3);
    for (const link of links) {
      const key = path.posix.join(path.posix.dirname(newestSummaryKey('2021')), link);
      expect((await output(s3, key)).length).toBeGreaterThan(0);
    }
  });

  test('the same file twice has one effect', async () => {
    const first = await final(
      store,
      await put(s3, 'uploads/2020/LG-GXJ/b.xlsx', await mended2020()),
    );
    const second = await final(
      store,
      await put(s3, 'uploads/2020/LG-GXJ/b.xlsx', await mended2020()),
    );
    const head = await store.submissions.head({ period: '2020', submitter: 'LG-GXJ' });

    expect(second.outcome).toMatchObject({ status: 'accepted', duplicateOf: first.id });
    expect(second.outcome.outputs).toEqual(first.outcome.outputs);
    expect(head?.current?.uploadId).toBe(first.id);
    expect((await store.submissions.summaryState('2020'))?.generation).toBe(1);
  });

  test.each([
    ['a file cut short', async () => (await accepted2021()).subarray(0, 5000)],
    ['a JPEG named .xlsx', async () => Buffer.from('ffd8ffe000104a46494600', 'hex')],
    ['an empty file', async () => Buffer.alloc(0)],
  ])('%s is returned, with a message in Chinese', async (_what, bytes) => {
    const upload = await final(store, await put(s3, 'uploads/2021/LG-GXJ/c.xlsx', await bytes()));
    const findings = JSON.parse(String(await output(s3, upload.outcome.outputs.findings ?? '')));

    expect(upload.status).toBe('returned');
    expect(findings.errors).toBeGreaterThan(0);
    expect(findings.findings[0].message.zh).toMatch(/\p{Script=Han}/u);
  });

  test('a key that names no submission is returned, too', async () => {
    const upload = await final(store, await put(s3, 'uploads/lost.xlsx', await accepted2021()));

    expect(upload.status).toBe('returned');
  });

  test('a file larger than allowed, sent in parts, is returned', async () => {
    const params = { Bucket: UPLOADS, Key: 'uploads/2021/LG-GXJ/d.xlsx', Body: Buffer.alloc(12e6) };
    const { VersionId = '' } = await new MultipartUpload({ client: s3, params }).done();
    const upload = await final(store, uploadId(UPLOADS, params.Key, VersionId));

    expect(upload.status).toBe('returned');
  });

  test('a form posted by a browser is an upload like any other', async () => {
    const Key = 'uploads/2020/LG-GXJ/e.xlsx';
    const { url, fields } = await createPresignedPost(s3, { Bucket: UPLOADS, Key });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([new Uint8Array(await returned2020())]), 'e.xlsx');
    const answer = await fetch(url, { method: 'POST', body: form });
    const versionId = answer.headers.get('x-amz-version-id') ?? '';
    const upload = await final(store, uploadId(UPLOADS, Key, versionId));

    expect(upload).toMatchObject({ status: 'returned', outcome: { counts: { errors: 1 } } });
  });
});

describe('npm start', () => {
  let started: ChildProcess[];

  beforeEach(() => {
    started = [];
  });

  afterEach(() => {
    for (const child of started) child.kill('SIGKILL');
  });

  /** Starts the script on free ports; resolves with what it says until it is up, or has ended. */
  function start(dataFolder: string, ...args: string[]): Promise<Started> {
    const script = path.join(root, 'local/start.ts');
    const child = spawn(process.execPath, [script, '--port=0', `--data=${dataFolder}`, ...args]);
    started.push(child);
    let said = '';
    const heard = (): string => said;
    return new Promise((resolve) => {
      const listen = (text: Buffer): void => {
        said += text;
        const endpoint = /endpoint\s+(http:\S+)/.exec(said)?.[1] ?? '';
        if (said.includes('Ctrl+C')) resolve({ child, said, heard, endpoint, exitCode: null });
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('close', (exitCode) => resolve({ child, said, heard, endpoint: '', exitCode }));
    });
  }

  interface Started {
    readonly child: ChildProcess;
    readonly said: string;
    /** What it has said by now. */
    readonly heard: () => string;
    readonly endpoint: string;
    readonly exitCode: number | null;
  }

  const killed = (child: ChildProcess): Promise<unknown> => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    return gone;
  };

  test('what a kill interrupts is finished after the next start, and nothing is done twice', async () => {
    const dataFolder = path.join(folder, 'killed');
    const good = await accepted2021();
    const bad = await returned2020();
    const ids: string[] = [];
    // Killed at once, on the way, and near the end: whatever the machine's speed, work is under way.
    for (const delay of [0, 400, 1500]) {
      const { child, endpoint } = await start(dataFolder);
      const s3 = s3At(endpoint);
      ids.push(await put(s3, 'uploads/2021/LG-FGJ/自评表.xlsx', good));
      ids.push(await put(s3, 'uploads/2020/LG-GXJ/自评表.xlsx', bad));
      await new Promise((resolve) => setTimeout(resolve, delay));
      await killed(child);
      s3.destroy();
    }

    const system = await startSystem({ dataFolder, log: () => {} });
    const store = openStore(system);
    const uploads = [];
    for (const id of ids) uploads.push(await final(store, id));
    const good2021 = uploads.filter(({ key }) => key.includes('2021'));

    expect(uploads.map(({ status }) => status)).toEqual([
      ...['accepted', 'returned', 'accepted', 'returned', 'accepted', 'returned'],
    ]);
    // A revision for each upload, and no more, however often it was begun.
    expect(good2021.map(({ revision }) => revision).sort()).toEqual([1, 2, 3]);
    for (const upload of good2021) await reportReady(store, upload);
    await waitFor('summary', Date.now() + PATIENCE, async () =>
      (await summaryIsReady(store.submissions, '2021')) ? true : null,
    );
    store.close();
    await system.stop();
  });

  test('what a kill interrupts is announced after the next start, as one line each', async () => {
    const dataFolder = path.join(folder, 'announced');
    const first = await start(dataFolder);
    const s3 = s3At(first.endpoint);
    const body = await accepted2021();
    for (const name of ['a', 'b\n伪造：已接收\u001b[2J', 'c']) {
      await put(s3, `uploads/2021/LG-FGJ/${name}.xlsx`, body);
    }
    await killed(first.child);
    s3.destroy();
    const second = await start(dataFolder);

    const lines = () =>
      `${first.heard()}${second.heard()}`.split('\n').filter((line) => line.includes('：已接收'));
    await expect.poll(() => lines().length, { timeout: PATIENCE }).toBe(3);
    expect(lines().map((line) => line.split('.xlsx：')[0])).toEqual(
      expect.arrayContaining([
        'uploads/2021/LG-FGJ/a',
        'uploads/2021/LG-FGJ/b\\u000a伪造：已接收\\u001b[2J',
        'uploads/2021/LG-FGJ/c',
      ]),
    );
  });

  test('a second start on the same data folder says so in one line, exit 2', async () => {
    const dataFolder = path.join(folder, 'shared');
    await start(dataFolder);
    const second = await start(dataFolder);

    expect(second.exitCode).toBe(2);
    expect(second.said.trim().split('\n')).toEqual([expect.stringMatching(/正在使用数据目录/)]);
  });

  test('a damaged data folder is told in one line, exit 2', async () => {
    const dataFolder = path.join(folder, 'damaged');
    await killed((await start(dataFolder)).child);
    await writeFile(path.join(dataFolder, 'tables/CURRENT'), 'garbage');
    const again = await start(dataFolder);

    expect(again.exitCode).toBe(2);
    expect(again.said.trim().split('\n')).toEqual([expect.stringMatching(/可能已损坏/)]);
  });

  test('a wrong argument is told in one line, exit 2', async () => {
    const { said, exitCode } = await start(path.join(folder, 'none'), '--prot=1');

    expect(exitCode).toBe(2);
    expect(said.trim().split('\n')).toEqual([expect.stringMatching(/--help/)]);
  });
});

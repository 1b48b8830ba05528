import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Upload as MultipartUpload } from '@aws-sdk/lib-storage';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type OpenStore, openStore, seedSamples } from '../local/open-store.ts';
import { type RunningSystem, startSystem } from '../local/system.ts';
import { summaryIsReady, waitFor } from '../local/upload-progress.ts';
import { newestSummaryKey } from '../shared/outputs.ts';
import { sha256 } from '../shared/sha256.ts';
import type { FinishedUpload } from '../shared/upload.ts';
import { uploadId } from '../shared/upload-id.ts';
import {
  accepted2021,
  final,
  mended2020,
  PATIENCE,
  put,
  reportReady,
  returned2020,
  s3At,
  UPLOADS,
} from './local-uploads.ts';
import { linksIn } from './workbook-links.ts';

/* The real system, seen through a plain S3 client. */

const OUTPUTS = 'jixiao-outputs';
vi.setConfig({ testTimeout: 2 * PATIENCE });

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-local-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
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

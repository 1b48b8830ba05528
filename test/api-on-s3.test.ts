import { afterAll, beforeAll, expect, test } from 'vitest';
import { s3Downloads } from '../functions/s3-downloads.ts';
import { s3Outputs } from '../functions/s3-files.ts';
import { s3Sending } from '../functions/s3-sending.ts';
import { Bucket, startTestGateway, type TestGateway } from '../local/s3/gateway-for-tests.ts';
import type { SendingBucket } from '../shared/api-ports.ts';

/* What the API asks of S3, asked of a server that speaks it. */

let gateway: TestGateway;
let sending: SendingBucket;
beforeAll(async () => {
  gateway = await startTestGateway();
  sending = s3Sending(gateway.s3, Bucket);
});
afterAll(() => gateway.stop());

const KEY = 'uploads/2021/LG-FGJ/自评表 终稿.xlsx';
const bytes = new TextEncoder().encode('workbook');
const note = {
  via: 'api',
  sub: 'zhang',
  name: '张三 (财务)',
  confirmedAt: '2022-03-01T04:00:00.000Z',
} as const;

test('a file is stored with who sent it', async () => {
  const version = await sending.storeUpload(KEY, bytes, note);
  expect(version).toMatchObject({ bucket: Bucket, key: KEY });
  expect(await sending.describeUpload(KEY, version.versionId)).toMatchObject({
    bucket: Bucket,
    size: bytes.length,
    storedAt: expect.stringMatching(/^20\d\d-/),
    note,
  });
});

test('a version that is not there is gone', async () => {
  expect(await sending.describeUpload(KEY, 'x'.repeat(32))).toBe('gone');
  expect(await sending.describeUpload('uploads/2021/LG-FGJ/keine.xlsx', 'y')).toBe('gone');
});

const link = { ...note, via: 'link' } as const;

async function post(changes: Readonly<Record<string, string>>, file = bytes) {
  const { url, fields } = await sending.uploadForm(KEY, link, 100, 60);
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changes })) form.set(name, value);
  form.set('file', new Blob([Buffer.from(file)]));
  return fetch(url, { method: 'POST', body: form });
}

test('a signed form takes the file it was signed for, and tells its version', async () => {
  const posted = await post({});
  expect(posted.status).toBe(204);
  const versionId = posted.headers.get('x-amz-version-id') ?? '';
  expect(await sending.describeUpload(KEY, versionId)).toMatchObject({ note: link });
});

test.each([
  ['another sender', { 'x-amz-meta-sender': 'li' }, bytes],
  ['another key', { key: 'uploads/2021/LG-GXJ/自评表.xlsx' }, bytes],
  ['a field more', { 'x-amz-meta-more': '1' }, bytes],
  ['a larger file', {}, new Uint8Array(101)],
  ['an empty file', {}, new Uint8Array(0)],
])('a signed form refuses %s', async (_, changes, file) => {
  expect((await post(changes, file)).status).toBeGreaterThanOrEqual(400);
});

test('an output is described, opened and linked to', async () => {
  const downloads = s3Downloads(gateway.s3, Bucket);
  const key = 'submissions/2021/LG-FGJ/0001/report.pdf';
  expect(await downloads.describeOutput(key)).toBeNull();
  expect(await downloads.openOutput(key)).toBeNull();
  const file = { contentType: 'application/pdf', downloadName: '自评表.pdf' };
  await s3Outputs(gateway.s3, Bucket).writeOutput(key, bytes, file);
  expect(await downloads.describeOutput(key)).toMatchObject({ size: bytes.length });
  const opened = await downloads.openOutput(key);
  expect(opened).toMatchObject({ bytes, contentType: 'application/pdf' });
  expect(decodeURIComponent(opened?.disposition ?? '')).toContain('自评表.pdf');
  const fetched = await fetch(await downloads.linkToOutput(key, 60));
  expect(await fetched.text()).toBe('workbook');
});

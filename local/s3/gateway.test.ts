import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type StandIn, startQueuesAndBlobs } from '../stand-ins.ts';
import type { BucketWiring } from '../wiring/wiring.ts';
import { type RunningS3, startS3 } from './start-s3.ts';

const uploads: BucketWiring = {
  name: 'jixiao-uploads',
  cors: [
    {
      methods: ['POST', 'PUT'],
      origins: ['https://*.example.cn'],
      headers: ['*'],
      exposed: ['ETag'],
      maxAge: 60,
    },
  ],
  notifications: [{ queue: 'intake', event: 's3:ObjectCreated:*', prefix: 'uploads/', suffix: '' }],
};
const Bucket = uploads.name;
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

let folder: string;
let blobs: StandIn;
let gateway: RunningS3;
let s3: S3Client;
let told: { queue: string; event: S3EventRecord }[];

interface S3EventRecord {
  readonly eventName: string;
  readonly eventTime: string;
  readonly s3: {
    readonly object: {
      readonly key: string;
      readonly size: number;
      readonly versionId: string;
      readonly sequencer: string;
    };
  };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-gateway-'));
  blobs = await startQueuesAndBlobs(path.join(folder, 'blobs'), 0);
  gateway = await startS3({
    database: path.join(folder, 'objects.db'),
    buckets: [uploads],
    blobs: blobs.endpoint,
    port: 0,
    send: async (queue, body) => {
      told.push({ queue, event: JSON.parse(body).Records[0] });
    },
    now: Date.now,
    log: () => {},
  });
  s3 = new S3Client({
    endpoint: gateway.endpoint,
    region: 'cn-north-1',
    credentials,
    forcePathStyle: true,
  });
});

beforeEach(() => {
  told = [];
});

afterAll(async () => {
  s3.destroy();
  await gateway.stop();
  await blobs.stop();
  await rm(folder, { recursive: true });
});

const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));

async function textOf(Key: string, VersionId?: string): Promise<string | undefined> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }));
  return Body?.transformToString();
}

const toldOf = (count: number) =>
  expect.poll(() => told.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(count);

describe('storing', () => {
  test('a PUT gets a version id and comes back as it was', async () => {
    const { VersionId, ETag } = await s3.send(
      new PutObjectCommand({
        Bucket,
        Key: 'uploads/2021/A/一 表.xlsx',
        Body: '内容',
        ContentType: 'application/x-www-form-urlencoded',
        Metadata: { from: 'test' },
      }),
    );
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'uploads/2021/A/一 表.xlsx' }));

    expect(await got.Body?.transformToString()).toBe('内容');
    expect(got).toMatchObject({
      VersionId,
      ETag,
      ContentType: 'application/x-www-form-urlencoded',
      Metadata: { from: 'test' },
    });
  });

  test('a stream, sent in signed chunks, is stored without the chunks', async () => {
    const Body = Readable.from([Buffer.from('第一段'), Buffer.from('第二段')]);
    await s3.send(new PutObjectCommand({ Bucket, Key: 'stream', Body, ContentLength: 18 }));

    expect(await textOf('stream')).toBe('第一段第二段');
  });

  test('an upload in parts becomes one version', async () => {
    const Body = Buffer.alloc(6 * 1024 * 1024 + 7, 'part');
    const done = await new Upload({
      client: s3,
      params: { Bucket, Key: 'uploads/2021/A/large.xlsx', Body },
    }).done();
    const head = await s3.send(
      new HeadObjectCommand({
        Bucket,
        Key: 'uploads/2021/A/large.xlsx',
        VersionId: done.VersionId,
      }),
    );

    expect(done.VersionId).toBeDefined();
    expect(head.ContentLength).toBe(Body.length);
    await toldOf(1);
    expect(told.map(({ event }) => event.eventName)).toEqual([
      'ObjectCreated:CompleteMultipartUpload',
    ]);
  });

  test('an empty object is an object', async () => {
    await put('uploads/empty', '');

    expect(await textOf('uploads/empty')).toBe('');
  });

  test('a copy is a version of its own', async () => {
    const source = await put('from', 'first');
    await put('from', 'second');
    const copy = await s3.send(
      new CopyObjectCommand({
        Bucket,
        Key: 'to',
        CopySource: `${Bucket}/from?versionId=${source.VersionId}`,
      }),
    );

    expect(await textOf('to')).toBe('first');
    expect(copy.VersionId).not.toBe(source.VersionId);
  });

  test('a body larger than one request may hold is refused with the remedy', async () => {
    const Body = Buffer.alloc(12 * 1024 * 1024);

    await expect(s3.send(new PutObjectCommand({ Bucket, Key: 'huge', Body }))).rejects.toThrow(
      /EntityTooLarge|multipart/,
    );
  });

  test('what cannot be done truly is refused, and touches nothing', async () => {
    await put('tagged', 'before');
    const tags = { Bucket, Key: 'tagged', Tagging: { TagSet: [{ Key: 'a', Value: 'b' }] } };

    await expect(s3.send(new PutObjectTaggingCommand(tags))).rejects.toThrow(/不支持/);
    await expect(
      s3.send(new PutObjectCommand({ Bucket, Key: 'tagged', Body: 'x', IfNoneMatch: '*' })),
    ).rejects.toThrow(/不支持/);
    await expect(s3.send(new CreateBucketCommand({ Bucket: 'other' }))).rejects.toThrow(/模板/);
    expect(await textOf('tagged')).toBe('before');
  });
});

describe('versions', () => {
  test('a read by version is exact, a read without is the newest', async () => {
    const first = await put('versions/a', 'one');
    const second = await put('versions/a', 'two');

    expect(await textOf('versions/a', first.VersionId)).toBe('one');
    expect(await textOf('versions/a', second.VersionId)).toBe('two');
    expect(await textOf('versions/a')).toBe('two');
    await expect(textOf('versions/a', 'nonsense')).rejects.toMatchObject({
      name: 'NoSuchVersion',
    });
  });

  test('deleting leaves a marker; deleting the marker brings the object back', async () => {
    await put('versions/b', 'kept');
    const { VersionId } = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'versions/b' }));

    await expect(textOf('versions/b')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'versions/b', VersionId }));
    expect(await textOf('versions/b')).toBe('kept');
  });

  test('a version deleted by its id is gone', async () => {
    const { VersionId } = await put('versions/c', 'gone');
    const Delete = { Objects: [{ Key: 'versions/c', VersionId }] };
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete }));

    await expect(textOf('versions/c', VersionId)).rejects.toMatchObject({ name: 'NoSuchVersion' });
  });

  test('every version is listed, the newest first, page by page', async () => {
    const sent = [
      await put('listed/v', '1'),
      await put('listed/v', '2'),
      await put('listed/w', '3'),
    ];
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'listed/w' }));
    const seen: string[] = [];
    let marker: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};
    while (marker !== undefined) {
      const page: ListObjectVersionsCommandOutput = await s3.send(
        new ListObjectVersionsCommand({ Bucket, Prefix: 'listed/', MaxKeys: 1, ...marker }),
      );
      for (const { VersionId, IsLatest } of page.Versions ?? [])
        seen.push(`${VersionId} ${IsLatest}`);
      for (const { Key } of page.DeleteMarkers ?? []) seen.push(`${Key} deleted`);
      marker = page.IsTruncated
        ? { KeyMarker: page.NextKeyMarker ?? '', VersionIdMarker: page.NextVersionIdMarker ?? '' }
        : undefined;
    }

    expect(seen).toEqual([
      `${sent[1]?.VersionId} true`,
      `${sent[0]?.VersionId} false`,
      'listed/w deleted',
      `${sent[2]?.VersionId} false`,
    ]);
  });

  test('objects are listed once each, folded at the delimiter, page by page', async () => {
    for (const key of ['fold/a/1', 'fold/a/2', 'fold/b', 'fold/c d', 'fold/é/1'])
      await put(key, key);
    await put('fold/b', 'again');
    const seen: (string | undefined)[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page: ListObjectsV2CommandOutput = await s3.send(
        new ListObjectsV2Command({
          Bucket,
          Prefix: 'fold/',
          Delimiter: '/',
          MaxKeys: 2,
          ContinuationToken,
        }),
      );
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
      seen.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);

    expect(seen.sort()).toEqual(['fold/a/', 'fold/b', 'fold/c d', 'fold/é/']);
  });
});

describe('events', () => {
  test('name the version, its time and the form-encoded key, in order', async () => {
    const first = await put('uploads/2021/A/一 表+1.xlsx', 'one');
    const second = await put('uploads/2021/A/一 表+1.xlsx', 'two!');
    await toldOf(2);

    expect(told.map(({ queue, event }) => [queue, event.eventName, event.s3.object])).toMatchObject(
      [
        [
          'intake',
          'ObjectCreated:Put',
          {
            key: 'uploads/2021/A/%E4%B8%80+%E8%A1%A8%2B1.xlsx',
            versionId: first.VersionId,
            size: 3,
          },
        ],
        ['intake', 'ObjectCreated:Put', { versionId: second.VersionId, size: 4 }],
      ],
    );
    const [one, two] = told.map(({ event }) => event);
    expect(String(one?.eventTime) < String(two?.eventTime)).toBe(true);
    expect(String(one?.s3.object.sequencer) < String(two?.s3.object.sequencer)).toBe(true);
  });

  test('are not sent for keys outside the prefix', async () => {
    await put('elsewhere/a', 'a');
    await put('uploads/b', 'b');
    await toldOf(1);

    expect(told.map(({ event }) => event.s3.object.key)).toEqual(['uploads/b']);
  });
});

describe('forms', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own placeholder
  const ANY_NAME = 'uploads/2021/A/${filename}';

  async function post(fileName: string, content: string, key = ANY_NAME) {
    const { url, fields } = await createPresignedPost(s3, {
      Bucket,
      Key: key,
      Conditions: [['content-length-range', 1, 20]],
      Expires: 60,
    });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([content]), fileName);
    return { url, form };
  }

  test('a form within its policy is stored under the name of its file', async () => {
    const { url, form } = await post('自评表.xlsx', 'workbook');
    const answer = await fetch(url, { method: 'POST', body: form });

    expect(answer.status).toBe(204);
    expect(answer.headers.get('x-amz-version-id')).toBeTruthy();
    expect(await textOf('uploads/2021/A/自评表.xlsx')).toBe('workbook');
    await toldOf(1);
    expect(told[0]?.event.eventName).toBe('ObjectCreated:Post');
  });

  test.each([
    ['a file beyond the size', 'x'.repeat(21), (_form: FormData) => {}, 400, 'EntityTooLarge'],
    ['an empty file', '', (_form: FormData) => {}, 400, 'EntityTooSmall'],
    [
      'another prefix',
      'x',
      (form: FormData) => form.set('key', 'summaries/x'),
      403,
      'AccessDenied',
    ],
    ['a field not agreed', 'x', (form: FormData) => form.set('acl', 'public'), 403, 'AccessDenied'],
    ['no policy at all', 'x', (form: FormData) => form.delete('Policy'), 403, 'AccessDenied'],
  ])('%s is refused and nothing is kept', async (_what, content, spoil, status, code) => {
    const { url, form } = await post('refused.xlsx', content);
    const file = form.get('file') as File;
    form.delete('file');
    spoil(form);
    form.set('file', file);
    const answer = await fetch(url, { method: 'POST', body: form });

    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(`<Code>${code}</Code>`);
    await expect(textOf('uploads/2021/A/refused.xlsx')).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
  });
});

describe('other origins', () => {
  const preflight = (origin: string) =>
    fetch(`${gateway.endpoint}/${Bucket}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  test('an allowed one may post and read the answer', async () => {
    const answer = await preflight('https://portal.example.cn');

    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://portal.example.cn');
  });

  test('another one is refused', async () => {
    expect((await preflight('https://example.org')).status).toBe(403);
  });
});

test('a link whose time is over is refused', async () => {
  await put('linked', 'x');
  const signed = 'X-Amz-Date=20200101T000000Z&X-Amz-Expires=60';

  expect((await fetch(`${gateway.endpoint}/${Bucket}/linked?${signed}`)).status).toBe(403);
});

test('a link may say the name under which the object is saved', async () => {
  await put('named', 'x');
  const disposition = "attachment; filename*=UTF-8''%E8%A1%A8.pdf";
  const query = new URLSearchParams({ 'response-content-disposition': disposition });
  const answer = await fetch(`${gateway.endpoint}/${Bucket}/named?${query}`);

  expect(answer.headers.get('content-disposition')).toBe(disposition);
});

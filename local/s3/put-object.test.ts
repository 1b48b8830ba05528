import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Bucket, startTestGateway, type TestGateway } from './gateway-for-tests.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway();
});

beforeEach(() => {
  gateway.told.length = 0;
});

afterAll(() => gateway.stop());

describe('storing', () => {
  test('a PUT gets a version id and comes back as it was', async () => {
    const { VersionId, ETag } = await gateway.s3.send(
      new PutObjectCommand({
        Bucket,
        Key: 'uploads/2021/A/一 表.xlsx',
        Body: '内容',
        ContentType: 'application/x-www-form-urlencoded',
        Metadata: { from: 'test' },
      }),
    );
    const got = await gateway.s3.send(
      new GetObjectCommand({ Bucket, Key: 'uploads/2021/A/一 表.xlsx' }),
    );

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
    await gateway.s3.send(new PutObjectCommand({ Bucket, Key: 'stream', Body, ContentLength: 18 }));

    expect(await gateway.textOf('stream')).toBe('第一段第二段');
  });

  test('an upload in parts becomes one version', async () => {
    const Body = Buffer.alloc(6 * 1024 * 1024 + 7, 'part');
    const done = await new Upload({
      client: gateway.s3,
      params: { Bucket, Key: 'uploads/2021/A/large.xlsx', Body },
    }).done();
    const head = await gateway.s3.send(
      new HeadObjectCommand({
        Bucket,
        Key: 'uploads/2021/A/large.xlsx',
        VersionId: done.VersionId,
      }),
    );

    expect(done.VersionId).toBeDefined();
    expect(head.ContentLength).toBe(Body.length);
    await gateway.toldOf(1);
    expect(gateway.told.map(({ event }) => event.eventName)).toEqual([
      'ObjectCreated:CompleteMultipartUpload',
    ]);
  });

  test('an empty object is an object', async () => {
    await gateway.put('uploads/empty', '');

    expect(await gateway.textOf('uploads/empty')).toBe('');
  });

  test('a copy is a version of its own', async () => {
    const source = await gateway.put('from', 'first');
    await gateway.put('from', 'second');
    const copy = await gateway.s3.send(
      new CopyObjectCommand({
        Bucket,
        Key: 'to',
        CopySource: `${Bucket}/from?versionId=${source.VersionId}`,
      }),
    );

    expect(await gateway.textOf('to')).toBe('first');
    expect(copy.VersionId).not.toBe(source.VersionId);
  });

  test('a body larger than one request may hold is refused with the remedy', async () => {
    const Body = Buffer.alloc(12 * 1024 * 1024);

    await expect(
      gateway.s3.send(new PutObjectCommand({ Bucket, Key: 'huge', Body })),
    ).rejects.toThrow(/EntityTooLarge|multipart/);
  });

  test('what cannot be done truly is refused, and touches nothing', async () => {
    await gateway.put('tagged', 'before');
    const tags = { Bucket, Key: 'tagged', Tagging: { TagSet: [{ Key: 'a', Value: 'b' }] } };

    await expect(gateway.s3.send(new PutObjectTaggingCommand(tags))).rejects.toThrow(/不支持/);
    await expect(
      gateway.s3.send(new PutObjectCommand({ Bucket, Key: 'tagged', Body: 'x', IfNoneMatch: '*' })),
    ).rejects.toThrow(/不支持/);
    await expect(gateway.s3.send(new CreateBucketCommand({ Bucket: 'other' }))).rejects.toThrow(
      /模板/,
    );
    expect(await gateway.textOf('tagged')).toBe('before');
  });
});

describe('a body that is not what its headers say', () => {
  const md5 = (text: string): string => createHash('md5').update(text).digest('base64');
  /** What a PUT below `key` says of itself, and the bytes it sends. */
  const CUT: [string, Record<string, string>, string][] = [
    ['a plain body cut off', { 'content-length': '10' }, 'half'],
    [
      'chunks cut off',
      {
        'content-length': '9',
        'content-encoding': 'aws-chunked',
        'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        'x-amz-decoded-content-length': '10',
      },
      '4\r\nhalf\r\n',
    ],
    [
      'chunks that end before the length they add up to',
      {
        'content-length': '14',
        'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
        'x-amz-decoded-content-length': '10',
      },
      '4\r\nhalf\r\n0\r\n\r\n',
    ],
    [
      'a chunk shorter than it says',
      {
        'content-length': '7',
        'content-encoding': 'aws-chunked',
        'x-amz-decoded-content-length': '4',
      },
      'a\r\nhalf',
    ],
  ];

  /** Sends a PUT as it stands, and ends it when more was promised; the whole answer. */
  function putRaw(path: string, headers: Record<string, string>, body: string): Promise<string> {
    const { hostname, port } = new URL(gateway.endpoint);
    const lines = Object.entries({ host: hostname, connection: 'close', ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(Number(port), hostname)
        .on('data', (text) => {
          answer += text;
        })
        .once('close', () => resolve(answer))
        .once('error', reject);
      socket.write(`PUT ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
      if (body.length < Number(headers['content-length'])) socket.end();
    });
  }

  async function beginParts(Key: string): Promise<string> {
    const { UploadId } = await gateway.s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
    return UploadId ?? '';
  }

  test.each(CUT)('%s is refused, and no version is left', async (_what, headers, body) => {
    const answer = await putRaw(`/${Bucket}/uploads/cut.xlsx`, headers, body);

    expect(answer).toMatch(/^HTTP\/1.1 400 .*<Code>IncompleteBody<\/Code>/s);
    await expect(gateway.textOf('uploads/cut.xlsx')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test.each(CUT)('%s is refused as a part, too', async (_what, headers, body) => {
    const Key = 'uploads/parts.xlsx';
    const UploadId = await beginParts(Key);
    const query = `?partNumber=1&uploadId=${encodeURIComponent(UploadId)}`;
    const answer = await putRaw(`/${Bucket}/${Key}${query}`, headers, body);
    const Parts = [{ PartNumber: 1, ETag: createHash('md5').update('half').digest('hex') }];

    expect(answer).toMatch(/^HTTP\/1.1 400 .*<Code>IncompleteBody<\/Code>/s);
    await expect(
      gateway.s3.send(
        new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidPart' });
  });

  test('content that differs from its MD5 is refused, and no version is left', async () => {
    const headers = { 'content-md5': md5('sent') };
    const upload = await beginParts('uploads/md5.xlsx');
    for (const query of ['', `?partNumber=1&uploadId=${encodeURIComponent(upload)}`]) {
      const url = `${gateway.endpoint}/${Bucket}/uploads/md5.xlsx${query}`;
      const damaged = await fetch(url, { method: 'PUT', headers, body: 'arrived' });
      const whole = await fetch(url, { method: 'PUT', headers, body: 'sent' });

      expect([damaged.status, whole.status]).toEqual([400, 200]);
      expect(await damaged.text()).toContain('<Code>BadDigest</Code>');
    }
    const { Versions } = await gateway.s3.send(
      new ListObjectVersionsCommand({ Bucket, Prefix: 'uploads/md5.xlsx' }),
    );
    expect(Versions).toHaveLength(1);
  });

  test('an MD5 that is none is refused', async () => {
    const headers = { 'content-md5': 'no digest' };
    const url = `${gateway.endpoint}/${Bucket}/uploads/md5.xlsx`;
    const answer = await fetch(url, { method: 'PUT', headers, body: 'x' });

    expect(await answer.text()).toContain('<Code>InvalidDigest</Code>');
  });
});

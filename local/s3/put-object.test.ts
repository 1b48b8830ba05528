import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
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

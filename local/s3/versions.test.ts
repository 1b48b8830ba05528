import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Bucket, startTestGateway, type TestGateway } from './gateway-for-tests.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway();
});

afterAll(() => gateway.stop());

describe('versions', () => {
  test('a read by version is exact, a read without is the newest', async () => {
    const first = await gateway.put('versions/a', 'one');
    const second = await gateway.put('versions/a', 'two');

    expect(await gateway.textOf('versions/a', first.VersionId)).toBe('one');
    expect(await gateway.textOf('versions/a', second.VersionId)).toBe('two');
    expect(await gateway.textOf('versions/a')).toBe('two');
    await expect(gateway.textOf('versions/a', 'nonsense')).rejects.toMatchObject({
      name: 'NoSuchVersion',
    });
  });

  test('deleting leaves a marker; deleting the marker brings the object back', async () => {
    await gateway.put('versions/b', 'kept');
    const { VersionId } = await gateway.s3.send(
      new DeleteObjectCommand({ Bucket, Key: 'versions/b' }),
    );

    await expect(gateway.textOf('versions/b')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await gateway.s3.send(new DeleteObjectCommand({ Bucket, Key: 'versions/b', VersionId }));
    expect(await gateway.textOf('versions/b')).toBe('kept');
  });

  test('a version deleted by its id is gone', async () => {
    const { VersionId } = await gateway.put('versions/c', 'gone');
    const Delete = { Objects: [{ Key: 'versions/c', VersionId }] };
    await gateway.s3.send(new DeleteObjectsCommand({ Bucket, Delete }));

    await expect(gateway.textOf('versions/c', VersionId)).rejects.toMatchObject({
      name: 'NoSuchVersion',
    });
  });

  test('every version is listed, the newest first, page by page', async () => {
    const sent = [
      await gateway.put('listed/v', '1'),
      await gateway.put('listed/v', '2'),
      await gateway.put('listed/w', '3'),
    ];
    await gateway.s3.send(new DeleteObjectCommand({ Bucket, Key: 'listed/w' }));
    const seen: string[] = [];
    let marker: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};
    while (marker !== undefined) {
      const page: ListObjectVersionsCommandOutput = await gateway.s3.send(
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
      await gateway.put(key, key);
    await gateway.put('fold/b', 'again');
    const seen: (string | undefined)[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page: ListObjectsV2CommandOutput = await gateway.s3.send(
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

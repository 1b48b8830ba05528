import type { S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import type { StoredVersion } from '../shared/operator-ports.ts';
import { s3Erasable } from './s3-versions.ts';

const LastModified = new Date('2022-03-01T02:00:00.000Z');

/** S3 with two pages of versions; notes what it is asked. */
function twoPages() {
  const asked: Record<string, unknown>[] = [];
  const pages = [
    {
      EncodingType: 'url',
      IsTruncated: true,
      NextKeyMarker: '%E8%A1%A8+1.xlsx',
      NextVersionIdMarker: 'v1',
      Versions: [{ Key: '%E8%A1%A8+1.xlsx', VersionId: 'v1', LastModified, Size: 7 }],
      DeleteMarkers: [{ Key: '%E8%A1%A8+1.xlsx', VersionId: 'm1', LastModified }],
    },
    { EncodingType: 'url', Versions: [{ Key: 'b', VersionId: 'v2', LastModified, Size: 0 }] },
  ];
  const send = async ({ input }: { input: Record<string, unknown> }): Promise<unknown> => {
    asked.push(input);
    return pages.shift() ?? {};
  };
  return { client: { send } as unknown as S3Client, asked };
}

test('every version and every mark is listed, page after page', async () => {
  const { client, asked } = twoPages();
  const listed: StoredVersion[] = [];
  for await (const page of s3Erasable(client, 'bucket').versionsBelow('uploads/')) {
    listed.push(...page);
  }
  expect(listed.map(({ key, versionId, isMarker }) => [key, versionId, isMarker])).toEqual([
    ['表 1.xlsx', 'v1', false],
    ['表 1.xlsx', 'm1', true],
    ['b', 'v2', false],
  ]);
  expect(listed[0]).toMatchObject({ storedAt: '2022-03-01T02:00:00.000Z', size: 7 });
  expect(asked[1]).toMatchObject({
    Prefix: 'uploads/',
    KeyMarker: '表 1.xlsx',
    VersionIdMarker: 'v1',
  });
});

test('exactly the version is erased; a refusal is thrown', async () => {
  const { client, asked } = twoPages();
  const version = { bucket: 'b', key: 'k', versionId: 'v', storedAt: '', size: 0, isMarker: false };
  await s3Erasable(client, 'bucket').eraseVersion(version);
  expect(asked).toEqual([{ Bucket: 'bucket', Key: 'k', VersionId: 'v' }]);
  const locked = { send: () => Promise.reject(new Error('AccessDenied')) } as unknown as S3Client;
  await expect(s3Erasable(locked, 'bucket').eraseVersion(version)).rejects.toThrow('AccessDenied');
});

import { createHash } from 'node:crypto';
import { GetObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { CREDENTIALS } from '../../local/credentials.ts';
import { REGION } from '../../local/wiring/names.ts';

/** What everything is sent for, and where it lies. */
export const PERIOD = '2021';
export const UPLOADS = 'jixiao-uploads';
export const OUTPUTS = 'jixiao-outputs';

/** A version of an object. */
export interface Version {
  readonly key: string;
  readonly versionId: string;
  readonly etag: string;
}

/** Speaks to the local system's S3; a call is made once. */
export const s3At = (endpoint: string): S3Client =>
  new S3Client({
    endpoint,
    region: REGION,
    credentials: CREDENTIALS,
    forcePathStyle: true,
    maxAttempts: 1,
  });

/** The bytes of an object, of exactly one version if that is named. */
export async function bytesOf(
  s3: S3Client,
  Bucket: string,
  Key: string,
  VersionId?: string,
): Promise<Uint8Array> {
  const { Body } = await s3.send(
    new GetObjectCommand({ Bucket, Key, ...(VersionId !== undefined && { VersionId }) }),
  );
  return (await Body?.transformToByteArray()) ?? new Uint8Array();
}

/** Hex. */
export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Every version in a bucket. */
export async function versionsOf(s3: S3Client, Bucket: string): Promise<readonly Version[]> {
  const versions: Version[] = [];
  let from: { readonly KeyMarker?: string; readonly VersionIdMarker?: string } | null = {};
  while (from !== null) {
    const page: Awaited<ReturnType<typeof list>> = await list(s3, Bucket, from);
    for (const { Key = '', VersionId = '', ETag = '' } of page.Versions ?? []) {
      versions.push({ key: Key, versionId: VersionId, etag: ETag });
    }
    from = page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker ?? '', VersionIdMarker: page.NextVersionIdMarker ?? '' }
      : null;
  }
  return versions;
}

const list = (s3: S3Client, Bucket: string, from: object) =>
  s3.send(new ListObjectVersionsCommand({ Bucket, ...from }));

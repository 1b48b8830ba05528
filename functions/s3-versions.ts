import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { ErasableBucket, StoredVersion } from '../shared/operator-ports.ts';
import { decodeKey } from './s3-event.ts';

/** Every version of a bucket and every mark of a deletion below a prefix, page by page. */
export async function* versionPages(
  client: S3Client,
  bucket: string,
  prefix: string,
): AsyncGenerator<readonly StoredVersion[]> {
  let from: Pick<ListObjectVersionsCommandInput, 'KeyMarker' | 'VersionIdMarker'> | null = {};
  while (from !== null) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({
        Bucket: bucket,
        ...(prefix !== '' && { Prefix: prefix }),
        // Keys may hold characters that XML does not allow.
        EncodingType: 'url',
        ...from,
      }),
    );
    yield versionsOf(page, bucket);
    from = page.IsTruncated
      ? { KeyMarker: decoded(page, page.NextKeyMarker), VersionIdMarker: page.NextVersionIdMarker }
      : null;
  }
}

function versionsOf(page: ListObjectVersionsCommandOutput, bucket: string): StoredVersion[] {
  const { Versions = [], DeleteMarkers = [] } = page;
  const marks = DeleteMarkers.map((mark) => ({ ...mark, Size: 0, isMarker: true }));
  return [...Versions.map((version) => ({ ...version, isMarker: false })), ...marks].map(
    ({ Key, VersionId, LastModified, Size, isMarker }) => {
      const key = decoded(page, Key);
      if (!key || !VersionId || !LastModified || Size === undefined) {
        throw new Error(`S3 listed a version of ${Key} without its id, time or size`);
      }
      const storedAt = LastModified.toISOString();
      return { bucket, key, versionId: VersionId, storedAt, size: Size, isMarker };
    },
  );
}

/** Servers may send keys plain although they were asked to encode them. */
const decoded = (page: ListObjectVersionsCommandOutput, key: string | undefined) =>
  page.EncodingType === 'url' && key !== undefined ? decodeKey(key) : key;

/** A bucket on S3 from which versions are erased. Object lock makes S3 refuse, and that is thrown. */
export const s3Erasable = (client: S3Client, bucket: string): ErasableBucket => ({
  versionsBelow: (prefix) => versionPages(client, bucket, prefix),
  async eraseVersion({ key, versionId }) {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }));
  },
});

import { DeleteObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { PublicBucket } from '../shared/ports.ts';
import { putObject, savedAs } from './s3-files.ts';

/** A year, in seconds: a file under its hash never changes. */
const LASTING = 'public, max-age=31536000, immutable';

/** The public bucket on S3. */
export const s3Public = (client: S3Client, bucket: string): PublicBucket => ({
  async publishFile(key, bytes, { contentType, downloadName, lasting }) {
    await putObject(client, {
      Bucket: bucket,
      Key: key,
      Body: bytes,
      ContentType: contentType,
      CacheControl: lasting ? LASTING : 'no-cache',
      ...(lasting ? { ContentDisposition: savedAs(downloadName) } : {}),
    });
  },

  async removeFile(key) {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  },
});

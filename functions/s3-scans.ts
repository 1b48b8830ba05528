import {
  GetObjectCommand,
  HeadObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { ScanBucket } from '../shared/api-ports.ts';
import { putObject, savedAs } from './s3-files.ts';

const GONE = ['NotFound', 'NoSuchKey'];

/** Scans in the outputs bucket on S3. */
export const s3Scans = (client: S3Client, bucket: string): ScanBucket => ({
  async storeScan(key, bytes, { contentType, downloadName }) {
    await putObject(client, {
      Bucket: bucket,
      Key: key,
      Body: bytes,
      ContentType: contentType,
      ContentDisposition: savedAs(downloadName),
    });
  },

  async scanForm(key, mostBytes, seconds) {
    // Loaded when first needed: few scans are that large.
    const { createPresignedPost } = await import('@aws-sdk/s3-presigned-post');
    return createPresignedPost(client, {
      Bucket: bucket,
      Key: key,
      Conditions: [['content-length-range', 1, mostBytes]],
      Expires: seconds,
    });
  },

  async readPosted(key, limit) {
    try {
      const { ContentLength = 0 } = await client.send(
        new HeadObjectCommand({ Bucket: bucket, Key: key }),
      );
      if (ContentLength > limit) return 'too-large';
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body === undefined) throw new Error(`S3 sent no body for ${key}`);
      return await Body.transformToByteArray();
    } catch (error) {
      if (error instanceof S3ServiceException && GONE.includes(error.name)) return 'gone';
      throw error;
    }
  },
});

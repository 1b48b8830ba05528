import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { PublicBucket } from '../shared/ports.ts';
import { putObject, savedAs } from './s3-files.ts';

/** A year, in seconds: a file under its hash never changes. */
const LASTING = 'public, max-age=31536000, immutable';

/** Kept, but asked for each time. */
const ASKED_ANEW = 'no-cache';

/** Loaded by pages, saved by nobody. */
const SHOWN = /^assets\//;

/** The public bucket on S3. */
export const s3Public = (client: S3Client, bucket: string): PublicBucket => ({
  async publishFile(key, bytes, { contentType, downloadName, lasting }) {
    await putObject(client, {
      Bucket: bucket,
      Key: key,
      Body: bytes,
      ContentType: contentType,
      CacheControl: lasting ? LASTING : ASKED_ANEW,
      ...(lasting && !SHOWN.test(key) ? { ContentDisposition: savedAs(downloadName) } : {}),
    });
  },

  async removeFile(key) {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  },

  async readFile(key) {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body === undefined) throw new Error(`S3 sent no body for ${key}`);
      return await Body.transformToByteArray();
    } catch (error) {
      if (error instanceof S3ServiceException && error.name === 'NoSuchKey') return null;
      throw error;
    }
  },

  async streamFile(key, pieces, { contentType, downloadName }) {
    const { Upload } = await import('@aws-sdk/lib-storage');
    const params = {
      Bucket: bucket,
      Key: key,
      Body: Readable.from(pieces, { objectMode: false }),
      ContentType: contentType,
      CacheControl: ASKED_ANEW,
      ContentDisposition: savedAs(downloadName),
    };
    await new Upload({ client, params }).done();
  },
});

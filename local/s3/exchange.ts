import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import type { Readable } from 'node:stream';
import type { BucketWiring } from '../wiring/wiring.ts';
import type { Blobs } from './blobs.ts';
import type { MultipartUpload } from './multipart-uploads.ts';
import { noSuchBucket, S3Error } from './s3-error.ts';
import type { ObjectVersion } from './versions.ts';

/** A request to the gateway, taken apart. */
export interface S3Request {
  readonly method: string;
  /** Empty when the service itself is asked. */
  readonly bucket: string;
  /** Empty when a bucket is asked. Decoded. */
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: IncomingMessage;
}

/** An answer of the gateway; CORS headers are added when it is written. */
export interface S3Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | number>>;
  /** XML, or the bytes of an object as they come. */
  readonly body?: string | Readable;
}

/** What the operations work with. */
export interface GatewayContext {
  readonly buckets: ReadonlyMap<string, BucketWiring>;
  readonly database: DatabaseSync;
  readonly blobs: Blobs;
  /** Milliseconds. */
  readonly now: () => number;
  /** Told of each new version once it is kept, with its events waiting to be delivered. */
  readonly announce: (version: ObjectVersion) => void;
}

/** One operation of S3. Throws S3Error for what S3 would refuse; anything else is our own fault. */
export type Operation = (request: S3Request, context: GatewayContext) => Promise<S3Reply> | S3Reply;

/** A good answer whose body is an XML document. */
export const xmlReply = (body: string): S3Reply => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body,
});

/** The bucket asked for. Throws S3Error when there is none of that name. */
export function bucketOf({ bucket }: S3Request, { buckets }: GatewayContext): BucketWiring {
  const found = buckets.get(bucket);
  if (found === undefined) throw noSuchBucket(bucket);
  return found;
}

/** Throws S3Error unless the upload in parts is one of this bucket and key. */
export function assertSameObject(
  upload: MultipartUpload | undefined,
  { bucket, key }: S3Request,
): asserts upload is MultipartUpload {
  if (upload?.bucket === bucket && upload.key === key) return;
  throw new S3Error(
    404,
    'NoSuchUpload',
    '没有这个分段上传，或已中止 / there is no such multipart upload, or it was aborted',
  );
}

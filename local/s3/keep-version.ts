import { randomBytes } from 'node:crypto';
import { accepted } from './blobs.ts';
import { inOneStep } from './database.ts';
import type { GatewayContext } from './exchange.ts';
import { post } from './outbox.ts';
import { noSuchBucket, S3Error } from './s3-error.ts';
import { type Creation, messagesOf } from './s3-events.ts';
import { addVersion, type ObjectVersion } from './versions.ts';

/** A version whose bytes lie in the store, and which nobody knows of yet. */
export interface StoredBytes {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  readonly contentType: string;
}

/** 32 characters, as S3 hands them out. */
export const newVersionId = (): string => randomBytes(24).toString('base64url');

/**
 * Makes stored bytes the newest version of their key and lays down the events it causes, in one
 * durable step: the client hears “done” only after this, and a kill before it leaves bytes that
 * belong to nothing.
 */
export async function keepVersion(
  context: GatewayContext,
  stored: StoredBytes,
  creation: Creation,
): Promise<ObjectVersion> {
  const { bucket: name, versionId } = stored;
  const bucket = context.buckets.get(name);
  if (bucket === undefined) throw noSuchBucket(name);
  const head = await context.blobs.send({ method: 'HEAD', bucket: name, name: versionId });
  await accepted(head);
  const { etag, 'content-length': size } = head.headers;
  if (etag === undefined || size === undefined) {
    throw new S3Error(
      500,
      'InternalError',
      `版本 ${versionId} 没有大小 / a version without a size`,
    );
  }
  const version = inOneStep(context.database, () => {
    const added = addVersion(
      context.database,
      { ...stored, etag, size: Number(size), deleteMarker: false },
      context.now(),
    );
    post(context.database, messagesOf(bucket, added, creation));
    return added;
  });
  context.announce(version);
  return version;
}

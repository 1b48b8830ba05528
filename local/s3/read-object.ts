import { accepted } from './blobs.ts';
import { bucketOf, type GatewayContext, type Operation, type S3Request } from './exchange.ts';
import { noSuchBucket, noSuchKey, noSuchVersion, S3Error } from './s3-error.ts';
import { newestVersion, type ObjectVersion, versionById } from './versions.ts';

/**
 * The version that a read means: the one named, else the newest. Throws S3Error when there is none,
 * or when it is a delete marker.
 */
export function objectRead(
  { buckets, database }: GatewayContext,
  bucket: string,
  key: string,
  versionId: string | null,
): ObjectVersion {
  if (!buckets.has(bucket)) throw noSuchBucket(bucket);
  if (versionId === null) {
    const newest = newestVersion(database, bucket, key);
    if (newest === undefined) throw noSuchKey(key);
    if (newest.deleteMarker) {
      const { status, code, message } = noSuchKey(key);
      throw new S3Error(status, code, message, markerHeaders(newest));
    }
    return newest;
  }
  const version = versionById(database, bucket, key, versionId);
  if (version === undefined) throw noSuchVersion(versionId);
  if (version.deleteMarker) {
    throw new S3Error(
      405,
      'MethodNotAllowed',
      '这个版本是删除标记 / this version is a delete marker',
      markerHeaders(version),
    );
  }
  return version;
}

const markerHeaders = ({ versionId }: ObjectVersion): Record<string, string> => ({
  'x-amz-delete-marker': 'true',
  'x-amz-version-id': versionId,
});

/** GetObject and HeadObject, of the newest or of exactly the version asked for. */
export const readObject: Operation = async (request, context) => {
  bucketOf(request, context);
  const { method, bucket, key, query, headers } = request;
  const version = objectRead(context, bucket, key, query.get('versionId'));
  const part = query.get('partNumber');
  const answer = await context.blobs.send({
    method,
    bucket,
    name: version.versionId,
    query: part === null ? '' : `?partNumber=${encodeURIComponent(part)}`,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => ASKED.test(name))),
  });
  const status = answer.statusCode ?? 500;
  if (status >= 400) await accepted(answer);
  return {
    status,
    headers: {
      ...Object.fromEntries(Object.entries(answer.headers).filter(([name]) => TOLD.test(name))),
      'accept-ranges': 'bytes',
      'content-type': version.contentType,
      'last-modified': new Date(version.time).toUTCString(),
      'x-amz-version-id': version.versionId,
      ...overrides(request),
    } as Record<string, string>,
    body: answer,
  };
};

const ASKED = /^(range|if-.*|x-amz-checksum-mode)$/;
const TOLD = /^(etag|content-(length|range|disposition|language|encoding)|cache-control|x-amz-.*)$/;

/** What a presigned link asks the answer to say, e.g. the name under which a browser saves it. */
function overrides({ query }: S3Request): Record<string, string> {
  const asked: Record<string, string> = {};
  for (const name of ['type', 'disposition', 'language', 'encoding'] as const) {
    const value = query.get(`response-content-${name}`);
    if (value !== null) asked[`content-${name}`] = value;
  }
  const cache = query.get('response-cache-control');
  return cache === null ? asked : { ...asked, 'cache-control': cache };
}

import { accepted } from './blobs.ts';
import { bodyToStore } from './body-to-store.ts';
import {
  bucketOf,
  type GatewayContext,
  type Operation,
  type S3Reply,
  type S3Request,
  xmlReply,
} from './exchange.ts';
import { keepVersion, newVersionId } from './keep-version.ts';
import { objectRead } from './read-object.ts';
import { S3Error } from './s3-error.ts';
import { element, xmlDocument } from './xml.ts';

/** The type of an object whose sender states none. */
export const DEFAULT_TYPE = 'application/octet-stream';

/** PutObject, or CopyObject when the request names a source. */
export const putObject: Operation = async (request, context) => {
  bucketOf(request, context);
  refuseConditions(request);
  return request.headers['x-amz-copy-source'] === undefined
    ? storeBody(request, context)
    : copyObject(request, context);
};

async function storeBody(request: S3Request, context: GatewayContext): Promise<S3Reply> {
  const stored = await bodyToStore(request);
  const versionId = newVersionId();
  const { bucket, key } = request;
  const answer = await context.blobs.send({
    method: 'PUT',
    bucket,
    name: versionId,
    ...stored,
  });
  await accepted(answer);
  const contentType = request.headers['content-type'] ?? DEFAULT_TYPE;
  const version = await keepVersion(context, { bucket, key, versionId, contentType }, 'Put');
  return {
    status: 200,
    headers: { ...checksumsOf(answer.headers), etag: version.etag, 'x-amz-version-id': versionId },
  };
}

/** The `x-amz-checksum-…` headers of the store's answer, for the client to compare with its own. */
export const checksumsOf = (headers: S3Request['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.startsWith('x-amz-checksum')) as [
      string,
      string,
    ][],
  );

async function copyObject(request: S3Request, context: GatewayContext): Promise<S3Reply> {
  const source = copySource(request, context);
  const versionId = newVersionId();
  const { bucket, key, headers } = request;
  const answer = await context.blobs.send({
    method: 'PUT',
    bucket,
    name: versionId,
    headers: { ...headers, 'content-length': '0', 'x-amz-copy-source': blobPath(source) },
  });
  await accepted(answer);
  const replaced = headers['x-amz-metadata-directive'] === 'REPLACE';
  const contentType = replaced ? (headers['content-type'] ?? DEFAULT_TYPE) : source.contentType;
  const version = await keepVersion(context, { bucket, key, versionId, contentType }, 'Copy');
  const result = xmlReply(
    xmlDocument(
      element('CopyObjectResult', [
        element('ETag', version.etag),
        element('LastModified', version.time),
      ]),
    ),
  );
  return {
    ...result,
    headers: {
      ...result.headers,
      'x-amz-version-id': versionId,
      'x-amz-copy-source-version-id': source.versionId,
    },
  };
}

/** The version that `x-amz-copy-source` names. Throws S3Error when there is none. */
export function copySource({ headers }: S3Request, context: GatewayContext) {
  const [path = '', query = ''] = String(headers['x-amz-copy-source']).split('?');
  const [bucket = '', ...rest] = decodeURIComponent(path).replace(/^\//, '').split('/');
  const versionId = new URLSearchParams(query).get('versionId');
  return objectRead(context, bucket, rest.join('/'), versionId);
}

/** Where the store keeps the bytes of a version, as a copy source names it. */
export const blobPath = ({ bucket, versionId }: { bucket: string; versionId: string }): string =>
  `/${bucket}/${versionId}`;

/** Nothing here can keep the promise of a conditional write, so it is not given. */
export function refuseConditions({ headers }: S3Request): void {
  if (headers['if-match'] !== undefined || headers['if-none-match'] !== undefined) {
    throw new S3Error(
      501,
      'NotImplemented',
      '本机系统不支持带条件的写入 / conditional writes are not supported by the local system',
    );
  }
}

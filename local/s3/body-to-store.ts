import { createHash } from 'node:crypto';
import { CHUNK_MARKS, LARGEST_BODY } from './blobs.ts';
import { chunkedContent } from './chunked-body.ts';
import type { S3Request } from './exchange.ts';
import { readBody } from './read-body.ts';
import { incompleteBody, S3Error } from './s3-error.ts';

/** A body for the store, with the headers that say how to read it. */
export interface BodyToStore {
  readonly headers: S3Request['headers'];
  /** As it came, chunked or not. */
  readonly body: Buffer;
}

/**
 * The body of a PUT, read whole and compared with what its headers say of it before the store sees a
 * byte. Throws S3Error for what S3 would refuse, and for what is larger than the store takes.
 */
export async function bodyToStore(request: S3Request): Promise<BodyToStore> {
  const headers = bodyHeaders(request);
  const length = contentLength(headers);
  if (length > LARGEST_BODY) throw tooLarge(request);
  if (Buffer.byteLength(request.key) > 1024) {
    throw new S3Error(400, 'KeyTooLongError', '键超过 1024 字节 / the key exceeds 1024 bytes');
  }
  const body = await readBody(request.body, LARGEST_BODY + CHUNK_MARKS, () => tooLarge(request));
  const content = isChunked(headers) ? chunkedContent(body) : body;
  if (content.length !== length) throw incompleteBody();
  assertDigest(headers, content);
  return { headers, body };
}

/** Some clients send a body in signed chunks and say so in the digest alone. */
function bodyHeaders({ headers }: S3Request): S3Request['headers'] {
  const chunked = String(headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  return chunked ? { ...headers, 'content-encoding': 'aws-chunked' } : headers;
}

const isChunked = (headers: S3Request['headers']): boolean =>
  headers['content-encoding']?.includes('aws-chunked') ?? false;

/** Bytes of content that the headers declare. Throws S3Error when they do not. */
function contentLength(headers: S3Request['headers']): number {
  const decoded = headers['x-amz-decoded-content-length'];
  const length = isChunked(headers) ? decoded : (decoded ?? headers['content-length']);
  if (length !== undefined) return Number(length);
  throw new S3Error(
    411,
    'MissingContentLength',
    '请求须带 Content-Length / the request needs a Content-Length',
  );
}

const tooLarge = ({ key }: S3Request): S3Error =>
  new S3Error(
    400,
    'EntityTooLarge',
    `${key}：本机系统单次上传不到 11 MiB，更大的文件请用分段上传（aws s3 cp 会自动分段） / the local system takes just under 11 MiB in one request: use a multipart upload (aws s3 cp does)`,
  );

const MD5_BYTES = 16;

function assertDigest(headers: S3Request['headers'], content: Buffer): void {
  const declared = headers['content-md5'];
  if (declared === undefined) return;
  const expected = Buffer.from(String(declared), 'base64');
  if (expected.length !== MD5_BYTES) {
    throw new S3Error(
      400,
      'InvalidDigest',
      'Content-MD5 不是 MD5 值 / the Content-MD5 is no MD5 digest',
    );
  }
  if (!createHash('md5').update(content).digest().equals(expected)) {
    throw new S3Error(
      400,
      'BadDigest',
      '内容与 Content-MD5 不符，可能在途中损坏，请重新上传 / the content does not match its Content-MD5, it may have been damaged on the way: send it again',
    );
  }
}

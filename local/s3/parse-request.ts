import type { IncomingMessage } from 'node:http';
import type { S3Request } from './exchange.ts';
import { S3Error } from './s3-error.ts';

/**
 * Takes a request apart, whether the bucket stands in the path (`127.0.0.1/bucket/key`) or in the
 * host name (`bucket.localhost/key`), as some clients prefer it.
 */
export function parseRequest(
  incoming: IncomingMessage,
  buckets: ReadonlyMap<string, unknown>,
): S3Request {
  const [path = '/', search = ''] = (incoming.url ?? '/').split(/\?(.*)/s, 2);
  const [host = ''] = (incoming.headers.host ?? '').split('.');
  const [first = '', ...rest] = path.slice(1).split('/');
  const inHost = buckets.has(host);
  return {
    method: incoming.method ?? 'GET',
    bucket: inHost ? host : decoded(first),
    key: decoded(inHost ? path.slice(1) : rest.join('/')),
    query: new URLSearchParams(search),
    headers: incoming.headers,
    body: incoming,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error(400, 'InvalidURI', `地址编码有误 / the address is not well encoded: ${text}`);
  }
}

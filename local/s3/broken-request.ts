import type { Duplex } from 'node:stream';
import { errorDocument, incompleteBody, S3Error } from './s3-error.ts';

/** How Node's parser says that the client closed its side in the middle of a request. */
const BROKE_OFF = 'HPE_INVALID_EOF_STATE';

/** Answers a request that broke off, or is no HTTP, while its client still listens. */
export function refuseBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const refusal =
    error.code === BROKE_OFF
      ? incompleteBody()
      : new S3Error(400, 'BadRequest', '请求不是正确的 HTTP / the request is no proper HTTP');
  const body = errorDocument(refusal);
  const head = [
    'HTTP/1.1 400 Bad Request',
    'connection: close',
    'content-type: application/xml',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

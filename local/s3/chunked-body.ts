import { incompleteBody } from './s3-error.ts';

const LINE_END = '\r\n';

/**
 * The content of a body in S3's own chunks: `<hex size>[;signature]`, that many bytes, and so on until
 * a chunk of size 0; checksums may trail it. Throws S3Error when it breaks off or is no such body.
 */
export function chunkedContent(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let offset = 0;
  for (;;) {
    const headEnd = body.indexOf(LINE_END, offset);
    if (headEnd === -1) throw incompleteBody();
    const size = chunkSize(body.toString('latin1', offset, headEnd));
    if (size === 0) return Buffer.concat(chunks);
    const start = headEnd + LINE_END.length;
    const end = start + size;
    if (body.toString('latin1', end, end + LINE_END.length) !== LINE_END) throw incompleteBody();
    chunks.push(body.subarray(start, end));
    offset = end + LINE_END.length;
  }
}

function chunkSize(head: string): number {
  const [, size] = /^([0-9a-f]{1,8})(;|$)/i.exec(head) ?? [];
  if (size === undefined) throw incompleteBody();
  return Number.parseInt(size, 16);
}

import type { IncomingMessage } from 'node:http';
import { incompleteBody, S3Error } from './s3-error.ts';

/**
 * The whole body of a request. Throws S3Error when the client goes away in the middle, and what
 * `tooLarge` makes when there are more than `most` bytes.
 */
export async function readBody(
  body: IncomingMessage,
  most: number,
  tooLarge: () => S3Error,
): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > most) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof S3Error || body.complete) throw error;
    throw incompleteBody();
  }
  return Buffer.concat(chunks);
}

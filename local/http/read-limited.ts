import type { Readable } from 'node:stream';

/**
 * All bytes of a body; null if they are more than `limit`. Those are read all the same: a browser
 * that is cut off in the middle does not get to see the answer.
 */
export async function readLimited(body: Readable, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? null : Buffer.concat(chunks);
}

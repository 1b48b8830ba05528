import * as z from 'zod';
import type { ApiPorts } from '../../shared/api-ports.ts';
import { json } from './answer.ts';
import { Refusal } from './refusal.ts';
import { downloadSchema } from './schemas.ts';

/** Bytes that go through the API; what is larger is fetched from the bucket. */
const DIRECT_BYTES = 4 * 1024 * 1024;

/** Seconds that an address of an output is good for. */
const LINK_SECONDS = 5 * 60;

/** How somebody wants a file of the outputs bucket. */
export const handOutQuery = z.object({
  /** `link`: an address that needs no token for five minutes, instead of the file. */
  as: z.enum(['file', 'link']).default('file'),
});

/** A file of the outputs bucket to whoever may have it; refuses one that is not there. */
export async function handOut(
  key: string,
  as: 'file' | 'link',
  { downloads, clock }: Pick<ApiPorts, 'downloads' | 'clock'>,
): Promise<Response> {
  const described = await downloads.describeOutput(key);
  if (described === null) throw new Refusal('not-there');
  if (as === 'file' && described.size <= DIRECT_BYTES) {
    const output = await downloads.openOutput(key);
    if (output === null) throw new Refusal('not-there');
    const { contentType, disposition } = output;
    return new Response(Buffer.from(output.bytes), {
      headers: { 'content-type': contentType, 'content-disposition': disposition },
    });
  }
  const url = await downloads.linkToOutput(key, LINK_SECONDS);
  if (as === 'file') return new Response(null, { status: 302, headers: { location: url } });
  const expiresAt = new Date(clock.now().getTime() + LINK_SECONDS * 1000).toISOString();
  return json(downloadSchema, { url, expiresAt });
}

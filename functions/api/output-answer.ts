import * as z from 'zod';
import type { ApiPorts } from '../../shared/api-ports.ts';
import { json } from './answer.ts';
import { Refusal } from './refusal.ts';
import { downloadSchema } from './schemas.ts';

/** Bytes that go through the API; what is larger is fetched from the bucket. */
const DIRECT_BYTES = 4 * 1024 * 1024;

/** Seconds that an address of an output is good for. */
const LINK_SECONDS = 5 * 60;

/** How an output is asked for. `link`: an address that needs no token for five minutes, instead of the file. */
export const asSchema = z.enum(['file', 'link']).default('file');

/** What a route says that answers with an output. */
export const OUTPUT_SAYS = {
  zh: '文件；4 MB 以上的答 302，转到存储桶',
  en: 'The file; 302 to the bucket for one of more than 4 MB',
} as const;

/** An output for whoever may have it; refuses one that is not there. */
export async function outputAnswer(
  key: string | undefined,
  as: z.infer<typeof asSchema>,
  { downloads, clock }: Pick<ApiPorts, 'downloads' | 'clock'>,
): Promise<Response> {
  const described = key === undefined ? null : await downloads.describeOutput(key);
  if (key === undefined || described === null) throw new Refusal('not-there');
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

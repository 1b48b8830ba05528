import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import type { SiteReply, SiteRequest } from './exchange.ts';

/** Files out of buckets, over connections that are kept. */
export interface BucketOrigin {
  /** The answer of the bucket to a path, whatever its status. */
  readonly fetch: (bucket: string, path: string, asked: SiteRequest) => Promise<SiteReply>;
  readonly close: () => void;
}

/** Speaks to the S3 server at `endpoint`. */
export function bucketOrigin(endpoint: string): BucketOrigin {
  const agent = new Agent({ keepAlive: true });
  return {
    async fetch(bucket, path, { method, headers }) {
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        request(`${endpoint}/${bucket}${path}`, { method, agent, headers: passedOn(headers) })
          .once('response', resolve)
          .once('error', reject)
          .end();
      });
      return { status: answer.statusCode ?? 500, headers: told(answer.headers), body: answer };
    },
    close: () => agent.destroy(),
  };
}

/** What a cache asks on behalf of a browser; the tag is the bucket's, however it was sent on. */
const passedOn = ({ range, ...headers }: IncomingHttpHeaders): Record<string, string> => ({
  ...(range !== undefined && { range }),
  ...(headers['if-none-match'] !== undefined && {
    'if-none-match': headers['if-none-match'].replaceAll('W/', ''),
  }),
  ...(headers['if-modified-since'] !== undefined && {
    'if-modified-since': headers['if-modified-since'],
  }),
});

/** Not of the connection between here and the bucket. */
const OF_THE_CONNECTION = /^(connection|keep-alive|transfer-encoding|date)$/;

const told = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !OF_THE_CONNECTION.test(name))
      .map(([name, value]) => [name, String(value)]),
  );

import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { PublicCaches } from '../shared/ports.ts';

/*
 * CloudFront's CreateInvalidation (API of 2020-05-31): one request of XML, signed by hand. The SDK's client
 * of CloudFront would weigh more than the rest of the function.
 */

/** Keys of AWS, as the SDK finds them. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** What the caches of a distribution are spoken to with. */
export interface CloudFront {
  /** Id of the distribution. */
  readonly distribution: string;
  readonly credentials: () => Promise<AwsCredentials>;
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  /** A new one each time: CloudFront takes a second order of the same reference for the first. */
  readonly reference?: () => string;
}

/** CloudFront is one for all regions. */
const HOST = 'cloudfront.amazonaws.com';
const REGION = 'us-east-1';
const SERVICE = 'cloudfront';
const NAMESPACE = 'http://cloudfront.amazonaws.com/doc/2020-05-31/';

/** Paths that one request takes. */
const MOST_PATHS = 3000;

/** Nothing keeps copies: there is no CDN before the bucket, or one of the operator's own. */
export const NO_CACHES: PublicCaches = { forget: async () => {} };

/** The caches of a CloudFront distribution. Throws when it does not take an order; asked again, it takes it. */
export const cloudFrontCaches = (cloudFront: CloudFront): PublicCaches => ({
  async forget(keys) {
    for (let from = 0; from < keys.length; from += MOST_PATHS) {
      await invalidate(keys.slice(from, from + MOST_PATHS), cloudFront);
    }
  },
});

async function invalidate(keys: readonly string[], cloudFront: CloudFront): Promise<void> {
  const { distribution, credentials, now = () => new Date(), reference = randomUUID } = cloudFront;
  const path = `/2020-05-31/distribution/${distribution}/invalidation`;
  const body = orderOf(keys, reference());
  const headers = signed(path, body, await credentials(), now());
  const answer = await (cloudFront.fetch ?? fetch)(`https://${HOST}${path}`, {
    method: 'POST',
    headers,
    body,
  });
  if (answer.status === 201) return;
  const code = /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1] ?? '';
  throw new Error(`CloudFront did not take an invalidation: ${answer.status} ${code}`);
}

/** Keys are of letters, digits and `/.-_` alone, which XML and paths take as they are. */
const orderOf = (keys: readonly string[], reference: string): string => {
  const paths = keys.map((key) => `<Path>/${key}</Path>`).join('');
  return (
    `<?xml version="1.0" encoding="UTF-8"?><InvalidationBatch xmlns="${NAMESPACE}"><Paths>` +
    `<Quantity>${keys.length}</Quantity><Items>${paths}</Items></Paths>` +
    `<CallerReference>${reference}</CallerReference></InvalidationBatch>`
  );
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** The headers of a request, its signature (AWS Signature Version 4) among them. */
function signed(
  path: string,
  body: string,
  { accessKeyId, secretAccessKey, sessionToken }: AwsCredentials,
  now: Date,
): Record<string, string> {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const day = time.slice(0, 'yyyymmdd'.length);
  const headers: Record<string, string> = {
    'content-type': 'application/xml',
    host: HOST,
    'x-amz-date': time,
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
  };
  const names = Object.keys(headers).sort().join(';');
  const lines = Object.entries(headers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value}\n`)
    .join('');
  const request = ['POST', path, '', lines, names, sha256(body)].join('\n');
  const scope = `${day}/${REGION}/${SERVICE}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(request)].join('\n');
  const key = [day, REGION, SERVICE, 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${secretAccessKey}`,
  );
  const signature = hmac(key, toSign).toString('hex');
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  };
}

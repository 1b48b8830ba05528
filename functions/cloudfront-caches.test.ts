import { expect, test } from 'vitest';
import { cloudFrontCaches } from './cloudfront-caches.ts';

const credentials = async () => ({
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  sessionToken: 'token',
});

/** Caches that answer with a status, and what they were asked. */
function cachesThat(status: number, body = '') {
  const asked: { url: string; headers: Record<string, string>; body: string }[] = [];
  const answer = (async (url: string, request: (typeof asked)[number]) => {
    asked.push({ url, headers: request.headers, body: request.body });
    return new Response(body, { status });
  }) as unknown as typeof fetch;
  const now = () => new Date('2022-04-01T02:03:04.567Z');
  return {
    asked,
    caches: cloudFrontCaches({ distribution: 'E1', credentials, fetch: answer, now }),
  };
}

test('every key is to be forgotten, by a request of its own reference, signed for CloudFront', async () => {
  const { asked, caches } = cachesThat(201);
  await caches.forget(['files/a.pdf', '2021/LG-FGJ/index.html']);
  await caches.forget(['files/a.pdf']);
  const [first, second] = asked;
  expect(first?.url).toBe(
    'https://cloudfront.amazonaws.com/2020-05-31/distribution/E1/invalidation',
  );
  expect(first?.body).toContain(
    '<Paths><Quantity>2</Quantity><Items><Path>/files/a.pdf</Path><Path>/2021/LG-FGJ/index.html</Path></Items></Paths>',
  );
  const referenceOf = (text = '') => /<CallerReference>(.+)<\/CallerReference>/.exec(text)?.[1];
  expect(referenceOf(first?.body)).toBeTruthy();
  // Under the same reference CloudFront would take the second for the first, and do nothing.
  expect(referenceOf(first?.body)).not.toBe(referenceOf(second?.body));
  expect(first?.headers).toMatchObject({
    host: 'cloudfront.amazonaws.com',
    'x-amz-date': '20220401T020304Z',
    'x-amz-security-token': 'token',
  });
  expect(first?.headers['authorization']).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/20220401\/us-east-1\/cloudfront\/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$/,
  );
});

test('is signed as the SDK would sign it', async () => {
  const headers: Record<string, string> = {};
  const answer = async (_url: string, request: { headers: Record<string, string> }) => {
    Object.assign(headers, request.headers);
    return new Response('', { status: 201 });
  };
  await cloudFrontCaches({
    distribution: 'E1',
    credentials,
    now: () => new Date('2022-04-01T02:03:04.567Z'),
    reference: () => 'reference',
    fetch: answer as unknown as typeof fetch,
  }).forget(['files/a.pdf']);
  // By @smithy/signature-v4 5.7.5 for the same request.
  expect(headers['authorization']).toContain(
    'Signature=06b19023ffc84def87c3e1c23a67b2232c269e8b8fc85f3fb2a28878ae6caf5b',
  );
});

test('an order that is not taken is thrown, by its code alone', async () => {
  const { caches } = cachesThat(
    400,
    '<ErrorResponse><Error><Code>TooManyInvalidationsInProgress</Code></Error></ErrorResponse>',
  );
  await expect(caches.forget(['files/a.pdf'])).rejects.toThrow(
    /400 TooManyInvalidationsInProgress$/,
  );
});

test('nothing to forget asks nothing', async () => {
  const { asked, caches } = cachesThat(201);
  await caches.forget([]);
  expect(asked).toEqual([]);
});

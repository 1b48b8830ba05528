import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestSite, type TestSite } from './site-for-tests.ts';

/* The portal's files as a browser gets them: from a bucket, through the behaviours of a distribution. */

const IMMUTABLE = 'public, max-age=31536000, immutable';
const script = `console.log('${'绩效'.repeat(600)}');`;
let site: TestSite;

beforeAll(async () => {
  site = await startTestSite("return 'from the API';");
  await site.put('index.html', '<title>门户</title>', 'text/html; charset=utf-8', 'no-cache');
  await site.put('assets/app-1a2b.js', script, 'text/javascript; charset=utf-8', IMMUTABLE);
  await site.put('logo.png', Buffer.alloc(2000, 7), 'image/png', 'no-cache');
});

afterAll(() => site.stop());

test.each(['/', '/index.html', '/submissions/2021/LG-FGJ', '/历史', '/%E5%8E%86%E5%8F%B2?page=2'])(
  '%s is drawn by index.html, which is asked for anew each time',
  async (path) => {
    const { status, headers, text } = await site.ask(encodeURI(decodeURI(path)));
    expect([status, text]).toEqual([200, '<title>门户</title>']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
  },
);

test('a file with a hash in its name may be kept for ever', async () => {
  const { status, headers, text } = await site.ask('/assets/app-1a2b.js');
  expect([status, text, headers['cache-control']]).toEqual([200, script, IMMUTABLE]);
});

test('a file that is not there is not found, and no page is shown instead', async () => {
  const { status, text } = await site.ask('/assets/app-0000.js');
  expect(status).toBe(404);
  expect(text).not.toContain('门户');
});

test('every answer carries the headers of the distribution; buckets are named as they are here', async () => {
  const s3Host = new URL(site.s3).host;
  for (const path of ['/', '/assets/app-0000.js', '/api/any']) {
    expect((await site.ask(path)).headers).toMatchObject({
      'content-security-policy': `connect-src 'self' ${s3Host}`,
      'x-content-type-options': 'nosniff',
    });
  }
});

test('a browser that leaves in the middle of a file is no fault, and none is logged', async () => {
  await site.put('video.bin', Buffer.alloc(8_000_000, 7), 'application/octet-stream', 'no-cache');
  const before = site.logged.length;
  const request = get(`${site.endpoint}/video.bin`);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  await once(response, 'data');
  response.destroy();
  await pause(200);
  expect(site.logged.slice(before)).toEqual([]);
});

describe('nothing leads out of the origin', () => {
  test.each([
    '/..%2f..%2fetc%2fpasswd.txt',
    '/..%2F..%2Fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/../../package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets//..//..//package.json',
    '//127.0.0.1/package.json',
    '/assets/%00.js',
  ])('%s is a file that is not there', async (target) => {
    expect((await site.ask(target)).status).toBe(404);
  });

  test.each(['*', 'http://127.0.0.1:1/x'])('%s is no path', async (target) => {
    expect((await site.ask(target)).status).toBe(400);
  });

  test('a path that turns back into the API is the API’s', async () => {
    expect((await site.ask('/assets/../api/any')).text).toBe('from the API');
  });

  test('a name that merely points here is turned away', async () => {
    const { status } = await site.ask('/', { headers: { host: 'portal.example.org' } });
    expect(status).toBe(421);
  });
});

describe('what a browser has already', () => {
  test('HEAD tells all but the bytes', async () => {
    const { status, headers, text } = await site.ask('/logo.png', { method: 'HEAD' });
    expect([status, headers['content-length'], text]).toEqual([200, '2000', '']);
  });

  test('is not sent again when its tag still holds, packed or not', async () => {
    for (const encoding of ['identity', 'br']) {
      const first = await site.ask('/assets/app-1a2b.js', {
        headers: { 'accept-encoding': encoding },
      });
      const again = await site.ask('/assets/app-1a2b.js', {
        headers: { 'accept-encoding': encoding, 'if-none-match': String(first.headers['etag']) },
      });
      expect([again.status, again.text]).toEqual([304, '']);
    }
  });

  test('a range of a file comes alone', async () => {
    const { status, headers, text } = await site.ask('/assets/app-1a2b.js', {
      headers: { range: 'bytes=0-10', 'accept-encoding': 'br' },
    });
    expect([status, text]).toEqual([206, 'console.log']);
    expect(headers['content-range']).toMatch(/^bytes 0-10\//);
  });
});

describe('packing', () => {
  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
  ])('%s is answered by %s', async (accepted, encoding) => {
    const { headers, text } = await site.ask('/assets/app-1a2b.js', {
      headers: { 'accept-encoding': accepted },
    });
    expect([headers['content-encoding'], text]).toEqual([encoding, script]);
    expect(headers['vary']).toBe('Accept-Encoding');
  });

  test.each(['/logo.png', '/'])('%s is not worth it', async (path) => {
    const { headers } = await site.ask(path, { headers: { 'accept-encoding': 'br' } });
    expect(headers['content-encoding']).toBeUndefined();
  });
});

test.each(['POST', 'PUT', 'DELETE'])('files cannot be changed by %s', async (method) => {
  expect((await site.ask('/index.html', { method })).status).toBe(403);
});

test('a portal that was never built says how', async () => {
  const bare = await startTestSite('return {};');
  const { status, text, headers } = await bare.ask('/');
  await bare.stop();

  expect(status).toBe(503);
  expect(text).toContain('npm run build:portal');
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
});

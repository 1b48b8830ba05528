import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestSite, type TestSite } from './site-for-tests.ts';

/* An HTTP API before a real function, as API Gateway would call it and answer for it. */

/** Does what the header `x-do` says; tells the event by default. */
const FIXTURE = `
  switch (event.headers['x-do']) {
    case 'throw': throw new Error('no such thing');
    case 'die': process.exit(3);
    case 'wait': await new Promise((resolve) => setTimeout(resolve, 3000)); return {};
    case 'plain': return { ok: true };
    case 'grow': return { statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024) };
    case 'nonsense': return { statusCode: 200, body: { no: 'text' } };
    case 'split': return { statusCode: 200, headers: { 'x-a': 'b\\r\\nx-c: d' } };
    case 'empty': return { statusCode: 204 };
    case 'file': return {
      statusCode: 201,
      headers: { 'Content-Type': 'application/pdf', 'X-Count': 3 },
      cookies: ['a=1; HttpOnly', 'b=2'],
      body: Buffer.from([0, 255, 128]).toString('base64'),
      isBase64Encoded: true,
    };
    default: return { statusCode: 200, body: JSON.stringify({ event, pid: process.pid }) };
  }`;

let site: TestSite;

beforeAll(async () => {
  site = await startTestSite(FIXTURE);
});

afterAll(() => site.stop());

const does = (what: string) => site.ask('/api/any', { headers: { 'x-do': what } });
const eventOf = async (...asked: Parameters<TestSite['ask']>) =>
  JSON.parse((await site.ask(...asked)).text).event;

describe('the event', () => {
  test('tells of route, path, query, headers and cookies as payload 2.0 does', async () => {
    const event = await eventOf('/api/units/%E9%BE%99%E5%B2%97%2F1?a=1&a=2&b=%20x', {
      headers: { cookie: 'one=1; two=2', 'X-Twice': ['1', '2'], authorization: 'Bearer t' },
    });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /api/{proxy+}',
      rawPath: '/api/units/龙岗/1',
      rawQueryString: 'a=1&a=2&b=%20x',
      queryStringParameters: { a: '1,2', b: ' x' },
      pathParameters: { proxy: 'units/龙岗/1' },
      cookies: ['one=1', 'two=2'],
      headers: {
        'x-twice': '1,2',
        authorization: 'Bearer t',
        'x-forwarded-for': '127.0.0.1, 127.0.0.1',
      },
      isBase64Encoded: false,
      requestContext: { http: { method: 'GET', path: '/api/units/龙岗/1' }, stage: '$default' },
    });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.headers.host).toBe(event.requestContext.domainName);
    expect(event).not.toHaveProperty('body');
  });

  test.each([
    ['application/json', '{"单位":1}', false],
    ['text/csv; charset=utf-8', '单位,1', false],
    ['application/x-www-form-urlencoded', 'a=1', true],
    ['application/octet-stream', 'PK', true],
  ])('a body of %s: %s, in base64: %s', async (type, body, isBase64Encoded) => {
    const event = await eventOf('/api/any', {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(event.isBase64Encoded).toBe(isBase64Encoded);
    expect(Buffer.from(event.body, isBase64Encoded ? 'base64' : 'utf8').toString()).toBe(body);
  });

  test.each([
    ['GET', '/api/exact', 'GET /api/exact'],
    ['POST', '/api/exact', 'ANY /api/{proxy+}'],
    ['GET', '/api/slow/x', 'ANY /api/slow/{proxy+}'],
    ['GET', '/api/slow', 'ANY /api/{proxy+}'],
    ['GET', '/api/a%3Fb', 'ANY /api/{proxy+}'],
  ])('%s %s goes by the route %s', async (method, path, routeKey) => {
    expect(await eventOf(path, { method })).toMatchObject({ routeKey });
  });

  test.each(['/api/', '/api/%ff'])('%s has no route', async (path) => {
    const { status, text } = await site.ask(path);
    expect([status, text]).toEqual([404, '{"message":"Not Found"}']);
  });
});

describe('the answer', () => {
  test('brings status, headers, every cookie and bytes', async () => {
    const { status, headers, text } = await does('file');
    expect(status).toBe(201);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '3',
      'x-count': '3',
      'set-cookie': ['a=1; HttpOnly', 'b=2'],
    });
    expect(text).toBe(Buffer.from([0, 255, 128]).toString());
  });

  test('is made of a value without a status', async () => {
    const { status, headers, text } = await does('plain');
    expect([status, text]).toEqual([200, '{"ok":true}']);
    expect(headers['content-type']).toBe('application/json');
  });

  test('may be empty', async () => {
    const { status, headers } = await does('empty');
    expect([status, headers['content-length']]).toEqual([204, undefined]);
  });

  test('to HEAD has no body', async () => {
    const { status, headers, text } = await site.ask('/api/any', { method: 'HEAD' });
    expect([status, text]).toEqual([200, '']);
    expect(Number(headers['content-length'])).toBeGreaterThan(0);
  });
});

describe('what the gateway answers itself', () => {
  test.each(['throw', 'die', 'grow', 'nonsense', 'split'])(
    'a function that does “%s” is a failure, told in the log',
    async (what) => {
      const before = site.logged.length;
      const { status, text } = await does(what);
      expect([status, text]).toEqual([500, '{"message":"Internal Server Error"}']);
      expect(site.logged.slice(before).join()).toContain('ANY /api/{proxy+}');
      expect((await site.ask('/api/any')).status).toBe(200);
    },
  );

  test('a function that takes too long is not waited for', async () => {
    const { status, text } = await site.ask('/api/slow/x', { headers: { 'x-do': 'wait' } });
    expect([status, text]).toEqual([503, '{"message":"Service Unavailable"}']);
  });

  test.each([5 * 1024 * 1024, 11 * 1024 * 1024])(
    '%i bytes of a file are too much',
    async (size) => {
      const { status, text } = await site.ask('/api/any', {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: Buffer.alloc(size),
      });
      expect([status, text]).toEqual([413, '{"message":"Request Entity Too Large"}']);
    },
  );

  test('four megabytes are not', async () => {
    const { status, text } = await site.ask('/api/any', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-do': 'plain' },
      body: Buffer.alloc(4 * 1024 * 1024),
    });
    expect([status, text]).toEqual([200, '{"ok":true}']);
  });
});

test('a request under way finishes when the site stops, and no other begins', async () => {
  const other = await startTestSite(FIXTURE);
  const started = other.ask('/api/any', { headers: { 'x-do': 'plain' } });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const stopped = other.stopSite();

  expect((await started).status).toBe(200);
  await stopped;
  await expect(other.ask('/api/any')).rejects.toThrow(/ECONNREFUSED/);
  await other.stop();
});

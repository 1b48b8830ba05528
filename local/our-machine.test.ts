import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assertMayAsk } from './s3/cors.ts';
import { startTestGateway, type TestGateway } from './s3/gateway-for-tests.ts';
import { type StandIn, startDynamoDb, startQueuesAndBlobs } from './stand-ins.ts';

/* A browser on this machine runs pages from anywhere; none of them may speak to what stands in for AWS. */

let folder: string;
let gateway: TestGateway;
let dynamoDb: StandIn;
let queues: StandIn;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-machine-'));
  gateway = await startTestGateway();
  dynamoDb = await startDynamoDb(path.join(folder, 'tables'), 0);
  queues = await startQueuesAndBlobs(path.join(folder, 'queues'), 0);
});
afterAll(async () => {
  await Promise.all([gateway.stop(), dynamoDb.stop(), queues.stop()]);
  await rm(folder, { recursive: true });
});

/** Status and headers of an answer. The host can be any name that points here. */
const ask = (endpoint: string, method: string, headers: Record<string, string>) =>
  new Promise<{ status: number; allowed: unknown }>((resolve, reject) => {
    request(endpoint, { method, headers })
      .once('response', (answer) => {
        answer.resume();
        const allowed = answer.headers['access-control-allow-origin'];
        resolve({ status: answer.statusCode ?? 0, allowed });
      })
      .once('error', reject)
      .end();
  });

const SERVERS = [
  ['S3', () => `${gateway.endpoint}/jixiao-uploads?versions`],
  ['DynamoDB', () => dynamoDb.endpoint],
  ['SQS', () => `${queues.endpoint}/_fauxqs/queues`],
] as const;

describe.each(SERVERS)('%s', (_, endpoint) => {
  test('answers programs', async () => {
    expect((await ask(endpoint(), 'GET', {})).status).toBe(200);
  });

  test.each(['https://example.org', 'null', 'http://127.0.0.1.example.org'])(
    'answers no page of %s, and lets none try',
    async (origin) => {
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const asking = { origin, 'access-control-request-method': 'POST' };
        const { status, allowed } = await ask(endpoint(), method, asking);
        expect([method, status, allowed]).toEqual([method, 403, undefined]);
      }
    },
  );

  test('answers nobody who has let another name point here', async () => {
    for (const host of ['example.org:9000', 'jixiao-uploads.example.org', '127.0.0.1.nip.io']) {
      expect((await ask(endpoint(), 'GET', { host })).status).toBe(403);
    }
  });
});

test('“any origin” of a bucket means any of this machine', () => {
  const any = { methods: ['GET'], origins: ['*'], headers: ['*'], exposed: [], maxAge: null };
  expect(() => assertMayAsk([any], 'https://example.org')).toThrow('example.org');
  expect(() => assertMayAsk([any], 'http://localhost:4566')).not.toThrow();
});

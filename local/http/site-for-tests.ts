import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { functionPool } from '../lambda/function-pool.ts';
import { Bucket, startTestGateway } from '../s3/gateway-for-tests.ts';
import { bucketHost } from '../wiring/names.ts';
import type { BehaviourWiring, RouteWiring } from '../wiring/wiring.ts';
import { startSite } from './start-site.ts';

/** An answer as it came over the wire. */
export interface TestReply {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Unpacked. */
  readonly text: string;
}

/** A request as the test words it; nothing of the path is tidied up on the way. */
export interface TestRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

const PAGES = `function handler(event) {
  var request = event.request;
  if (request.uri.split('/').pop().indexOf('.') === -1) request.uri = '/index.html';
  return request;
}`;

const headers: BehaviourWiring['headers'] = [
  {
    name: 'content-security-policy',
    value: `connect-src 'self' ${bucketHost(Bucket)}`,
    override: false,
  },
  { name: 'x-content-type-options', value: 'nosniff', override: true },
];

const route = (key: string, timeout = 30_000): RouteWiring => {
  const [method = '', at = ''] = key.split(' ');
  return { key, method, path: at, function: 'fixture', timeout };
};

/** A site at work; its `stop` also removes what it made. */
export type TestSite = Awaited<ReturnType<typeof startTestSite>>;

/**
 * A site before a real S3 and a real function of this body; `event` is its parameter. Paths below
 * `/api/` go to the function, `/api/slow/…` with no more than a second of patience.
 */
export async function startTestSite(body: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'jixiao-site-'));
  await mkdir(path.join(folder, 'bundle'));
  await writeFile(
    path.join(folder, 'bundle/index.mjs'),
    `export async function handler(event) { ${body} }`,
  );
  const pool = functionPool(
    {
      name: 'fixture',
      folder: path.join(folder, 'bundle'),
      handler: 'index.handler',
      memoryMb: 128,
      timeout: 20,
      environment: {},
    },
    {},
    folder,
  );
  const gateway = await startTestGateway();
  const logged: string[] = [];
  const site = await startSite({
    site: {
      name: 'portal',
      rootObject: 'index.html',
      errorPages: new Map(),
      behaviours: [
        {
          pattern: '/api/*',
          methods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
          origin: { kind: 'api', api: 'http-api' },
          compress: false,
          rewrite: null,
          headers,
        },
        {
          pattern: '*',
          methods: ['GET', 'HEAD'],
          origin: { kind: 'bucket', bucket: Bucket },
          compress: true,
          rewrite: PAGES,
          headers,
        },
      ],
    },
    apis: [
      {
        name: 'http-api',
        routes: [
          route('ANY /api/{proxy+}'),
          route('ANY /api/slow/{proxy+}', 1000),
          route('GET /api/exact'),
        ],
      },
    ],
    buckets: [{ name: Bucket }],
    s3: gateway.endpoint,
    port: 0,
    invoke: (_name, event) => pool.invoke(event),
    log: (line) => logged.push(line),
  });
  return {
    s3: gateway.endpoint,
    endpoint: site.endpoint,
    logged,
    put: (Key: string, Body: string | Buffer, ContentType: string, CacheControl: string) =>
      gateway.s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, CacheControl })),
    ask: (target: string, asked: TestRequest = {}) => ask(site.endpoint, target, asked),
    stopSite: site.stop,
    async stop(): Promise<void> {
      await site.stop();
      await pool.stop();
      await gateway.stop();
      await rm(folder, { recursive: true });
    },
  };
}

function ask(
  endpoint: string,
  target: string,
  { method = 'GET', headers = {}, body }: TestRequest,
): Promise<TestReply> {
  const { hostname, port } = new URL(endpoint);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, path: target, method, headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      const text = unpacked(Buffer.concat(chunks), answer.headers['content-encoding']).toString();
      resolve({ status: answer.statusCode, headers: answer.headers, text });
    });
    outgoing.once('error', reject).end(body);
  });
}

function unpacked(bytes: Buffer, encoding: string | undefined): Buffer {
  if (bytes.length === 0) return bytes;
  if (encoding === 'br') return brotliDecompressSync(bytes);
  return encoding === 'gzip' ? gunzipSync(bytes) : bytes;
}

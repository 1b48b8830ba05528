import { beforeAll, expect, test, vi } from 'vitest';

/* The shell alone: what it answers without asking AWS. */

type Handler = typeof import('./handler.ts').handler;

let handler: Handler;
beforeAll(async () => {
  const queue = 'https://sqs.cn-north-1.amazonaws.com.cn/1/queue';
  for (const name of ['INTAKE', 'INTAKE_DEAD_LETTER', 'RENDER', 'SUMMARISE', 'PUBLISH']) {
    vi.stubEnv(`${name}_QUEUE_URL`, queue);
  }
  for (const name of [
    'SYSTEM_NAME',
    'TABLE_NAME',
    'UPLOADS_BUCKET',
    'OUTPUTS_BUCKET',
    'PUBLIC_BUCKET',
  ]) {
    vi.stubEnv(name, 'name');
  }
  vi.stubEnv('NOTICES_TOPIC_ARN', 'arn:aws-cn:sns:cn-north-1:1:notices');
  vi.stubEnv('AWS_REGION', 'cn-north-1');
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT');
  ({ handler } = await import('./handler.ts'));
});

const event = (rawPath: string) =>
  ({
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: '',
    headers: { host: 'api.example' },
    isBase64Encoded: false,
    requestContext: {
      domainName: 'api.example',
      http: { method: 'GET', path: rawPath, sourceIp: '192.0.2.7' },
    },
  }) as unknown as Parameters<Handler>[0];

test('answers an event of an HTTP API', async () => {
  const answer = await handler(event('/api/openapi.json'));
  expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: false });
  expect(JSON.parse(answer.body)).toMatchObject({ openapi: '3.1.0' });
});

test('turns away who is not signed in, with a problem document', async () => {
  const answer = await handler(event('/api/me'));
  expect(answer.statusCode).toBe(401);
  expect(JSON.parse(answer.body).type).toBe('/api/problems/not-signed-in');
});

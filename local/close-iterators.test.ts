import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CreateTableCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { Level } from 'level';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CREDENTIALS } from './credentials.ts';
import { type StandIn, startDynamoDb } from './stand-ins.ts';
import { REGION } from './wiring/names.ts';

/* Reading a table leaves nothing open in its store, which would keep on disk whatever is written over. */

const TableName = 'table';

let folder: string;
let server: StandIn;
let client: DynamoDBClient;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-iterators-'));
  server = await startDynamoDb(path.join(folder, 'tables'), 0);
  client = new DynamoDBClient({
    endpoint: server.endpoint,
    region: REGION,
    credentials: CREDENTIALS,
  });
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  const patience = { client, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.05 };
  await waitUntilTableExists(patience, { TableName });
  for (const sk of ['1', '2', '3']) {
    await client.send(new PutItemCommand({ TableName, Item: { pk: { S: 'P' }, sk: { S: sk } } }));
  }
});

afterAll(async () => {
  client.destroy();
  await server.stop();
  await rm(folder, { recursive: true });
});

/** What the store says of an iterator that was closed. */
const isClosed = async (iterator: { readonly next: () => Promise<unknown> }): Promise<boolean> =>
  iterator.next().then(
    () => false,
    (error: { readonly code?: string }) => error.code === 'LEVEL_ITERATOR_NOT_OPEN',
  );

test.each([
  ['to its end', {}, 3],
  ['in part', { Limit: 2 }, 2],
])('a query that is read %s', async (_, how, found) => {
  const opened = vi.spyOn(Level.prototype, 'values');
  const { Count } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': { S: 'P' } },
      ...how,
    }),
  );
  expect(Count).toBe(found);
  const iterators = opened.mock.results.map(({ value }) => value);
  opened.mockRestore();
  expect(iterators).toHaveLength(1);
  await expect.poll(() => isClosed(iterators[0])).toBe(true);
});

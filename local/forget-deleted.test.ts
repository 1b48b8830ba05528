import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CreateTableCommand,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CREDENTIALS } from './credentials.ts';
import { startS3 } from './s3/start-s3.ts';
import { startDynamoDb, startQueuesAndBlobs } from './stand-ins.ts';
import { REGION } from './wiring/names.ts';

/* What is deleted is in no file of the data folder any more, once the system was stopped and started. */

const SECRET = 'secret-4f1c';
const Bucket = 'uploads';
const AWS = { region: REGION, credentials: CREDENTIALS };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-forget-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function filesWithSecret(): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const found = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const bytes = await readFile(path.join(parentPath, name));
      return bytes.includes(SECRET) ? [name] : [];
    }),
  );
  return found.flat();
}

/** Runs the local S3 for a while. */
async function withS3(work: (client: S3Client) => Promise<unknown>): Promise<void> {
  const blobs = await startQueuesAndBlobs(path.join(folder, 'queues'), 0);
  const s3 = await startS3({
    database: path.join(folder, 'objects.db'),
    buckets: [{ name: Bucket, cors: [], notifications: [] }],
    blobs: blobs.endpoint,
    port: 0,
    send: async () => {},
    now: Date.now,
    log: () => {},
  });
  const client = new S3Client({ ...AWS, endpoint: s3.endpoint, forcePathStyle: true });
  await work(client);
  client.destroy();
  await s3.stop();
  await blobs.stop();
}

test('a version of an object, by name and by content', async () => {
  const Key = `${SECRET}.xlsx`;
  let VersionId: string | undefined;
  await withS3(async (client) => {
    const Body = SECRET.repeat(50_000);
    ({ VersionId } = await client.send(new PutObjectCommand({ Bucket, Key, Body })));
  });
  expect(await filesWithSecret()).not.toEqual([]);
  await withS3((client) => client.send(new DeleteObjectCommand({ Bucket, Key, VersionId })));
  expect(await filesWithSecret()).toEqual([]);
});

/** Runs the local DynamoDB for a while. */
async function withTables(work: (client: DynamoDBClient) => Promise<unknown>): Promise<void> {
  const server = await startDynamoDb(path.join(folder, 'tables'), 0);
  const client = new DynamoDBClient({ ...AWS, endpoint: server.endpoint });
  await work(client);
  client.destroy();
  await server.stop();
}

test('an item of a table', async () => {
  const TableName = 'table';
  const Key = { pk: { S: 'ROW' } };
  await withTables(async (client) => {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      }),
    );
    const patience = { client, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.05 };
    await waitUntilTableExists(patience, { TableName });
    const Item = { ...Key, text: { S: SECRET } };
    await client.send(new PutItemCommand({ TableName, Item }));
  });
  expect(await filesWithSecret()).not.toEqual([]);
  await withTables((client) => client.send(new DeleteItemCommand({ TableName, Key })));
  await withTables(async () => {});
  expect(await filesWithSecret()).toEqual([]);
});

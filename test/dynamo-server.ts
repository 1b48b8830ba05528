import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  DynamoDBClient,
  type GlobalSecondaryIndex,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { GROUP_INDEX, PENDING_INDEX } from '../shared/store/keys.ts';

/** A server that speaks DynamoDB, with one empty table after another. */
export interface DynamoServer {
  readonly documents: DynamoDBDocumentClient;
  /** Makes an empty table with the keys and indexes of the store; returns its name. */
  readonly emptyTable: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Seconds. */
const PATIENCE = { maxWaitTime: 60, minDelay: 0.05, maxDelay: 0.05 };

/** Speaks to the server at `endpoint`, `http://127.0.0.1:<port>`; `stopServer` ends it. */
export function dynamoServer(endpoint: string, stopServer: () => Promise<void>): DynamoServer {
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  let tables = 0;
  return {
    documents: DynamoDBDocumentClient.from(client),
    async emptyTable() {
      tables += 1;
      const TableName = `table-${tables}`;
      await client.send(createTable(TableName));
      // A table is there a moment after it was made, not at once.
      await waitUntilTableExists({ client, ...PATIENCE }, { TableName });
      return TableName;
    },
    async stop() {
      client.destroy();
      await stopServer();
    },
  };
}

/** Starts dynalite in memory on a free port of 127.0.0.1. */
export async function startDynalite(): Promise<DynamoServer> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return dynamoServer(`http://127.0.0.1:${port}`, async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
}

const index = (name: string, hash: string, range: string): GlobalSecondaryIndex => ({
  IndexName: name,
  KeySchema: [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ],
  Projection: { ProjectionType: 'ALL' },
});

const createTable = (name: string): CreateTableCommand =>
  new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk', 'gpk', 'gsk', 'ppk', 'psk'].map((attribute) => ({
      AttributeName: attribute,
      AttributeType: 'S' as const,
    })),
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [index(GROUP_INDEX, 'gpk', 'gsk'), index(PENDING_INDEX, 'ppk', 'psk')],
  });

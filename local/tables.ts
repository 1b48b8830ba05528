import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { CREDENTIALS } from './credentials.ts';
import { REGION } from './wiring/names.ts';
import type { KeyPart, TableWiring } from './wiring/wiring.ts';

/** Seconds. */
const PATIENCE = { maxWaitTime: 60, minDelay: 0.05, maxDelay: 0.05 };

/** Makes the tables of the template that do not exist. Throws when one exists with other indexes. */
export async function openTables(endpoint: string, tables: readonly TableWiring[]): Promise<void> {
  const client = new DynamoDBClient({
    endpoint,
    region: REGION,
    credentials: CREDENTIALS,
    maxAttempts: 1,
  });
  try {
    for (const table of tables) await openTable(client, table);
  } finally {
    client.destroy();
  }
}

async function openTable(client: DynamoDBClient, table: TableWiring): Promise<void> {
  const existing = await indexesOf(client, table.name);
  if (existing === null) {
    await client.send(createTable(table));
    // A table is there a moment after it was made, not at once.
    await waitUntilTableExists({ client, ...PATIENCE }, { TableName: table.name });
    return;
  }
  const wanted = table.indexes.map(({ name }) => name).sort();
  if (existing.join() !== wanted.join()) {
    throw new Error(`table ${table.name} has the indexes ${existing}, not ${wanted}`);
  }
}

/** Names of the table's indexes, sorted; null when there is no such table. */
async function indexesOf(client: DynamoDBClient, name: string): Promise<string[] | null> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return (Table?.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => IndexName ?? '').sort();
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}

const createTable = (table: TableWiring): CreateTableCommand =>
  new CreateTableCommand({
    TableName: table.name,
    AttributeDefinitions: table.attributes.map(({ name, type }) => ({
      AttributeName: name,
      AttributeType: type,
    })),
    KeySchema: keySchema(table.key),
    BillingMode: 'PAY_PER_REQUEST',
    GlobalSecondaryIndexes: table.indexes.map(({ name, key, projection }) => ({
      IndexName: name,
      KeySchema: keySchema(key),
      Projection: { ProjectionType: projection },
    })),
  });

const keySchema = (key: readonly KeyPart[]) =>
  key.map(({ attribute, role }) => ({ AttributeName: attribute, KeyType: role }));

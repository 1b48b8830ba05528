import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DynamoServer, startDynalite } from '../test/dynamo-server.ts';
import { type Item, putItems } from './dynamo/table.ts';
import { restoreTable } from './restore-table.ts';

let server: DynamoServer;

beforeAll(async () => {
  server = await startDynalite();
});

afterAll(() => server.stop());

async function tableOf(items: readonly Item[]): Promise<string> {
  const name = await server.emptyTable();
  await putItems({ documents: server.documents, name }, items);
  return name;
}

async function itemsIn(TableName: string): Promise<readonly unknown[]> {
  const { Items = [] } = await server.documents.send(new ScanCommand({ TableName }));
  return Items.map((item) => JSON.stringify(item)).sort();
}

/** Of several pages: a scan reads 1 MB at a time. */
const MANY = Array.from({ length: 90 }, (_, index) => ({
  pk: `UPLOAD#${index}`,
  sk: 'UPLOAD',
  gpk: 'UPLOADS#-',
  gsk: String(index),
  text: '项'.repeat(10_000),
}));

test('the table holds what the restored one holds, and no more', async () => {
  const from = await tableOf(MANY);
  const changed = { pk: 'UPLOAD#1', sk: 'UPLOAD', status: 'wrong' };
  const later = Array.from({ length: 30 }, (_, index) => ({ pk: 'LATER', sk: String(index) }));
  const to = await tableOf([...MANY.slice(5), changed, ...later]);
  expect(await restoreTable(server.documents, from, to)).toEqual({ written: 90, removed: 30 });
  expect(await itemsIn(to)).toEqual(await itemsIn(from));
  expect(await restoreTable(server.documents, from, to)).toEqual({ written: 90, removed: 0 });
});

test('an empty table restores nothing and removes nothing', async () => {
  const from = await tableOf([]);
  const to = await tableOf(MANY.slice(0, 2));
  await expect(restoreTable(server.documents, from, to)).rejects.toThrow(/empty/);
  expect(await itemsIn(to)).toHaveLength(2);
});

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { type Item, putItems } from './table.ts';

interface PutRequest {
  readonly PutRequest: { readonly Item: Item };
}

/** A busy DynamoDB: stores at most `room` items of each batch and hands the rest back. */
function busyTable(room: number) {
  const stored: string[] = [];
  const sizes: number[] = [];
  const send = async ({ input }: { input: { RequestItems: Record<string, PutRequest[]> } }) => {
    const requests = input.RequestItems['table'] ?? [];
    sizes.push(requests.length);
    stored.push(...requests.slice(0, room).map(({ PutRequest }) => PutRequest.Item.sk));
    return { UnprocessedItems: { table: requests.slice(room) } };
  };
  const documents = { send } as unknown as DynamoDBDocumentClient;
  return { table: { documents, name: 'table' }, stored, sizes };
}

const items = (count: number): Item[] =>
  Array.from({ length: count }, (_, index) => ({ pk: 'p', sk: String(index) }));

describe('putItems', () => {
  test('asks again for what a busy table left undone, at most 25 at a time', async () => {
    const { table, stored, sizes } = busyTable(20);
    await putItems(table, items(30));
    expect(stored).toEqual(items(30).map(({ sk }) => sk));
    expect(sizes).toEqual([25, 5, 5]);
  });

  test('refuses an item over 400 KB in UTF-8 before anything is written', async () => {
    const { table, sizes } = busyTable(25);
    const heavy = { pk: 'p', sk: 'heavy', text: '项'.repeat(200_000) };
    await expect(putItems(table, [...items(1), heavy])).rejects.toThrow(/item p heavy/);
    expect(sizes).toEqual([]);
  });
});

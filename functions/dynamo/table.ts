import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { assertItemFits } from '../../shared/store/item-size.ts';
import type { Key } from '../../shared/store/keys.ts';

/** The table and the client that speaks to it. */
export interface Table {
  readonly documents: DynamoDBDocumentClient;
  readonly name: string;
}

/** An item with its keys, as the document client takes and gives it. */
export type Item = Key & Record<string, unknown>;

/** What DynamoDB takes in one batch. */
const WRITES_A_BATCH = 25;
const READS_A_BATCH = 100;

/** Waits double from the first to the last try: 50 ms, 100 ms … 6.4 s, some 13 s in all. */
const BATCH_TRIES = 8;
const FIRST_WAIT_MS = 50;

/** The item with this key, strongly consistent; undefined if there is none. */
export async function getItem(table: Table, key: Key): Promise<Item | undefined> {
  const { Item } = await table.documents.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  return Item as Item | undefined;
}

/** Every item a query finds, all pages of it. */
export async function queryItems(
  table: Table,
  query: Omit<QueryCommandInput, 'TableName' | 'ExclusiveStartKey'>,
): Promise<Item[]> {
  const items: Item[] = [];
  let from: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await table.documents.send(
      new QueryCommand({ ...query, TableName: table.name, ExclusiveStartKey: from }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return items;
}

/** One page of what a query finds, after the item with this key. */
export async function queryPage(
  table: Table,
  query: Omit<QueryCommandInput, 'TableName' | 'ExclusiveStartKey'>,
  after: Key | undefined,
): Promise<{ readonly items: readonly Item[]; readonly isLast: boolean }> {
  const page = await table.documents.send(
    new QueryCommand({ ...query, TableName: table.name, ExclusiveStartKey: after }),
  );
  return {
    items: (page.Items ?? []) as Item[],
    isLast: page.LastEvaluatedKey === undefined,
  };
}

/** True if a query finds anything. */
export async function findsAny(
  table: Table,
  query: Omit<QueryCommandInput, 'TableName' | 'Limit'>,
): Promise<boolean> {
  const page = await table.documents.send(
    new QueryCommand({ ...query, TableName: table.name, Limit: 1 }),
  );
  return (page.Items ?? []).length > 0;
}

/** Puts an item unless its key is taken; true if it was put. */
export async function putIfAbsent(table: Table, item: Item): Promise<boolean> {
  assertItemFits(item);
  return unlessConditionFails(async () => {
    await table.documents.send(
      new PutCommand({
        TableName: table.name,
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return true;
  }, false);
}

/** What an update says of an item, without what every update shares. */
export type Update = Pick<
  UpdateCommandInput,
  'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeNames'
> & {
  readonly ExpressionAttributeValues?: Record<string, unknown>;
};

/** Updates an item and returns it as it is then; null if the condition does not hold. */
export function updateItem(table: Table, key: Key, update: Update): Promise<Item | null> {
  return unlessConditionFails(async () => {
    const { Attributes } = await table.documents.send(
      new UpdateCommand({ TableName: table.name, Key: key, ...update, ReturnValues: 'ALL_NEW' }),
    );
    return Attributes as Item;
  }, null);
}

async function unlessConditionFails<T>(write: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return otherwise;
    throw error;
  }
}

/** Deletes the items with these keys; those that are not there change nothing. */
export async function deleteItems(table: Table, keys: readonly Key[]): Promise<void> {
  await writeAll(
    table,
    keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
  );
}

/** Puts any number of items, replacing those with the same keys. */
export async function putItems(table: Table, items: readonly Item[]): Promise<void> {
  items.forEach(assertItemFits);
  await writeAll(
    table,
    items.map((item) => ({ PutRequest: { Item: item } })),
  );
}

type WriteRequest = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number];

async function writeAll(table: Table, writes: readonly WriteRequest[]): Promise<void> {
  for (const batch of batches(writes, WRITES_A_BATCH)) {
    await untilNothingIsLeft(batch, async (requests) => {
      const { UnprocessedItems } = await table.documents.send(
        new BatchWriteCommand({ RequestItems: { [table.name]: requests } }),
      );
      return UnprocessedItems?.[table.name] ?? [];
    });
  }
}

/** The items with these keys that exist, in no order, strongly consistent. */
export async function getItems(table: Table, keys: readonly Key[]): Promise<Item[]> {
  const items: Item[] = [];
  for (const batch of batches(keys, READS_A_BATCH)) {
    await untilNothingIsLeft(batch, async (wanted) => {
      const { Responses, UnprocessedKeys } = await table.documents.send(
        new BatchGetCommand({
          RequestItems: { [table.name]: { Keys: [...wanted], ConsistentRead: true } },
        }),
      );
      items.push(...((Responses?.[table.name] ?? []) as Item[]));
      return (UnprocessedKeys?.[table.name]?.Keys ?? []) as Key[];
    });
  }
  return items;
}

/** DynamoDB may leave part of a batch undone when it is busy: asks again for that part, ever later. */
async function untilNothingIsLeft<T>(
  batch: T[],
  send: (requests: T[]) => Promise<T[]>,
): Promise<void> {
  let left = batch;
  for (let tried = 0; tried < BATCH_TRIES; tried += 1) {
    left = await send(left);
    if (left.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** tried));
  }
  throw new Error(`DynamoDB left ${left.length} of ${batch.length} items of a batch undone`);
}

function batches<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += size) parts.push(all.slice(from, from + size));
  return parts;
}

import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  ScanCommand,
  type ScanCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Key } from '../shared/store/keys.ts';
import { type Item, putItems, type Table } from './dynamo/table.ts';

/** What a restoration did. */
export interface Restoration {
  readonly written: number;
  readonly removed: number;
}

/**
 * Makes a table hold exactly what another one holds. Nobody may write to either meanwhile. Breaking off
 * harms nothing: run again, it goes on to the same end.
 */
export async function restoreTable(
  documents: DynamoDBDocumentClient,
  from: string,
  to: string,
): Promise<Restoration> {
  const target: Table = { documents, name: to };
  const restored = new Set<string>();
  for await (const items of pagesOf({ documents, name: from })) {
    await putItems(target, items);
    for (const item of items) restored.add(nameOf(item));
  }
  // An empty source is a mistyped name or a restore that is under way: it must not empty the table.
  if (restored.size === 0) throw new Error(`表 ${from} 是空的 / table ${from} is empty`);
  let removed = 0;
  for await (const keys of pagesOf(target, KEYS_ONLY)) {
    for (const { pk, sk } of keys.filter((key) => !restored.has(nameOf(key)))) {
      await documents.send(new DeleteCommand({ TableName: to, Key: { pk, sk } }));
      removed += 1;
    }
  }
  return { written: restored.size, removed };
}

const nameOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

const KEYS_ONLY: Pick<ScanCommandInput, 'ProjectionExpression'> = {
  ProjectionExpression: 'pk, sk',
};

async function* pagesOf(
  { documents, name }: Table,
  what: Pick<ScanCommandInput, 'ProjectionExpression'> = {},
): AsyncGenerator<readonly Item[]> {
  let after: ScanCommandInput['ExclusiveStartKey'];
  do {
    const page = await documents.send(
      new ScanCommand({ ...what, TableName: name, ConsistentRead: true, ExclusiveStartKey: after }),
    );
    yield (page.Items ?? []) as Item[];
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
}

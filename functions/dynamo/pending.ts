import { PENDING_INDEX, type PendingKind, pendingGroup } from '../../shared/store/keys.ts';
import { getItem, type Item, queryItems, type Table } from './table.ts';

/** Items read at the same time. */
const AT_ONCE = 50;

/**
 * Items of a kind that have been pending since before `before` (ISO 8601), the longest first. The index
 * names them, the items themselves say whether it still holds: an index lags, and a table server that was
 * killed between the two may keep an entry for ever.
 */
export async function pendingItems(
  table: Table,
  kind: PendingKind,
  before: string,
): Promise<Item[]> {
  const named = await queryItems(table, {
    IndexName: PENDING_INDEX,
    KeyConditionExpression: 'ppk = :kind AND psk < :before',
    ExpressionAttributeValues: { ':kind': pendingGroup(kind), ':before': before },
  });
  const keys = new Map(named.map(({ pk, sk }) => [`${pk}\n${sk}`, { pk, sk }]));
  const left = [...keys.values()];
  const pending: Item[] = [];
  while (left.length > 0) {
    const items = left.splice(0, AT_ONCE).map((key) => getItem(table, key));
    for (const item of await Promise.all(items)) {
      if (item?.['ppk'] === pendingGroup(kind) && String(item['psk']) < before) pending.push(item);
    }
  }
  return pending;
}

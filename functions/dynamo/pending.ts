import { PENDING_INDEX, type PendingKind, pendingGroup } from '../../shared/store/keys.ts';
import { type Item, queryItems, type Table } from './table.ts';

/** Items of a kind that have been pending since before `before` (ISO 8601), the longest first. */
export const pendingItems = (table: Table, kind: PendingKind, before: string): Promise<Item[]> =>
  queryItems(table, {
    IndexName: PENDING_INDEX,
    KeyConditionExpression: 'ppk = :kind AND psk < :before',
    ExpressionAttributeValues: { ':kind': pendingGroup(kind), ':before': before },
  });

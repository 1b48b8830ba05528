import type { Trail } from '../../shared/audit/trail.ts';
import { auditKey } from '../../shared/store/keys.ts';
import { parseAuditEntry } from '../../shared/store/review-items.ts';
import { putIfAbsent, queryPage, type Table } from './table.ts';

/** AUDIT items. */
export const dynamoTrail = (table: Table): Trail => ({
  async lastEntry(chain) {
    const { items } = await queryPage(
      table,
      {
        KeyConditionExpression: 'pk = :chain',
        ExpressionAttributeValues: { ':chain': auditKey(chain, 1).pk },
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: 1,
      },
      undefined,
    );
    const [last] = items;
    return last === undefined ? null : parseAuditEntry(last);
  },

  async entriesAfter(chain, after) {
    const next = auditKey(chain, after + 1);
    const { items } = await queryPage(
      table,
      {
        KeyConditionExpression: 'pk = :chain AND sk >= :next',
        ExpressionAttributeValues: { ':chain': next.pk, ':next': next.sk },
        ConsistentRead: true,
      },
      undefined,
    );
    return items.map(parseAuditEntry);
  },

  appendEntry: (entry) => putIfAbsent(table, { ...auditKey(entry.chain, entry.number), entry }),
});

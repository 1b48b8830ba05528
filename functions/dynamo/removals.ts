import { purgedVerdict } from '../../shared/intake/verdicts.ts';
import { purgedUpload } from '../../shared/purge/purged-upload.ts';
import { parseComparisonIfAny, parseRevision, parseUpload } from '../../shared/store/items.ts';
import {
  headKey,
  periodKey,
  revisionKey,
  rowsPrefix,
  sentKey,
  uploadKey,
} from '../../shared/store/keys.ts';
import type { Removals } from '../../shared/store/removals.ts';
import { revisionItems } from './revisions.ts';
import { deleteItems, getItem, queryItems, type Table, updateItem } from './table.ts';

/** What a purge takes out of a table. */
export const dynamoRemovals = (table: Table): Removals => ({
  async purgeUpload(upload, note) {
    const { id, key, versionId, size, revision, status, contacts, outcome } = purgedUpload(upload);
    const purged = await updateItem(table, uploadKey(id), {
      UpdateExpression: `SET #key = :key, versionId = :versionId, #size = :size,
        #revision = :revision, #status = :status, #contacts = :contacts, #outcome = :outcome,
        #purge = :note REMOVE ppk, psk`,
      ConditionExpression: 'attribute_exists(pk) AND #status <> :status',
      ExpressionAttributeNames: {
        '#key': 'key',
        '#size': 'size',
        '#revision': 'revision',
        '#status': 'status',
        '#contacts': 'contacts',
        '#outcome': 'outcome',
        '#purge': 'purge',
      },
      ExpressionAttributeValues: {
        ':key': key,
        ':versionId': versionId,
        ':size': size,
        ':revision': revision,
        ':status': status,
        ':contacts': contacts,
        ':outcome': outcome,
        ':note': note,
      },
    });
    // The API's own note of it holds the file's name.
    await deleteItems(table, [sentKey(id)]);
    return parseUpload(purged ?? (await getItem(table, uploadKey(id))));
  },

  async revisionsOf(submission) {
    const items = await revisionItems(table, submission);
    return items.map((item) => ({
      ...parseRevision(item),
      comparedWith: parseComparisonIfAny(item),
    }));
  },

  async purgeRevision(key, sha256) {
    await updateItem(table, revisionKey(key), {
      UpdateExpression: `SET verdict = :verdict, reportState = :none
        REMOVE reportFile, reportSha256, reportAsked, comparedWith, ppk, psk`,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':verdict': purgedVerdict(sha256), ':none': 'none' },
    });
  },

  async removeRecords(key) {
    const { pk, sk } = rowsPrefix(key);
    const rows = await queryItems(table, {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :rows)',
      ExpressionAttributeValues: { ':pk': pk, ':rows': sk },
      ConsistentRead: true,
      ProjectionExpression: 'pk, sk',
    });
    await deleteItems(table, rows);
  },

  async barFromHead(submission, uploadId) {
    const { period, submitter } = submission;
    await updateItem(table, headKey(submission), {
      UpdateExpression: 'SET #period = :period, submitter = :submitter ADD barred :uploads',
      ExpressionAttributeNames: { '#period': 'period' },
      ExpressionAttributeValues: {
        ':period': period,
        ':submitter': submitter,
        ':uploads': new Set([uploadId]),
      },
    });
    for (const attribute of ['latest', 'current', 'late']) {
      await updateItem(table, headKey(submission), {
        // What was taken out was never accepted; what is left says when it was.
        UpdateExpression: `REMOVE #named${attribute === 'current' ? ', firstAccepted' : ''}`,
        ConditionExpression: '#named.uploadId = :uploadId',
        ExpressionAttributeNames: { '#named': attribute },
        ExpressionAttributeValues: { ':uploadId': uploadId },
      });
    }
  },

  async renewSummary(period) {
    await updateItem(table, periodKey(period), {
      UpdateExpression: 'SET generation = generation + :one',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':one': 1 },
    });
  },
});

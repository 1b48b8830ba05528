import {
  parseComparison,
  parseComparisonIfAny,
  parseGivenAnswer,
  parseRevision,
  parseRevisionNote,
  parseRow,
} from '../../shared/store/items.ts';
import { pendingKey, revisionKey, revisionsPrefix, rowKey } from '../../shared/store/keys.ts';
import type { Revisions } from '../../shared/store/submissions.ts';
import type { Revision } from '../../shared/submission.ts';
import type { SubmissionKey } from '../../shared/upload.ts';
import { pendingItems } from './pending.ts';
import {
  getItem,
  type Item,
  putIfAbsent,
  putItems,
  queryItems,
  type Table,
  updateItem,
} from './table.ts';

/** So many uploads of one submission do not arrive in the same instant. */
const RESERVE_TRIES = 100;

/** REVISION and ROW items. */
export const dynamoRevisions = (table: Table): Revisions => ({
  reserveRevision: (submission, uploadId) => reserveRevision(table, submission, uploadId),
  ...rowAccess(table),
  ...reportAccess(table),

  async compareWith(key, compared) {
    const settled = await updateItem(table, revisionKey(key), {
      UpdateExpression: 'SET comparedWith = :compared',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(comparedWith)',
      ExpressionAttributeValues: { ':compared': compared },
    });
    return parseComparison(settled ?? (await getItem(table, revisionKey(key))));
  },

  async comparison(key) {
    const item = await getItem(table, revisionKey(key));
    return item === undefined ? null : parseComparisonIfAny(item);
  },

  async keepAnswer(submission, answer) {
    const key = revisionKey({ ...submission, revision: answer.revision });
    const { ppk, psk } = pendingKey('ANSWERS', answer.at, key);
    const kept = await updateItem(table, key, {
      UpdateExpression: 'SET answer = :answer, ppk = :ppk, psk = :psk',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(answer)',
      ExpressionAttributeValues: { ':answer': answer, ':ppk': ppk, ':psk': psk },
    });
    const standing = parseRevisionNote(kept ?? (await getItem(table, key))).answer;
    if (standing === null) throw new Error(`revision ${answer.revision} holds no answer`);
    return standing;
  },

  async answerSettled(key) {
    await updateItem(table, revisionKey(key), {
      UpdateExpression: 'REMOVE ppk, psk',
      ConditionExpression: 'attribute_exists(answer)',
    });
  },

  async overdueAnswers(before) {
    return (await pendingItems(table, 'ANSWERS', before)).map(parseGivenAnswer);
  },

  async notesOf(submission) {
    const notes = (await revisionItems(table, submission)).map(parseRevisionNote);
    return notes.filter(({ answer, recalled }) => answer !== null || recalled !== null);
  },

  async revision(key) {
    const item = await getItem(table, revisionKey(key));
    return item === undefined ? null : parseRevision(item);
  },
});

async function reserveRevision(
  table: Table,
  submission: SubmissionKey,
  uploadId: string,
): Promise<number> {
  for (let tried = 0; tried < RESERVE_TRIES; tried += 1) {
    const taken = await revisionsOf(table, submission);
    const own = taken.find((revision) => revision.uploadId === uploadId);
    if (own !== undefined) return own.revision;
    // Counted, not taken from the last: a query is no snapshot and may miss a revision while it sees a
    // later one. Numbers have no gaps, so the count then names one that is taken, and we look again.
    const next = { ...submission, revision: taken.length + 1 };
    if (await putIfAbsent(table, { ...revisionKey(next), ...next, uploadId })) return next.revision;
  }
  throw new Error(`no revision free after ${RESERVE_TRIES} tries for upload ${uploadId}`);
}

const revisionsOf = async (table: Table, submission: SubmissionKey): Promise<Revision[]> =>
  (await revisionItems(table, submission)).map(parseRevision);

/** Every REVISION item of a submission, by number. */
export function revisionItems(table: Table, submission: SubmissionKey): Promise<Item[]> {
  const { pk, sk } = revisionsPrefix(submission);
  return queryItems(table, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :revisions)',
    ExpressionAttributeValues: { ':pk': pk, ':revisions': sk },
    ConsistentRead: true,
  });
}

const rowAccess = (table: Table): Pick<Revisions, 'saveRecords' | 'recordsOf'> => ({
  async saveRecords(key, records) {
    await putItems(
      table,
      records.map((record) => ({ ...rowKey(key, record.number), record })),
    );
  },

  async recordsOf(key, rows) {
    if (rows === 0) return [];
    const first = rowKey(key, 1);
    const items = await queryItems(table, {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':pk': first.pk,
        ':first': first.sk,
        ':last': rowKey(key, rows).sk,
      },
      ConsistentRead: true,
    });
    if (items.length !== rows) {
      throw new Error(`${first.pk} ${key.revision} has ${items.length} rows stored, not ${rows}`);
    }
    return items.map(parseRow);
  },
});

type ReportAccess = Pick<
  Revisions,
  'decide' | 'reportReady' | 'reportStuck' | 'overdueReports' | 'reportAskedAgain'
>;

const reportAccess = (table: Table): ReportAccess => ({
  async decide(key, verdict, since) {
    const waits = pendingKey('REPORTS', since, revisionKey(key));
    const decided = await updateItem(table, revisionKey(key), {
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(verdict)',
      ...(verdict.accepted === null
        ? {
            UpdateExpression: 'SET verdict = :verdict',
            ExpressionAttributeValues: { ':verdict': verdict },
          }
        : {
            UpdateExpression:
              'SET verdict = :verdict, reportState = :state, ppk = :ppk, psk = :psk',
            ExpressionAttributeValues: {
              ':verdict': verdict,
              ':state': 'pending',
              ':ppk': waits.ppk,
              ':psk': waits.psk,
            },
          }),
    });
    const standing = decided ?? (await getItem(table, revisionKey(key)));
    const { verdict: stands } = parseRevision(standing);
    if (stands === null) throw new Error(`revision ${JSON.stringify(key)} is not decided`);
    return stands;
  },

  async reportReady(key, { file, sha256 }) {
    await updateItem(table, revisionKey(key), {
      UpdateExpression:
        'SET reportState = :ready, reportFile = :file, reportSha256 = :sha256 REMOVE ppk, psk',
      ConditionExpression: 'reportState IN (:ready, :pending, :stuck)',
      ExpressionAttributeValues: {
        ':ready': 'ready',
        ':pending': 'pending',
        ':stuck': 'stuck',
        ':file': file,
        ':sha256': sha256,
      },
    });
  },

  async reportStuck(key) {
    await updateItem(table, revisionKey(key), {
      UpdateExpression: 'SET reportState = :stuck REMOVE ppk, psk',
      ConditionExpression: 'reportState = :pending',
      ExpressionAttributeValues: { ':stuck': 'stuck', ':pending': 'pending' },
    });
  },

  async overdueReports(before) {
    return (await pendingItems(table, 'REPORTS', before)).map(parseRevision);
  },

  async reportAskedAgain(key, at) {
    await updateItem(table, revisionKey(key), {
      UpdateExpression: 'SET psk = :psk ADD reportAsked :one',
      ConditionExpression: 'reportState = :pending',
      ExpressionAttributeValues: {
        ':psk': pendingKey('REPORTS', at, revisionKey(key)).psk,
        ':one': 1,
        ':pending': 'pending',
      },
    });
  },
});

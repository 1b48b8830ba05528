import { countedRevision } from '../../shared/counted.ts';
import { parseHead } from '../../shared/store/items.ts';
import { headKey, headsPrefix, revisionKey } from '../../shared/store/keys.ts';
import type { Heads } from '../../shared/store/submissions.ts';
import type { Head } from '../../shared/submission.ts';
import type { SubmissionKey } from '../../shared/upload.ts';
import { getItem, queryItems, queryPage, type Table, updateItem } from './table.ts';

/** HEAD items. */
export function dynamoHeads(table: Table): Heads {
  const head = async (submission: SubmissionKey): Promise<Head | null> => {
    const item = await getItem(table, headKey(submission));
    return item === undefined ? null : parseHead(item);
  };
  const put = (
    { period, submitter }: SubmissionKey,
    attribute: 'latest' | 'current' | 'late' | 'answer',
    value: { readonly order: string },
    id: string,
    condition: string,
  ) =>
    updateItem(table, headKey({ period, submitter }), {
      UpdateExpression: 'SET #moved = :value, #period = :period, submitter = :submitter',
      ConditionExpression: `(${condition}) AND NOT contains(barred, :uploadId)`,
      ExpressionAttributeNames: { '#moved': attribute, '#order': 'order', '#period': 'period' },
      ExpressionAttributeValues: {
        ':value': value,
        ':order': value.order,
        ':period': period,
        ':submitter': submitter,
        ':uploadId': id,
      },
    });

  return {
    head,

    async headsOf(period) {
      const { pk, sk } = headsPrefix(period);
      const items = await queryItems(table, {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :heads)',
        ExpressionAttributeValues: { ':pk': pk, ':heads': sk },
        ConsistentRead: true,
      });
      return items.map(parseHead);
    },

    async pageOfHeads(period, after) {
      const { pk, sk } = headsPrefix(period);
      const page = await queryPage(
        table,
        {
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :heads)',
          ExpressionAttributeValues: { ':pk': pk, ':heads': sk },
          ConsistentRead: true,
        },
        after === null ? undefined : headKey({ period, submitter: after }),
      );
      const heads = page.items.map(parseHead);
      return { heads, next: page.isLast ? null : (heads.at(-1)?.submitter ?? null) };
    },

    async moveLatest(submission, latest) {
      const unlessLater = 'attribute_not_exists(#moved) OR #moved.#order <= :order';
      await put(submission, 'latest', latest, latest.uploadId, unlessLater);
    },

    async moveCurrent(submission, current) {
      const inPlaceOfAnother = '#moved.#order = :order AND #moved.uploadId <> :uploadId';
      const ifLater = `attribute_not_exists(#moved) OR #moved.#order < :order OR (${inPlaceOfAnother})`;
      if ((await put(submission, 'current', current, current.uploadId, ifLater)) !== null)
        return 'moved';
      const standing = await head(submission);
      return standing?.current?.order === current.order ? 'already' : 'overtaken';
    },

    async confirmCurrent(submission, uploadId, order) {
      const raised = await updateItem(table, headKey(submission), {
        UpdateExpression: 'SET #current.#order = :order',
        // In one line: moto reads no condition of several.
        ConditionExpression: [
          '#current.uploadId = :uploadId AND #current.#order < :order',
          '(attribute_not_exists(#current.recalled) OR #current.recalled = :null)',
          '(attribute_not_exists(#answer) OR #answer.#order < #current.#order)',
        ].join(' AND '),
        ExpressionAttributeNames: { '#current': 'current', '#answer': 'answer', '#order': 'order' },
        ExpressionAttributeValues: { ':order': order, ':uploadId': uploadId, ':null': null },
      });
      if (raised !== null) return true;
      const standing = await head(submission);
      return standing !== null && countedRevision(standing)?.uploadId === uploadId;
    },

    async keepLate(submission, late) {
      const ifLater = 'attribute_not_exists(#moved) OR #moved.#order < :order';
      await put(submission, 'late', late, late.uploadId, ifLater);
    },

    async noteFirst(submission, what, at) {
      await updateItem(table, headKey(submission), {
        UpdateExpression: 'SET #first = :at',
        ConditionExpression:
          'attribute_exists(pk) AND (attribute_not_exists(#first) OR #first > :at)',
        ExpressionAttributeNames: { '#first': FIRST[what] },
        ExpressionAttributeValues: { ':at': at },
      });
    },

    async moveAnswer(submission, answer) {
      const ifLater = 'attribute_not_exists(#moved) OR #moved.#order < :order';
      await put(submission, 'answer', answer, answer.id, ifLater);
    },

    async recall(submission, revision, recalled) {
      for (const part of ['current', 'answer']) {
        await updateItem(table, headKey(submission), {
          UpdateExpression: 'SET #part.recalled = :recalled REMOVE firstAccepted',
          ConditionExpression:
            '#part.revision = :revision AND (attribute_not_exists(#part.recalled) OR #part.recalled = :null)',
          ExpressionAttributeNames: { '#part': part },
          ExpressionAttributeValues: {
            ':recalled': recalled,
            ':revision': revision,
            ':null': null,
          },
        });
      }
      const { current = null, answer = null } = (await head(submission)) ?? {};
      const standing = [current, answer].find((part) => part?.revision === revision) ?? null;
      if (standing === null || standing.recalled === null) return null;
      await updateItem(table, revisionKey({ ...submission, revision }), {
        UpdateExpression: 'SET recalled = if_not_exists(recalled, :recalled)',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':recalled': standing.recalled },
      });
      return {
        id: 'id' in standing ? standing.id : standing.uploadId,
        recalled: standing.recalled,
      };
    },
  };
}

const FIRST = { received: 'firstReceived', accepted: 'firstAccepted' } as const;

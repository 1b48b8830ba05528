import { parseHead, parseRevision } from '../../shared/store/items.ts';
import { headKey, pendingKey, revisionKey } from '../../shared/store/keys.ts';
import type { Reviews } from '../../shared/store/submissions.ts';
import { pendingItems } from './pending.ts';
import { getItem, type Table, updateItem } from './table.ts';

/** Reviews in HEAD items, and what they accept in REVISION items. */
export const dynamoReviews = (table: Table): Reviews => ({
  async saveReview(submission, review) {
    const isFirst = review.version === 1;
    const waits = pendingKey('ACTS', review.underWay?.draft.at ?? '', headKey(submission));
    const saved = await updateItem(table, headKey(submission), {
      UpdateExpression: `SET #review = :review${review.underWay === null ? '' : ', ppk = :ppk, psk = :psk'}`,
      ConditionExpression: isFirst
        ? 'attribute_exists(pk) AND attribute_not_exists(#review)'
        : '#review.#version = :before',
      ExpressionAttributeNames: {
        '#review': 'review',
        ...(isFirst ? {} : { '#version': 'version' }),
      },
      ExpressionAttributeValues: {
        ':review': review,
        ...(isFirst ? {} : { ':before': review.version - 1 }),
        ...(review.underWay === null ? {} : { ':ppk': waits.ppk, ':psk': waits.psk }),
      },
    });
    return saved !== null;
  },

  async actFinished(submission, version, scheduledFor) {
    const waits = pendingKey('SCHEDULES', scheduledFor ?? '', headKey(submission));
    await updateItem(table, headKey(submission), {
      UpdateExpression: `SET #review.underWay = :none${scheduledFor === null ? ' REMOVE ppk, psk' : ', ppk = :ppk, psk = :psk'}`,
      ConditionExpression: '#review.#version = :version',
      ExpressionAttributeNames: { '#review': 'review', '#version': 'version' },
      ExpressionAttributeValues: {
        ':none': null,
        ':version': version,
        ...(scheduledFor === null ? {} : { ':ppk': waits.ppk, ':psk': waits.psk }),
      },
    });
  },

  async unfinishedActs(before) {
    return (await pendingItems(table, 'ACTS', before)).map(parseHead);
  },

  async dueSchedules(before) {
    return (await pendingItems(table, 'SCHEDULES', before)).map(parseHead);
  },

  async acceptArguable(key, since) {
    const { verdict } = parseRevision(await getItem(table, revisionKey(key)));
    const accepted = verdict?.arguable;
    if (accepted === undefined) return null;
    const waits = pendingKey('REPORTS', since, revisionKey(key));
    await updateItem(table, revisionKey(key), {
      UpdateExpression:
        'SET verdict.accepted = :accepted, reportState = :state, ppk = :ppk, psk = :psk',
      ConditionExpression: 'attribute_not_exists(reportState)',
      ExpressionAttributeValues: {
        ':accepted': accepted,
        ':state': 'pending',
        ':ppk': waits.ppk,
        ':psk': waits.psk,
      },
    });
    return accepted;
  },
});

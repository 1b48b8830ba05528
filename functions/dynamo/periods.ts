import type { Period } from '../../shared/period.ts';
import { parsePeriod, parseSummaryState } from '../../shared/store/items.ts';
import { GROUP_INDEX, PERIODS_GROUP, periodGroupKey, periodKey } from '../../shared/store/keys.ts';
import type { Periods } from '../../shared/store/submissions.ts';
import { getItem, queryItems, type Table, updateItem } from './table.ts';

/** PERIOD items. */
export const dynamoPeriods = (table: Table): Periods => ({
  async putPeriods(periods) {
    for (const period of periods) await putPeriod(table, period);
  },

  async periods() {
    const items = await queryItems(table, {
      IndexName: GROUP_INDEX,
      KeyConditionExpression: 'gpk = :periods',
      ExpressionAttributeValues: { ':periods': PERIODS_GROUP },
    });
    return items.map(parsePeriod);
  },

  async definition(period) {
    const item = await getItem(table, periodKey(period));
    return item === undefined ? null : parsePeriod(item);
  },

  async summaryState(period) {
    const item = await getItem(table, periodKey(period));
    return item === undefined ? null : parseSummaryState(item);
  },

  async raiseGeneration(period, uploadId) {
    // A period that does not exist fails the condition like a second request does, harmlessly: the
    // rules have refused every upload for it.
    await updateItem(table, periodKey(period), {
      UpdateExpression: 'SET generation = generation + :one, raisedFor = :uploadId',
      ConditionExpression:
        'attribute_exists(pk) AND (attribute_not_exists(raisedFor) OR raisedFor <> :uploadId)',
      ExpressionAttributeValues: { ':one': 1, ':uploadId': uploadId },
    });
  },

  async raiseSummary(period, generation) {
    const raised = await updateItem(table, periodKey(period), {
      UpdateExpression: 'SET #summary = :generation',
      ConditionExpression: '#summary < :generation',
      ExpressionAttributeNames: { '#summary': 'summary' },
      ExpressionAttributeValues: { ':generation': generation },
    });
    return parseSummaryState(raised ?? (await getItem(table, periodKey(period)))).summary;
  },

  async noteSummaryFile(period, generation) {
    await updateItem(table, periodKey(period), {
      UpdateExpression: 'SET summaryFile = :generation',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':generation': generation },
    });
  },

  async notePace(period, pace) {
    const noted = Object.entries(pace);
    await updateItem(table, periodKey(period), {
      UpdateExpression: `SET ${noted.map(([name]) => `${name} = :${name}`).join(', ')}`,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: Object.fromEntries(
        noted.map(([name, value]) => [`:${name}`, value]),
      ),
    });
  },
});

async function putPeriod(table: Table, period: Period): Promise<void> {
  const { gpk, gsk } = periodGroupKey(period.id);
  await updateItem(table, periodKey(period.id), {
    UpdateExpression: `SET #definition = :definition, gpk = :gpk, gsk = :gsk,
      generation = if_not_exists(generation, :zero),
      #summary = if_not_exists(#summary, :zero),
      summaryFile = if_not_exists(summaryFile, :zero)`,
    ExpressionAttributeNames: { '#definition': 'definition', '#summary': 'summary' },
    ExpressionAttributeValues: { ':definition': period, ':gpk': gpk, ':gsk': gsk, ':zero': 0 },
  });
}

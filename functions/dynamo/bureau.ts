import { type BureauState, NO_BUREAU, noDuty } from '../../shared/bureau-state.ts';
import type { ListedProject } from '../../shared/records/project-list.ts';
import type { Bureaus } from '../../shared/store/bureau.ts';
import { parseBureau, parseDuty, parseListed } from '../../shared/store/bureau-items.ts';
import {
  bureauKey,
  dutiesPrefix,
  dutyKey,
  listedKey,
  listedPrefix,
  pendingKey,
} from '../../shared/store/keys.ts';
import type { SubmissionKey } from '../../shared/upload.ts';
import { pendingItems } from './pending.ts';
import { getItem, putItems, queryItems, type Table, updateItem } from './table.ts';

/** BUREAU and DUTY items. */
export const dynamoBureau = (table: Table): Bureaus => ({
  async bureauState(chain) {
    const item = await getItem(table, bureauKey(chain));
    return item === undefined ? NO_BUREAU : parseBureau(item).state;
  },

  async saveBureau(chain, state) {
    return (await updateItem(table, bureauKey(chain), saving(chain, state))) !== null;
  },

  async bureauFinished(chain, version) {
    await updateItem(table, bureauKey(chain), {
      UpdateExpression: 'SET #state.underWay = :none REMOVE ppk, psk',
      ConditionExpression: '#state.#version = :version',
      ExpressionAttributeNames: { '#state': 'state', '#version': 'version' },
      ExpressionAttributeValues: { ':none': null, ':version': version },
    });
  },

  async unfinishedBureaus(before) {
    return (await pendingItems(table, 'BUREAUS', before)).map(parseBureau);
  },

  extendDuty: (submission, extension) => setDuty(table, submission, 'extension', extension),

  async noteReminded(period, units, by) {
    for (const submitter of units) await setDuty(table, { period, submitter }, 'reminded', by);
  },

  async duty(submission) {
    const item = await getItem(table, dutyKey(submission));
    return item === undefined ? noDuty(submission.submitter) : parseDuty(item);
  },

  async dutiesOf(period) {
    const { pk, sk } = dutiesPrefix(period);
    const items = await queryItems(table, {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :duties)',
      ExpressionAttributeValues: { ':pk': pk, ':duties': sk },
      ConsistentRead: true,
    });
    return items.map(parseDuty);
  },

  async keepListed(period, list, part, projects) {
    const units = new Map<string, ListedProject[]>();
    for (const project of projects) {
      units.set(project.unit, [...(units.get(project.unit) ?? []), project]);
    }
    const items = [...units].map(([unit, own]) => ({
      ...listedKey(period, list, unit, part),
      projects: own,
    }));
    await putItems(table, items);
  },

  async listedOf(period, list, units) {
    const found: ListedProject[] = [];
    for (const unit of units === null ? [null] : [...units].sort()) {
      const { pk, sk } = listedPrefix(period, list, unit);
      const items = await queryItems(table, {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :listed)',
        ExpressionAttributeValues: { ':pk': pk, ':listed': sk },
        ConsistentRead: true,
      });
      found.push(...items.flatMap(parseListed));
    }
    return found;
  },
});

function saving(chain: string, state: BureauState) {
  const isFirst = state.version === 1;
  const { underWay } = state;
  const waits = pendingKey('BUREAUS', underWay?.draft.at ?? '', bureauKey(chain));
  return {
    UpdateExpression: `SET #state = :state, chain = :chain${underWay === null ? '' : ', ppk = :ppk, psk = :psk'}`,
    ConditionExpression: isFirst ? 'attribute_not_exists(pk)' : '#state.#version = :before',
    ExpressionAttributeNames: {
      '#state': 'state',
      ...(isFirst ? {} : { '#version': 'version' }),
    },
    ExpressionAttributeValues: {
      ':state': state,
      ':chain': chain,
      ...(isFirst ? {} : { ':before': state.version - 1 }),
      ...(underWay === null ? {} : { ':ppk': waits.ppk, ':psk': waits.psk }),
    },
  };
}

const setDuty = (
  table: Table,
  submission: SubmissionKey,
  attribute: 'extension' | 'reminded',
  value: unknown,
) =>
  updateItem(table, dutyKey(submission), {
    UpdateExpression: 'SET #set = :value, #unit = :unit',
    ExpressionAttributeNames: { '#set': attribute, '#unit': 'unit' },
    ExpressionAttributeValues: { ':value': value, ':unit': submission.submitter },
  }).then(() => undefined);

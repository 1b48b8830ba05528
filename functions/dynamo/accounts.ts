import { parseAccount, parseSigningSecret } from '../../shared/store/account-items.ts';
import type { Accounts } from '../../shared/store/accounts.ts';
import {
  ACCOUNTS_GROUP,
  accountGroupKey,
  accountKey,
  GROUP_INDEX,
  SIGNING_KEY,
} from '../../shared/store/keys.ts';
import { getItem, putIfAbsent, queryItems, type Table, updateItem } from './table.ts';

/** ACCOUNT items, and the SIGNING item. */
export const dynamoAccounts = (table: Table): Accounts => ({
  addAccount: (account) =>
    putIfAbsent(table, {
      ...accountKey(account.name),
      ...accountGroupKey(account.name),
      ...account,
      tries: 0,
      triedAt: '',
    }),

  async account(name) {
    const item = await getItem(table, accountKey(name));
    return item === undefined ? null : parseAccount(item);
  },

  async accounts() {
    const items = await queryItems(table, {
      IndexName: GROUP_INDEX,
      KeyConditionExpression: 'gpk = :accounts',
      ExpressionAttributeValues: { ':accounts': ACCOUNTS_GROUP },
    });
    return items.map(parseAccount);
  },

  async changeAccount(name, version, change) {
    const changes = Object.entries(change);
    const item = await updateItem(table, accountKey(name), {
      UpdateExpression: [
        'SET version = version + :one',
        ...changes.map(([attribute]) => `${attribute} = :${attribute}`),
      ].join(', '),
      ConditionExpression: 'version = :version',
      ExpressionAttributeValues: {
        ':one': 1,
        ':version': version,
        ...Object.fromEntries(changes.map(([attribute, value]) => [`:${attribute}`, value])),
      },
    });
    return item === null ? null : parseAccount(item);
  },

  async countTry(name, now, { tries, since }) {
    const counted = await updateItem(table, accountKey(name), {
      UpdateExpression: 'SET tries = tries + :one, triedAt = :now',
      ConditionExpression: 'tries < :most',
      ExpressionAttributeValues: { ':one': 1, ':now': now, ':most': tries },
    });
    if (counted !== null) return parseAccount(counted);
    // Locked, unless that is long ago: then this is the first of new tries.
    const first = await updateItem(table, accountKey(name), {
      UpdateExpression: 'SET tries = :one, triedAt = :now',
      ConditionExpression: 'tries >= :most AND triedAt < :since',
      ExpressionAttributeValues: { ':one': 1, ':now': now, ':most': tries, ':since': since },
    });
    return first === null ? null : parseAccount(first);
  },

  async forgetTries(name) {
    await updateItem(table, accountKey(name), {
      UpdateExpression: 'SET tries = :none',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':none': 0 },
    });
  },

  async signingSecret(offered) {
    await putIfAbsent(table, { ...SIGNING_KEY, secret: offered });
    return parseSigningSecret(await getItem(table, SIGNING_KEY));
  },
});

import {
  DEMO_PASSWORD,
  DEMO_PEOPLE,
  seedDemoAccounts,
} from '../functions/accounts/demo-accounts.ts';
import type { Accounts } from '../shared/store/accounts.ts';
import { CREDENTIALS } from './credentials.ts';
import { openStore } from './open-store.ts';
import type { Endpoints } from './system.ts';
import { REGION } from './wiring/names.ts';

/** Adds the demo's people where they belong, and says who may sign in. */
export async function letPeopleIn(endpoints: Endpoints, isSample: boolean): Promise<string> {
  const { accounts, close } = openStore(endpoints);
  try {
    return await tellPeople(accounts, endpoints, isSample);
  } finally {
    close();
  }
}

/**
 * Who may sign in. The samples' units get the demo's people; an installation with units of its own gets
 * nobody, and is told how to add people.
 */
export async function tellPeople(
  accounts: Accounts,
  endpoints: Pick<Endpoints, 'dynamoDb' | 'names'>,
  isSample: boolean,
): Promise<string> {
  const { length } = await accounts.accounts();
  // Where somebody is there already, nothing is added.
  const isDemo = (isSample || length > 0) && (await seedDemoAccounts(accounts));
  if (isDemo) return demoPeople();
  return length > 0 ? `${length} 个账号 accounts` : howToAdd(endpoints);
}

const demoPeople = (): string =>
  `${DEMO_PEOPLE.map(({ name }) => name).join(' ')}，密码 password ${DEMO_PASSWORD}（演示 demo）`;

const howToAdd = ({ dynamoDb, names }: Pick<Endpoints, 'dynamoDb' | 'names'>): string => {
  const environment = [
    `AWS_ACCESS_KEY_ID=${CREDENTIALS.accessKeyId}`,
    `AWS_SECRET_ACCESS_KEY=${CREDENTIALS.secretAccessKey}`,
    `AWS_REGION=${REGION}`,
    `AWS_ENDPOINT_URL_DYNAMODB=${dynamoDb}`,
  ];
  const command = `npm run accounts -- add zhangsan --person 张三 --group unit --unit <单位代码 unit> --table ${names['TableName']}`;
  return `还没有 none yet\n                      ${environment.join(' ')} \\\n                      ${command}`;
};

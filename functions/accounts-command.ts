import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Account } from '../shared/account.ts';
import type { Accounts } from '../shared/store/accounts.ts';
import {
  AccountError,
  addPerson,
  changeAccount,
  resetPassword,
} from './accounts/account-changes.ts';
import { documentClient } from './document-client.ts';
import { dynamoAccounts } from './dynamo/accounts.ts';
import { dynamoSubmissions } from './dynamo/submissions.ts';

const USAGE = `用法 usage: npm run accounts -- COMMAND [--table NAME]

  add NAME --person 姓名 --group unit --unit LG-FGJ   添加人员，可给多个 --group、--unit / add a person
  list                                               全部账号 / every account
  reset NAME                                         重置密码并解锁 / a new password, and unlock
  disable NAME · enable NAME                         停用、启用 / shut out, let in again

表名也可用环境变量 TABLE_NAME；以调用者的 AWS 凭证执行
the table may come from TABLE_NAME; runs with the caller's AWS credentials
`;

/** `npm run accounts`: who may sign in, where the installation has accounts of its own. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      table: { type: 'string' },
      person: { type: 'string', default: '' },
      group: { type: 'string', multiple: true, default: [] },
      unit: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, name = '', ...more] = positionals;
  if (values.help) return print(USAGE);
  const table = values.table ?? process.env['TABLE_NAME'];
  if (command === undefined || table === undefined || more.length > 0) {
    throw new AccountError(USAGE);
  }
  const documents = documentClient();
  const accounts = dynamoAccounts({ documents, name: table });
  if (command === 'add') {
    const { person, group: groups, unit: units } = values;
    const register = dynamoSubmissions(documents, table);
    const password = await addPerson({ name, person, groups, units }, accounts, register);
    return print(`已添加 added ${name}\n${handOver(password)}`);
  }
  return print(await run(command, name, accounts));
}

async function run(command: string, name: string, accounts: Accounts): Promise<string> {
  switch (command) {
    case 'list':
      return (await accounts.accounts()).map(lineOf).join('');
    case 'reset':
      return handOver(await resetPassword(name, accounts));
    case 'disable':
      return lineOf(await changeAccount(name, { isDisabled: true }, accounts));
    case 'enable':
      return lineOf(await changeAccount(name, { isDisabled: false }, accounts));
    default:
      throw new AccountError(USAGE);
  }
}

const print = (text: string): void => void process.stdout.write(text);

/** The only time that the password is seen. */
const handOver = (password: string): string =>
  `初始密码（只显示这一次，首次登录须修改） password (shown once, to be changed): ${password}\n`;

const lineOf = ({ name, person, groups, units, isDisabled, mustChangePassword }: Account): string =>
  [
    name,
    person,
    groups.join(','),
    units.join(',') || '—',
    isDisabled ? '已停用 disabled' : mustChangePassword ? '待改密码 new' : '正常 active',
  ]
    .join('\t')
    .concat('\n');

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

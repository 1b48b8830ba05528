import { type Account, GROUPS, type Group, isAccountName } from '../../shared/account.ts';
import type { AccountChange, Accounts } from '../../shared/store/accounts.ts';
import type { Units } from '../../shared/store/submissions.ts';
import { isUnitCode } from '../../shared/unit.ts';
import { hashPassword, madePassword } from '../api/identity/passwords.ts';

/** What an administrator gets wrong; the message says what to do instead. */
export class AccountError extends Error {
  override readonly name = 'AccountError';
}

/** A person to be let in. */
export interface NewPerson {
  readonly name: string;
  readonly person: string;
  readonly groups: readonly string[];
  readonly units: readonly string[];
}

/** Adds a person. Returns the password to hand over: it must be changed at the first sign-in. */
export async function addPerson(
  asked: NewPerson,
  accounts: Accounts,
  register: Pick<Units, 'registerFor'>,
): Promise<string> {
  const person = checkedPerson(asked);
  for (const code of person.units) {
    const found = await register.registerFor(code);
    if (found !== null && found.length === 0) {
      throw new AccountError(`名册中没有单位 ${code} / ${code} is not in the register`);
    }
  }
  const password = madePassword();
  const passwordHash = await hashPassword(password);
  const state = { mustChangePassword: true, version: 0, isDisabled: false };
  if (await accounts.addAccount({ ...person, passwordHash, ...state })) return password;
  throw new AccountError(
    `账号 ${person.name} 已有，请另取一个 / ${person.name} is taken, choose another name`,
  );
}

function checkedPerson({ name, person, groups, units }: NewPerson) {
  if (!isAccountName(name)) {
    throw new AccountError(
      `账号“${name}”应为 2–32 位小写字母、数字、点或短横 / an account is 2–32 small letters, digits, dots or hyphens`,
    );
  }
  if (person.trim() === '') {
    throw new AccountError('请用 --person 给出姓名 / --person NAME is required');
  }
  const known = GROUPS.filter((group) => groups.includes(group));
  if (known.length === 0 || known.length < groups.length) {
    throw new AccountError(
      `--group 是 ${GROUPS.join('、')} 中的一个或几个 / --group is one or more of ${GROUPS.join(', ')}`,
    );
  }
  assertUnitsFit(known, units);
  return { name, person: person.trim(), groups: known, units };
}

function assertUnitsFit(groups: readonly Group[], units: readonly string[]): void {
  const acts = groups.includes('unit') || groups.includes('department');
  const wrong = units.find((code) => !isUnitCode(code));
  if (wrong !== undefined) {
    throw new AccountError(`“${wrong}”不是单位代码 / “${wrong}” is no code of a unit`);
  }
  if (acts === units.length > 0) return;
  throw new AccountError(
    '单位和主管部门人员须用 --unit 给出单位，财政和审计人员不给 / people of units and departments need --unit, those of finance and auditors none',
  );
}

/** Gives a person a new password. Returns it; sessions of before end when they are to be renewed. */
export async function resetPassword(name: string, accounts: Accounts): Promise<string> {
  const password = madePassword();
  const passwordHash = await hashPassword(password);
  await changeAccount(name, { passwordHash, mustChangePassword: true }, accounts);
  await accounts.forgetTries(name);
  return password;
}

/** Changes an account as it is now, whatever changed it in between. */
export async function changeAccount(
  name: string,
  change: AccountChange,
  accounts: Accounts,
): Promise<Account> {
  for (;;) {
    const account = await accounts.account(name);
    if (account === null) throw new AccountError(`没有账号 ${name} / there is no account ${name}`);
    const changed = await accounts.changeAccount(name, account.version, change);
    if (changed !== null) return changed;
  }
}

import { expect, test } from 'vitest';
import type { Account } from '../../shared/account.ts';
import type { Accounts } from '../../shared/store/accounts.ts';

const person = (name: string): Account => ({
  name,
  person: '张三',
  groups: ['unit'],
  units: ['LG-FGJ'],
  passwordHash: 'hash',
  mustChangePassword: true,
  version: 0,
  isDisabled: false,
});
const minute = (number: number): string =>
  `2022-03-01T12:${String(number).padStart(2, '0')}:00.000Z`;

/** What every store promises of accounts. */
export function accountsContract(store: () => Accounts): void {
  test('addAccount, account: a name belongs to one person', async () => {
    expect(await store().account('zhang')).toBeNull();
    expect(await store().addAccount(person('zhang'))).toBe(true);
    expect(await store().addAccount({ ...person('zhang'), person: '李四' })).toBe(false);
    expect(await store().account('zhang')).toEqual(person('zhang'));
  });

  test('accounts: all, by name', async () => {
    for (const name of ['wang', 'li', 'zhang']) await store().addAccount(person(name));
    expect((await store().accounts()).map(({ name }) => name)).toEqual(['li', 'wang', 'zhang']);
  });

  test('changeAccount: only what was read, and the version counts up', async () => {
    await store().addAccount(person('zhang'));
    const changed = {
      ...person('zhang'),
      passwordHash: 'new',
      mustChangePassword: false,
      version: 1,
    };
    const change = { passwordHash: 'new', mustChangePassword: false };
    expect(await store().changeAccount('zhang', 0, change)).toEqual(changed);
    expect(await store().changeAccount('zhang', 0, { isDisabled: true })).toBeNull();
    expect(await store().changeAccount('nobody', 0, change)).toBeNull();
    expect(await store().account('zhang')).toEqual(changed);
  });

  test('countTry: so many, however many come at once, until the wait is over', async () => {
    await store().addAccount(person('zhang'));
    const tryAt = (now: number) =>
      store().countTry('zhang', minute(now), { tries: 3, since: minute(Math.max(0, now - 15)) });
    const tried = await Promise.all([1, 1, 1, 1, 1].map(tryAt));
    expect(tried.filter((account) => account !== null)).toHaveLength(3);
    expect(await tryAt(16)).toBeNull();
    expect(await tryAt(17)).toEqual(person('zhang'));
    expect(await tryAt(17)).not.toBeNull();
    expect(await tryAt(17)).not.toBeNull();
    expect(await tryAt(18)).toBeNull();
  });

  test('countTry: nobody is not locked, and not there', async () => {
    expect(await store().countTry('nobody', minute(1), { tries: 3, since: minute(0) })).toBeNull();
    expect(await store().account('nobody')).toBeNull();
  });

  test('forgetTries: counts from nothing again; makes nobody', async () => {
    await store().addAccount(person('zhang'));
    const tryNow = () => store().countTry('zhang', minute(1), { tries: 1, since: minute(0) });
    expect(await tryNow()).not.toBeNull();
    expect(await tryNow()).toBeNull();
    await store().forgetTries('zhang');
    expect(await tryNow()).not.toBeNull();
    await store().forgetTries('nobody');
    expect(await store().account('nobody')).toBeNull();
  });

  test('signingSecret: the first one stands, also of several at once', async () => {
    const secrets = await Promise.all(['a', 'b', 'c'].map((one) => store().signingSecret(one)));
    expect(new Set(secrets).size).toBe(1);
    expect(await store().signingSecret('d')).toBe(secrets[0]);
  });
}

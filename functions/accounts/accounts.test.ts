import { beforeEach, describe, expect, test } from 'vitest';
import type { Accounts } from '../../shared/store/accounts.ts';
import type { Units } from '../../shared/store/submissions.ts';
import { memoryAccounts } from '../../test/memory-accounts.ts';
import { memorySubmissions } from '../../test/memory-submissions.ts';
import { isPassword, isStrong, madePassword } from '../api/identity/passwords.ts';
import { AccountError, addPerson, changeAccount, resetPassword } from './account-changes.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE, seedDemoAccounts } from './demo-accounts.ts';

let accounts: Accounts;
let register: Units;
beforeEach(async () => {
  accounts = memoryAccounts();
  register = memorySubmissions();
  await register.putUnits([{ code: 'LG-FGJ', name: '发改局', aliases: [], parent: null }]);
});

const zhang = { name: 'zhang.san', person: '张三', groups: ['unit'], units: ['LG-FGJ'] };

describe('addPerson', () => {
  test('hands over a password that is good once, and only as a hash kept', async () => {
    const password = await addPerson(zhang, accounts, register);
    const account = await accounts.account('zhang.san');
    expect(account).toMatchObject({ ...zhang, mustChangePassword: true, isDisabled: false });
    expect(account?.passwordHash).not.toContain(password);
    expect(await isPassword(password, account?.passwordHash ?? '')).toBe(true);
    expect(await isPassword(`${password}x`, account?.passwordHash ?? '')).toBe(false);
  });

  test.each([
    ['a name that is none', { name: '张三' }],
    ['no person', { person: ' ' }],
    ['no group', { groups: [] }],
    ['an unknown group', { groups: ['unit', 'boss'] }],
    ['a unit without a unit', { units: [] }],
    ['finance with a unit', { groups: ['finance'] }],
    ['what is no code', { units: ['发改局'] }],
    ['a unit that the register does not have', { units: ['LG-NONE'] }],
  ])('refuses %s', async (_, wrong) => {
    await expect(addPerson({ ...zhang, ...wrong }, accounts, register)).rejects.toThrow(
      AccountError,
    );
    expect(await accounts.accounts()).toEqual([]);
  });

  test('refuses a name that is taken', async () => {
    await addPerson(zhang, accounts, register);
    await expect(addPerson(zhang, accounts, register)).rejects.toThrow(/已有/);
  });
});

test('resetPassword: another password, to be changed, and the lock is off', async () => {
  await addPerson(zhang, accounts, register);
  const lockout = { tries: 1, since: '' };
  await accounts.countTry('zhang.san', '2022', lockout);
  expect(await accounts.countTry('zhang.san', '2022', lockout)).toBeNull();
  const password = await resetPassword('zhang.san', accounts);
  const account = await accounts.countTry('zhang.san', '2022', lockout);
  expect(await isPassword(password, account?.passwordHash ?? '')).toBe(true);
  expect(account).toMatchObject({ mustChangePassword: true, version: 1 });
});

test('changeAccount: tells of a name that nobody has', async () => {
  await expect(changeAccount('nobody', { isDisabled: true }, accounts)).rejects.toThrow(/nobody/);
});

test('passwords that are handed over are strong, and no two alike', () => {
  const made = Array.from({ length: 50 }, madePassword);
  expect(new Set(made).size).toBe(50);
  expect(made.every((password) => isStrong(password, 'zhang'))).toBe(true);
});

describe('seedDemoAccounts', () => {
  test('lets the demo’s people in, once', async () => {
    expect(await seedDemoAccounts(accounts)).toBe(true);
    expect(await seedDemoAccounts(accounts)).toBe(true);
    const all = await accounts.accounts();
    expect(all.map(({ name }) => name)).toEqual(DEMO_PEOPLE.map(({ name }) => name).sort());
    expect(await isPassword(DEMO_PASSWORD, all[0]?.passwordHash ?? '')).toBe(true);
  });

  test('adds nobody where somebody is already', async () => {
    await addPerson(zhang, accounts, register);
    expect(await seedDemoAccounts(accounts)).toBe(false);
    expect((await accounts.accounts()).map(({ name }) => name)).toEqual(['zhang.san']);
  });
});

import { beforeEach, expect, test, vi } from 'vitest';
import { memoryAccounts } from '../../../test/memory-accounts.ts';
import { ownAccounts } from './own-accounts.ts';
import { hashPassword } from './passwords.ts';

const derivations = vi.hoisted(() => ({ count: 0 }));
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  return {
    ...crypto,
    scrypt(...all: Parameters<typeof crypto.scrypt>) {
      derivations.count += 1;
      crypto.scrypt(...all);
    },
  };
});

const CHEAP = { logN: 4, r: 1, p: 1 };
const clock = { now: () => new Date('2022-03-01T04:00:00.000Z') };
const accounts = memoryAccounts();

beforeEach(async () => {
  const passwordHash = await hashPassword('Correct-Horse-9', CHEAP);
  const account = { person: '张三', groups: [], units: [], passwordHash, version: 0 };
  for (const name of ['zhang', 'disabled', 'locked']) {
    const isDisabled = name === 'disabled';
    await accounts.addAccount({ ...account, name, mustChangePassword: false, isDisabled });
  }
  const lockout = { tries: 5, since: '' };
  for (let tried = 0; tried < 5; tried += 1) {
    await accounts.countTry('locked', clock.now().toISOString(), lockout);
  }
});

test.each(['zhang', 'disabled', 'locked', 'unknown'])(
  'a wrong password for %s costs one derivation, in an instance that has just begun as well',
  async (name) => {
    const own = ownAccounts(accounts, clock, CHEAP);
    derivations.count = 0;
    await expect(own.signIn(name, 'wrong')).rejects.toThrow('sign-in-failed');
    expect(derivations.count).toBe(1);
  },
);

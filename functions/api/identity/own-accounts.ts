import type { Account } from '../../../shared/account.ts';
import type { Clock } from '../../../shared/ports.ts';
import type { Accounts } from '../../../shared/store/accounts.ts';
import type { Session } from '../people-schemas.ts';
import { Refusal } from '../refusal.ts';
import { type OwnCaller, type OwnTokens, ownTokens } from './own-tokens.ts';
import {
  COST,
  type Cost,
  hashPassword,
  isPassword,
  isSamePassword,
  isStrong,
  nobodysHash,
} from './passwords.ts';

/** Wrong passwords in succession after which an account is locked, and for how long. */
const MOST_TRIES = 5;
const LOCKED_MINUTES = 15;

/** Signing in with accounts of this installation. */
export interface OwnAccounts {
  readonly verify: OwnTokens['verify'];
  readonly signIn: (name: string, password: string) => Promise<Session>;
  /** A new token for one that is good still; the account must be as it was when it signed in. */
  readonly renew: (caller: OwnCaller) => Promise<Session>;
  readonly changePassword: (caller: OwnCaller, current: string, next: string) => Promise<Session>;
}

/** The accounts in a store. Passwords are hashed at `cost`. */
export function ownAccounts(
  accounts: Accounts,
  clock: Pick<Clock, 'now'>,
  cost: Cost = COST,
): OwnAccounts {
  const tokens = ownTokens(accounts, clock);
  const nobody = nobodysHash(cost);
  const seconds = (): number => Math.floor(clock.now().getTime() / 1000);

  /** The account, if this is its password; wrong, locked, disabled and unknown look and last alike. */
  const proven = async (name: string, password: string): Promise<Account> => {
    const now = clock.now();
    const since = new Date(now.getTime() - LOCKED_MINUTES * 60_000).toISOString();
    const lockout = { tries: MOST_TRIES, since };
    const account = await accounts.countTry(name, now.toISOString(), lockout);
    const isRight = await isPassword(password, account?.passwordHash ?? nobody);
    if (account === null || !isRight || account.isDisabled) throw new Refusal('sign-in-failed');
    await accounts.forgetTries(name);
    return account;
  };

  const sessionOf = async (account: Account, authTime: number): Promise<Session> => {
    const { token, expiresAt, renewableUntil } = await tokens.sign(account, authTime);
    const iso = (time: number): string => new Date(time * 1000).toISOString();
    return {
      token,
      expiresAt: iso(expiresAt),
      renewableUntil: iso(renewableUntil),
      mustChangePassword: account.mustChangePassword,
    };
  };

  return {
    verify: tokens.verify,

    async signIn(name, password) {
      const account = await proven(name.trim().toLowerCase(), password);
      return sessionOf(account, seconds());
    },

    async renew(caller) {
      const account = await accounts.account(caller.sub);
      if (account === null || account.isDisabled || account.version !== caller.version) {
        throw new Refusal('not-signed-in');
      }
      return sessionOf(account, caller.authTime);
    },

    async changePassword(caller, current, next) {
      const account = await proven(caller.sub, current);
      if (isSamePassword(next, current) || !isStrong(next, account.name))
        throw new Refusal('password-too-weak');
      const change = { passwordHash: await hashPassword(next, cost), mustChangePassword: false };
      const changed = await accounts.changeAccount(account.name, account.version, change);
      if (changed === null) throw new Refusal('not-signed-in');
      return sessionOf(changed, seconds());
    },
  };
}

import type { Account } from '../account.ts';

/*
 * The accounts of an installation that has no identity provider. Access patterns as in
 * `submissions.ts`, with contract tests in `test/store/accounts.contract.ts`:
 *
 * | access pattern  | how                                                              |
 * |-----------------|------------------------------------------------------------------|
 * | addAccount      | ! put ACCOUNT if absent                                          |
 * | account         | = get ACCOUNT                                                    |
 * | accounts        | ~ query group ACCOUNTS                                           |
 * | changeAccount   | ! update ACCOUNT while it has the version that was read          |
 * | countTry        | ! update ACCOUNT while tries are left                            |
 * | forgetTries     | update ACCOUNT                                                   |
 * | signingSecret   | ! put SIGNING if absent, = get                                   |
 */

/** What a change of an account may touch; its version counts up by itself. */
export type AccountChange = Partial<
  Pick<Account, 'passwordHash' | 'mustChangePassword' | 'isDisabled'>
>;

/** When an account stays shut. */
export interface Lockout {
  /** Tries in succession that are looked at. */
  readonly tries: number;
  /** After the last of them, none is looked at that came before this time (ISO 8601). */
  readonly since: string;
}

/** People who sign in with a password. */
export interface Accounts {
  /** False if the name is taken, with nothing changed. */
  readonly addAccount: (account: Account) => Promise<boolean>;
  readonly account: (name: string) => Promise<Account | null>;
  /** Every account, by name. */
  readonly accounts: () => Promise<readonly Account[]>;
  /** The account as it is then; null if it is not there or not at this version any more. */
  readonly changeAccount: (
    name: string,
    version: number,
    change: AccountChange,
  ) => Promise<Account | null>;
  /**
   * Counts a try to sign in at `now` (ISO 8601), before the password is looked at, so that tries at the
   * same time cannot be more than those allowed. Null if there is no such account, or it is locked.
   */
  readonly countTry: (name: string, now: string, lockout: Lockout) => Promise<Account | null>;
  /** The password was right, or an administrator gave a new one: counts from nothing again. */
  readonly forgetTries: (name: string) => Promise<void>;
  /** What tokens are signed with: the first one offered stands for good. */
  readonly signingSecret: (offered: string) => Promise<string>;
}

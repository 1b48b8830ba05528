import type { Account } from '../shared/account.ts';
import type { Accounts } from '../shared/store/accounts.ts';

/** The in-memory twin of `functions/dynamo/accounts.ts`; one contract suite holds for both. */
export function memoryAccounts(): Accounts {
  const stored = new Map<string, { account: Account; tries: number; triedAt: string }>();
  let secret: string | null = null;
  return {
    async addAccount(account) {
      if (stored.has(account.name)) return false;
      stored.set(account.name, { account: structuredClone(account), tries: 0, triedAt: '' });
      return true;
    },
    async account(name) {
      return structuredClone(stored.get(name)?.account ?? null);
    },
    async accounts() {
      return [...stored.values()]
        .map(({ account }) => structuredClone(account))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async changeAccount(name, version, change) {
      const found = stored.get(name);
      if (found?.account.version !== version) return null;
      found.account = { ...found.account, ...change, version: version + 1 };
      return structuredClone(found.account);
    },
    async countTry(name, now, { tries, since }) {
      const found = stored.get(name);
      if (found === undefined) return null;
      const isLocked = found.tries >= tries;
      if (isLocked && found.triedAt >= since) return null;
      found.tries = isLocked ? 1 : found.tries + 1;
      found.triedAt = now;
      return structuredClone(found.account);
    },
    async forgetTries(name) {
      const found = stored.get(name);
      if (found !== undefined) found.tries = 0;
    },
    async signingSecret(offered) {
      secret ??= offered;
      return secret;
    },
  };
}

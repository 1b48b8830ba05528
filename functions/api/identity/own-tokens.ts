import { randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import type { Account } from '../../../shared/account.ts';
import type { Clock } from '../../../shared/ports.ts';
import type { Accounts } from '../../../shared/store/accounts.ts';
import { type Caller, callerOf } from './caller.ts';
import { isUntrusted } from './provider-tokens.ts';

/** Seconds that a token is good for, and for which it can be renewed without the password. */
const TOKEN_SECONDS = 15 * 60;
const SESSION_SECONDS = 12 * 60 * 60;

/** Bytes of the secret that tokens are signed with. */
const SECRET_BYTES = 32;

const ISSUER = 'jixiao';
const AUDIENCE = 'jixiao-api';

/** What a token of ours says of its session, besides who asks. */
const sessionClaims = z.object({
  /** When the password was typed, seconds since 1970. */
  auth_time: z.int().positive(),
  /** Of the account, when the password was typed. */
  version: z.int().nonnegative(),
  must_change: z.boolean(),
});

/** A caller with an account of this installation. */
export interface OwnCaller extends Caller {
  readonly authTime: number;
  readonly version: number;
}

/** A signed token and what it is good for; seconds since 1970. */
export interface Token {
  readonly token: string;
  readonly expiresAt: number;
  readonly renewableUntil: number;
}

/** Signs and verifies tokens with the installation's own secret, which is made when first asked for. */
export interface OwnTokens {
  /** `authTime`: when the password was typed. */
  readonly sign: (account: Account, authTime: number) => Promise<Token>;
  readonly verify: (token: string) => Promise<OwnCaller | null>;
}

/** Tokens of the accounts in a store. */
export function ownTokens(accounts: Accounts, clock: Pick<Clock, 'now'>): OwnTokens {
  let secret: Promise<Uint8Array> | null = null;
  const signingSecret = (): Promise<Uint8Array> => {
    secret ??= loadSecret(accounts).catch((error: unknown) => {
      secret = null;
      throw error;
    });
    return secret;
  };
  return {
    async sign(account, authTime) {
      const now = Math.floor(clock.now().getTime() / 1000);
      const renewableUntil = authTime + SESSION_SECONDS;
      const expiresAt = Math.min(now + TOKEN_SECONDS, renewableUntil);
      const token = await new SignJWT({
        name: account.person,
        groups: [...account.groups],
        units: [...account.units],
        auth_time: authTime,
        version: account.version,
        must_change: account.mustChangePassword,
      })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(account.name)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(now)
        .setExpirationTime(expiresAt)
        .sign(await signingSecret());
      return { token, expiresAt, renewableUntil };
    },

    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, await signingSecret(), {
          issuer: ISSUER,
          audience: AUDIENCE,
          algorithms: ['HS256'],
          currentDate: clock.now(),
        });
        const session = sessionClaims.safeParse(payload).data;
        const caller = session === undefined ? null : callerOf(payload, session.must_change);
        if (session === undefined || caller === null) return null;
        return { ...caller, authTime: session.auth_time, version: session.version };
      } catch (error) {
        if (isUntrusted(error)) return null;
        throw error;
      }
    },
  };
}

async function loadSecret(accounts: Accounts): Promise<Uint8Array> {
  const offered = randomBytes(SECRET_BYTES).toString('base64url');
  return Buffer.from(await accounts.signingSecret(offered), 'base64url');
}

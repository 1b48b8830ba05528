import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Clock } from '../../../shared/ports.ts';
import { callerOf, type Verifier } from './caller.ts';

/** An identity provider that this installation trusts. */
export interface Provider {
  readonly issuer: string;
  readonly audience: string;
  /** Its public keys; jose’s `createRemoteJWKSet` fetches them when they are needed. */
  readonly keys: JWTVerifyGetKey;
}

/** Signatures made with a private key: a token signed with a public key for a secret is none. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'EdDSA',
];

/** Seconds that two clocks may differ. */
const CLOCKS_DIFFER = 30;

/** Verifies tokens of a provider. What it cannot fetch is our own fault, and throws. */
export const providerVerifier =
  ({ issuer, audience, keys }: Provider, clock: Pick<Clock, 'now'>): Verifier =>
  async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: CLOCKS_DIFFER,
        currentDate: clock.now(),
      });
      return callerOf(payload, false);
    } catch (error) {
      if (isUntrusted(error)) return null;
      throw error;
    }
  };

/** True for what is wrong with a token, false for what is wrong with the way to its keys. */
export const isUntrusted = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout) &&
  !(error instanceof errors.JWKSInvalid) &&
  error.code !== 'ERR_JOSE_GENERIC';

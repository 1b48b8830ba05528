import { createLocalJWKSet, errors, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import type { Caller, Verifier } from './caller.ts';
import { providerVerifier } from './provider-tokens.ts';

const ISSUER = 'https://id.example.gov.cn/';
const AUDIENCE = 'jixiao';
const NOW = new Date('2022-03-01T04:00:00.000Z');
const SECONDS = NOW.getTime() / 1000;
const CLAIMS = { name: '张三', groups: ['unit', 'printers'], units: ['LG-FGJ'] };

let verify: Verifier;
let privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
let publicText: Uint8Array;
beforeAll(async () => {
  const pair = await generateKeyPair('RS256');
  privateKey = pair.privateKey;
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256' };
  publicText = new TextEncoder().encode(JSON.stringify(jwk));
  const keys = createLocalJWKSet({ keys: [jwk] });
  verify = providerVerifier({ issuer: ISSUER, audience: AUDIENCE, keys }, { now: () => NOW });
});

interface Signing {
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: number;
  readonly kid?: string;
}

const signed = (claims: Record<string, unknown>, signing: Signing = {}): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: signing.kid ?? 'k1' })
    .setSubject('u-1')
    .setIssuer(signing.issuer ?? ISSUER)
    .setAudience(signing.audience ?? AUDIENCE)
    .setExpirationTime(signing.expires ?? SECONDS + 600)
    .sign(privateKey);

test('a token says who asks; groups that mean nothing here are left out', async () => {
  expect(await verify(await signed(CLAIMS))).toEqual({
    sub: 'u-1',
    name: '张三',
    groups: ['unit'],
    units: ['LG-FGJ'],
    mustChangePassword: false,
    expiresAt: SECONDS + 600,
  } satisfies Caller);
});

test('lists may be written as one text', async () => {
  const token = await signed({ ...CLAIMS, groups: 'finance auditor', units: 'LG-FGJ,LG-GXJ,x' });
  expect(await verify(token)).toMatchObject({
    groups: ['finance', 'auditor'],
    units: ['LG-FGJ', 'LG-GXJ'],
  });
});

test('one who is in no group may do nothing, but is known', async () => {
  expect(await verify(await signed({ name: '张三' }))).toMatchObject({ groups: [], units: [] });
});

test.each<[string, Record<string, unknown>, Signing]>([
  ['of another issuer', CLAIMS, { issuer: 'https://evil.example/' }],
  ['for another audience', CLAIMS, { audience: 'mail' }],
  ['that is over', CLAIMS, { expires: SECONDS - 60 }],
  ['of a key that is unknown', CLAIMS, { kid: 'k2' }],
  ['without a name', { groups: ['unit'] }, {}],
])('a token %s is none', async (_, claims, signing) => {
  expect(await verify(await signed(claims, signing))).toBeNull();
});

test('the public key is no secret to sign with', async () => {
  const token = await new SignJWT(CLAIMS)
    .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
    .setSubject('u-1')
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setExpirationTime(SECONDS + 600)
    .sign(publicText);
  expect(await verify(token)).toBeNull();
});

test('keys that cannot be fetched are our own fault', async () => {
  const away = providerVerifier(
    {
      issuer: ISSUER,
      audience: AUDIENCE,
      keys: async () => {
        throw new errors.JWKSTimeout();
      },
    },
    { now: () => NOW },
  );
  await expect(away(await signed(CLAIMS))).rejects.toThrow(errors.JWKSTimeout);
});

import { createRemoteJWKSet } from 'jose';
import { makeApp } from '../functions/api/app.ts';
import { providerSignIn } from '../functions/api/identity/provider-sign-in.ts';
import { providerVerifier } from '../functions/api/identity/provider-tokens.ts';
import { systemClock } from '../functions/system-clock.ts';
import { CLIENT, type FakeIssuer } from './fake-issuer.ts';
import { makeApiWorld } from './memory-api.ts';

/** The API over a world in memory, where people sign in at a provider. */
export async function apiWithIssuer({ issuer, keysUrl }: FakeIssuer) {
  const { api: ports } = await makeApiWorld();
  const provider = { issuer, audience: CLIENT, keys: createRemoteJWKSet(new URL(keysUrl)) };
  return makeApp(
    {
      ports,
      own: null,
      portalOrigin: null,
      verify: providerVerifier(provider, systemClock),
      signIn: providerSignIn({ issuer, audience: CLIENT, clientId: CLIENT, scope: 'openid' }),
    },
    { addressOf: () => '192.0.2.1', log: () => {}, logFault: () => 'fault' },
  );
}

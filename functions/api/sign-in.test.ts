import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiWithIssuer } from '../../test/api-with-issuer.ts';
import { CLIENT, type FakeIssuer, startIssuer } from '../../test/fake-issuer.ts';
import { makeApiWorld } from '../../test/memory-api.ts';

const VERIFIER = 'v'.repeat(43);
const PAGES = 'https://portal.example/sign-in';

let issuer: FakeIssuer;
let app: Awaited<ReturnType<typeof apiWithIssuer>>;
beforeAll(async () => {
  issuer = await startIssuer({ name: '张三', groups: ['unit'], units: ['LG-FGJ'] });
  app = await apiWithIssuer(issuer);
});
afterAll(() => issuer.close());

/** Gets a code as a browser would. */
function code(verifier = VERIFIER): string {
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const given = `code-${Math.random()}`;
  issuer.codes.set(given, { challenge, redirectUri: PAGES });
  return given;
}

const finish = (answer: object): Promise<Response> | Response =>
  app.request('/api/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ verifier: VERIFIER, redirectUri: PAGES, issuer: null, ...answer }),
  });

describe('at an identity provider', () => {
  test('the pages are told where to go', async () => {
    const way = await (await app.request('/api/sign-in')).json();
    expect(way).toEqual({
      kind: 'provider',
      authorizeUrl: `${issuer.issuer}/authorize`,
      clientId: CLIENT,
      scope: 'openid',
    });
  });

  test('a code becomes a token that the API takes', async () => {
    const response = await finish({ code: code() });
    expect(response.status).toBe(200);
    const { token } = (await response.json()) as { token: string };
    const me = await app.request('/api/me', { headers: { authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({ name: '张三', signIn: 'provider' });
  });

  test.each([
    [
      'that was used already',
      async () => {
        const used = code();
        await finish({ code: used });
        return { code: used };
      },
    ],
    [
      'of somebody who cannot show what its challenge was made of',
      async () => ({
        code: code('w'.repeat(43)),
      }),
    ],
    [
      'from another address',
      async () => ({
        code: code(),
        redirectUri: 'https://elsewhere.example/sign-in',
      }),
    ],
    ['of another provider', async () => ({ code: code(), issuer: 'https://elsewhere.example' })],
  ])('a code %s is refused', async (_, answer) => {
    const response = await finish(await answer());
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ type: expect.stringMatching(/sign-in-failed$/) });
  });
});

test('where people have accounts of their own, no code is taken', async () => {
  const world = await makeApiWorld();
  expect(await (await world.ask(null, '/api/sign-in')).json()).toEqual({ kind: 'own' });
  const answer = { code: 'c', verifier: VERIFIER, redirectUri: PAGES, issuer: null };
  expect((await world.post(null, '/api/sign-in', answer)).status).toBe(404);
});

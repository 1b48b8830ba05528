import { decodeJwt, SignJWT } from 'jose';
import { beforeEach, expect, test } from 'vitest';
import { type ApiWorld, makeApiWorld, PASSWORD } from '../../test/memory-api.ts';
import type { Me, Session } from './people-schemas.ts';
import type { ProblemDocument } from './schemas.ts';

let world: ApiWorld;
beforeEach(async () => {
  world = await makeApiWorld();
});

const signIn = (account: string, password: string) =>
  world.post(null, '/api/session', { account, password });
const sessionIn = async (response: Response): Promise<Session> => {
  expect(response.status).toBe(200);
  return (await response.json()) as Session;
};
const problemIn = async (response: Response): Promise<string> => {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  return ((await response.json()) as ProblemDocument).type.split('/').at(-1) ?? '';
};
const withToken = (token: string, path: string, init: RequestInit = {}) =>
  world.ask(null, path, {
    ...init,
    headers: { ...init.headers, authorization: `Bearer ${token}` },
  });
const postWith = (token: string, path: string, body: unknown) =>
  withToken(token, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const after = (minutes: number): void => {
  world.now = new Date(Date.parse(world.now) + minutes * 60_000).toISOString();
};

test('signing in gives a token that says who one is, for a quarter of an hour', async () => {
  const session = await sessionIn(await signIn(' Zhang ', PASSWORD));
  expect(session).toMatchObject({
    expiresAt: '2022-03-01T04:15:00.000Z',
    renewableUntil: '2022-03-01T16:00:00.000Z',
    mustChangePassword: false,
  });
  const me = (await (await withToken(session.token, '/api/me')).json()) as Me;
  expect(me).toEqual({
    sub: 'zhang',
    name: '张三',
    groups: ['unit'],
    units: [{ code: 'LG-FGJ', name: '深圳市龙岗区发展和改革局' }],
    mustChangePassword: false,
    expiresAt: '2022-03-01T04:15:00.000Z',
    signIn: 'own',
  });
  after(15);
  expect(await problemIn(await withToken(session.token, '/api/me'))).toBe('not-signed-in');
});

test('a wrong password, an unknown name and a disabled account are told alike', async () => {
  await world.api.accounts.changeAccount('wang', 0, { isDisabled: true });
  const answers = [
    await signIn('zhang', 'wrong'),
    await signIn('nobody', PASSWORD),
    await signIn('wang', PASSWORD),
  ];
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(texts).size).toBe(1);
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
});

test('five wrong passwords lock the account for a quarter of an hour, also for the right one', async () => {
  for (let tried = 0; tried < 5; tried += 1) await signIn('zhang', 'wrong');
  expect(await problemIn(await signIn('zhang', PASSWORD))).toBe('sign-in-failed');
  after(14);
  expect(await problemIn(await signIn('zhang', PASSWORD))).toBe('sign-in-failed');
  after(2);
  await sessionIn(await signIn('zhang', PASSWORD));
});

test('a right password starts the count anew', async () => {
  for (let round = 0; round < 2; round += 1) {
    for (let tried = 0; tried < 4; tried += 1) await signIn('zhang', 'wrong');
    await sessionIn(await signIn('zhang', PASSWORD));
  }
});

test('renewing goes on for twelve hours, and ends with the account', async () => {
  let { token } = await sessionIn(await signIn('zhang', PASSWORD));
  for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
    after(10);
    ({ token } = await sessionIn(await withToken(token, '/api/session/renew', { method: 'POST' })));
  }
  expect(decodeJwt(token).exp).toBe(Date.parse('2022-03-01T16:00:00.000Z') / 1000);
  after(10);
  expect(await problemIn(await withToken(token, '/api/session/renew', { method: 'POST' }))).toBe(
    'not-signed-in',
  );
});

test('a session ends when its account is changed by an administrator', async () => {
  const { token } = await sessionIn(await signIn('zhang', PASSWORD));
  await world.api.accounts.changeAccount('zhang', 0, { isDisabled: true });
  expect(await problemIn(await withToken(token, '/api/session/renew', { method: 'POST' }))).toBe(
    'not-signed-in',
  );
});

test('the first password must be changed before anything else', async () => {
  const session = await sessionIn(await signIn('new', PASSWORD));
  expect(session.mustChangePassword).toBe(true);
  expect(await problemIn(await withToken(session.token, '/api/periods'))).toBe(
    'password-to-change',
  );
  const change = { current: PASSWORD, next: '新密码-Abc-2022' };
  const changed = await sessionIn(await postWith(session.token, '/api/password', change));
  expect(changed.mustChangePassword).toBe(false);
  expect((await withToken(changed.token, '/api/periods')).status).toBe(200);
  await sessionIn(await signIn('new', '新密码-Abc-2022'));
  expect(await problemIn(await signIn('new', PASSWORD))).toBe('sign-in-failed');
});

/** The same keys under an input method that is set to full width. */
const FULL_WIDTH = PASSWORD.replace('C', 'Ｃ');

test.each(['Short-1', 'alllowercase', PASSWORD, FULL_WIDTH, 'Zhang-2022-xyz'])(
  'refuses %s as a new password',
  async (next) => {
    const { token } = await sessionIn(await signIn('zhang', PASSWORD));
    const response = await postWith(token, '/api/password', { current: PASSWORD, next });
    expect(await problemIn(response)).toBe('password-too-weak');
  },
);

test('a change of password needs the old one', async () => {
  const { token } = await sessionIn(await signIn('zhang', PASSWORD));
  const change = { current: 'wrong', next: 'Another-Horse-8' };
  expect(await problemIn(await postWith(token, '/api/password', change))).toBe('sign-in-failed');
  await sessionIn(await signIn('zhang', PASSWORD));
});

test('a token of another key, algorithm or audience is none', async () => {
  const claims = { name: '张三', groups: ['finance'], units: [], auth_time: 1, version: 0 };
  const forge = (secret: Uint8Array, audience: string) =>
    new SignJWT({ ...claims, must_change: false })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('zhang')
      .setIssuer('jixiao')
      .setAudience(audience)
      .setExpirationTime(4_000_000_000)
      .sign(secret);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const named = { ...claims, must_change: false, sub: 'zhang', iss: 'jixiao', exp: 4e9 };
  const unsigned = `${part({ alg: 'none' })}.${part({ ...named, aud: 'jixiao-api' })}.`;
  const own = Buffer.from(await world.api.accounts.signingSecret('-'.repeat(43)), 'base64url');
  const foreign = new Uint8Array(32);
  expect((await withToken(await forge(own, 'jixiao-api'), '/api/me')).status).toBe(200);
  for (const token of [
    await forge(foreign, 'jixiao-api'),
    await forge(own, 'another-api'),
    unsigned,
    'no.token.atall',
  ]) {
    expect(await problemIn(await withToken(token, '/api/me'))).toBe('not-signed-in');
  }
});

test('one address cannot try many accounts', async () => {
  const statuses: number[] = [];
  for (let tried = 0; tried < 40; tried += 1) {
    statuses.push((await signIn(`name-${tried}`, 'wrong')).status);
  }
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(401));
  expect(statuses.slice(30)).toEqual(Array(10).fill(429));
  after(1);
  expect((await signIn('zhang', PASSWORD)).status).toBe(200);
});

test('a whole district signs in from one address, also after a night', async () => {
  const { token } = await sessionIn(await signIn('zhang', PASSWORD));
  after(16 * 60);
  for (let person = 0; person < 50; person += 1) {
    expect((await withToken(token, '/api/session/renew', { method: 'POST' })).status).toBe(401);
    await sessionIn(await signIn('zhang', PASSWORD));
  }
});

test('a body that is no JSON, or not of this shape, is told without repeating it', async () => {
  const asForm = await world.ask(null, '/api/session', { method: 'POST', body: 'account=zhang' });
  expect(await problemIn(asForm)).toBe('wrong-type');
  const wrong = await signIn('', 'geheim');
  const text = await wrong.text();
  expect(wrong.status).toBe(422);
  expect(text).toContain('account');
  expect(text).not.toContain('geheim');
});

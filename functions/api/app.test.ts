import { expect, test } from 'vitest';
import { makeApiWorld } from '../../test/memory-api.ts';
import { DESCRIPTION } from './app.ts';
import { clientAddress } from './client-address.ts';
import { limiter } from './rate-limit.ts';
import { ROUTES } from './routes/catalogue.ts';

test('the description names every route, its parameters and its problems', async () => {
  const world = await makeApiWorld();
  const description = (await (await world.ask(null, DESCRIPTION)).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { parameters: { name: string }[]; responses: object }>>;
  };
  expect(description.openapi).toBe('3.1.0');
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(described.sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
  const status = description.paths['/api/uploads/{id}']!['get']!;
  expect(status.parameters.map(({ name }) => name)).toEqual(['id', 'waitSeconds']);
  expect(Object.keys(status.responses)).toEqual(['200', '401', '403', '404', '422', '429', '500']);
  expect(JSON.stringify(description)).toContain('国家秘密');
});

test('every answer keeps browsers from doing more than they should', async () => {
  const world = await makeApiWorld();
  for (const [who, path] of [
    [null, '/api/me'],
    ['zhang', '/api/me'],
    [null, '/api/nothing'],
    [null, DESCRIPTION],
  ] as const) {
    const { headers } = await world.ask(who, path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
  }
});

test('a cookie is never taken for a token', async () => {
  const world = await makeApiWorld();
  const { token } = (await (
    await world.post(null, '/api/session', { account: 'zhang', password: 'Correct-Horse-9' })
  ).json()) as { token: string };
  const answer = await world.ask(null, '/api/me', { headers: { cookie: `token=${token}` } });
  expect(answer.status).toBe(401);
});

test('what is logged names the route and nobody, no file and nothing of what it held', async () => {
  const world = await makeApiWorld();
  const query = `fileName=${encodeURIComponent('张三的表.xlsx')}&confirmed=true`;
  await world.sendAs('zhang', [{ projectName: '秘密项目' }], query);
  await world.ask(null, '/api/nothing?secret=1');
  expect(world.logged).toEqual([
    {
      method: 'POST',
      path: '/api/periods/{period}/units/{unit}/uploads',
      status: 201,
      milliseconds: 0,
    },
    { method: 'GET', path: null, status: 404, milliseconds: 0 },
  ]);
});

test('one caller who asks on and on is asked to wait, another is not', async () => {
  const world = await makeApiWorld();
  const statuses: number[] = [];
  for (let asked = 0; asked < 61; asked += 1) {
    statuses.push((await world.ask('zhang', '/api/forms')).status);
  }
  expect(statuses.slice(0, 60)).toEqual(Array(60).fill(200));
  const refused = await world.ask('zhang', '/api/forms');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect((await world.ask('li', '/api/forms')).status).toBe(200);
  world.now = '2022-03-01T04:00:02.000Z';
  expect((await world.ask('zhang', '/api/forms')).status).toBe(200);
});

test('a limiter gives back with time, never more than its burst', () => {
  const { wait, take } = limiter({ burst: 2, perSecond: 0.5 });
  const ask = (who: string, now: number): number => {
    const seconds = wait(who, now);
    if (seconds === 0) take(who, now);
    return seconds;
  };
  expect([ask('a', 0), ask('a', 0), ask('a', 0), ask('b', 0)]).toEqual([0, 0, 2, 0]);
  expect([ask('a', 2000), ask('a', 2000)]).toEqual([0, 2]);
  expect([1, 2, 3].map(() => ask('a', 1_000_000))).toEqual([0, 0, 2]);
});

test.each([
  ['no proxy is trusted', '203.0.113.9', '1.1.1.1, 203.0.113.9', 0, '203.0.113.9'],
  ['nothing was forwarded', '203.0.113.9', null, 1, '203.0.113.9'],
  ['behind one', '10.0.0.1', '6.6.6.6, 198.51.100.7, 10.0.0.1', 1, '198.51.100.7'],
  ['fewer than trusted', '10.0.0.1', '10.0.0.1', 2, '10.0.0.1'],
])('the client’s address: %s', (_, seen, forwarded, trusted, expected) => {
  expect(clientAddress(seen, forwarded, trusted)).toBe(expected);
});

import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { type ApiWorld, makeApiWorld, PASSWORD } from '../../test/memory-api.ts';

let world: ApiWorld;
beforeEach(async () => {
  world = await makeApiWorld();
});

const GOOD = {
  account: 'zhang',
  password: PASSWORD,
  period: '2021',
  unit: 'LG-FGJ',
  confirmed: 'on',
};

const post = (fields: Partial<Record<keyof typeof GOOD, string>> = {}, name = '表.xlsx') => {
  const form = new FormData();
  for (const [field, value] of Object.entries({ ...GOOD, ...fields })) form.set(field, value);
  form.set('file', new File([JSON.stringify([{}])], name));
  return world.ask(null, '/api/plain-form', { method: 'POST', body: form });
};

test('a page without script sends with account and password, and gets a page to keep', async () => {
  const answer = await post();
  expect(answer.status).toBe(201);
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  const html = await answer.text();
  expect(html).toContain('深圳市龙岗区发展和改革局（LG-FGJ），2021 年度');
  expect(html).toMatch(/SHA-256：[0-9a-f]{64}/);
  expect(html).not.toContain('<script');
  const style = /<style>([^<]*)<\/style>/.exec(html)?.[1] ?? '';
  const digest = createHash('sha256').update(style).digest('base64');
  const policy = answer.headers.get('content-security-policy');
  expect(policy).toContain(`default-src 'none'; style-src 'sha256-${digest}';`);
  expect(policy).toMatch(/frame-ancestors 'none'; sandbox$/);
  await world.settle();
  const [upload] = await world.ports.submissions.uploadsOf({ period: '2021', submitter: 'LG-FGJ' });
  expect(upload).toMatchObject({ status: 'accepted' });
  expect((await world.api.sendings.sent(upload?.id ?? ''))?.sub).toBe('zhang');
});

test.each<[string, Partial<typeof GOOD>, number, string]>([
  ['a wrong password', { password: 'wrong' }, 401, '账号或密码不对'],
  ['another unit', { unit: 'LG-GXJ' }, 403, '无权'],
  ['somebody who sends for nobody', { account: 'cai' }, 403, '无权'],
  ['somebody in no group', { account: 'nemo' }, 403, '无权'],
  ['a first password', { account: 'new' }, 403, '修改密码'],
  ['another period', { period: '1999' }, 404, '没有这个年度'],
  ['a box not ticked', { confirmed: '' }, 422, '国家秘密'],
])('%s is told on a page', async (_, fields, status, says) => {
  const answer = await post(fields);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    status,
    'text/html; charset=utf-8',
  ]);
  expect(await answer.text()).toContain(says);
  expect(world.messages).toEqual([]);
});

test('one address cannot guess passwords by it', async () => {
  const statuses: number[] = [];
  for (let tried = 0; tried < 32; tried += 1) {
    statuses.push((await post({ account: `name-${tried}` })).status);
  }
  expect(statuses.slice(28)).toEqual([401, 401, 429, 429]);
});

test('a file’s name stands on the page as text', async () => {
  const html = await (await post({}, '<img src=x onerror=alert(1)>.xlsx')).text();
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;.xlsx');
  expect(html).not.toContain('<img');
});

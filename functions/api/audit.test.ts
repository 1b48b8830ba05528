import { expect, test } from 'vitest';
import { appendOnce } from '../../shared/audit/trail.ts';
import { verifyTrail } from '../../shared/audit/verify-trail.ts';
import { type ApiWorld, makeApiWorld } from '../../test/memory-api.ts';

/** Puts acts with this much to tell into the trail of 2021. */
async function worldWithActs(number: number, length: number): Promise<ApiWorld> {
  const world = await makeApiWorld();
  for (let act = 1; act <= number; act += 1) {
    const draft = {
      chain: '2021',
      actionId: `act-${act}`,
      at: world.now,
      by: { id: 'cai', name: '财政', role: 'finance' },
      action: 'send-back',
      submission: { period: '2021', submitter: 'LG-FGJ' },
      revision: 1,
      before: {},
      after: { told: '字'.repeat(length) },
      reason: null,
    };
    await appendOnce(draft, act - 1, world.ports.submissions);
  }
  return world;
}

test('the export verifies, and says what it is', async () => {
  const world = await worldWithActs(3, 1);
  const answer = await world.ask('shen', '/api/periods/2021/audit');
  expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
  expect(answer.headers.get('link')).toBeNull();
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
    '2021年度审计记录.jsonl',
  );
  expect(verifyTrail(await answer.text())).toMatchObject({ holds: true });
});

test('a long one comes in parts, which joined verify', async () => {
  const world = await worldWithActs(5, 700_000);
  const parts: string[] = [];
  let next: string | undefined = '/api/periods/2021/audit';
  while (next !== undefined) {
    const answer = await world.ask('cai', next);
    parts.push(await answer.text());
    next = /<(.+?)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
  }
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThan(4.1 * 1024 * 1024);
  expect(parts.join('').trim().split('\n')).toHaveLength(5);
  expect(verifyTrail(parts.join(''))).toMatchObject({ holds: true });
});

test('of a period that nobody knows there is none', async () => {
  const world = await makeApiWorld();
  expect((await world.ask('cai', '/api/periods/1999/audit')).status).toBe(404);
  expect((await world.ask('cai', '/api/periods/1999/board')).status).toBe(404);
});

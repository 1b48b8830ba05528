import { describe, expect, test } from 'vitest';
import type { Account } from '../../shared/account.ts';
import { sweep } from '../../shared/pipeline.ts';
import type { ReviewAct } from '../../shared/review/review-act.ts';
import { revisionReview } from '../../shared/submission-review.ts';
import { deliverAll, type World } from '../memory-ports.ts';
import { acceptedWorld, publicNow, sendAgain, siteIndex, takeAll } from '../published-world.ts';
import { act, SUBMISSION, signed } from '../review-acts.ts';

/* 定时公开: the sweep publishes what is due, as whoever scheduled it would. */

const NOON = '2022-05-01T04:00:00.000Z';
const BEFORE = '2022-05-01T03:59:00.000Z';
const AFTER = '2022-05-01T04:05:00.000Z';

const later = (revision = 1, reason?: string): ReviewAct =>
  act(
    'third',
    { kind: 'schedule', notBefore: NOON, ...(reason === undefined ? {} : { reason }) },
    revision,
  );

async function scheduledWorld(more: readonly ReviewAct[] = []): Promise<World> {
  const world = await acceptedWorld();
  await takeAll(world, [act('finance', 'approve'), ...signed(), later(), ...more]);
  return world;
}

/** The sweep at a time; how many it found due. */
async function sweepAt(world: World, now: string): Promise<number> {
  world.now = now;
  const { scheduled } = await sweep(world.ports);
  await deliverAll(world);
  return scheduled;
}

const reviewIn = async (world: World) => (await world.ports.submissions.head(SUBMISSION))?.review;

const trailOf = async (world: World) => {
  const found: { action: string; by: string; reason: string | null }[] = [];
  for (let after = 0; ; ) {
    const page = await world.ports.submissions.entriesAfter('2021', after);
    if (page.length === 0) return found;
    found.push(...page.map(({ action, by, reason }) => ({ action, by: by.name, reason })));
    after = page.at(-1)?.number ?? after;
  }
};

test('not before its time, then once, by whoever scheduled it', async () => {
  const world = await scheduledWorld();
  expect(await sweepAt(world, BEFORE)).toBe(0);
  expect(publicNow(world).size).toBe(0);
  expect(await sweepAt(world, AFTER)).toBe(1);
  expect(siteIndex(world).publications).toMatchObject([{ status: 'current', publishedAt: AFTER }]);
  expect((await trailOf(world)).at(-1)).toEqual({ action: 'publish', by: '批准人', reason: null });
  expect(await sweepAt(world, '2022-05-02T04:05:00.000Z')).toBe(0);
});

test('an approval that was taken back since publishes nothing', async () => {
  const world = await scheduledWorld([act('finance', 'reopen')]);
  expect(await sweepAt(world, AFTER)).toBe(0);
  expect(publicNow(world).size).toBe(0);
});

test('what would be refused to that person is refused, and told in the trail', async () => {
  const world = await acceptedWorld();
  await takeAll(world, [act('finance', 'approve'), ...signed(), later()]);
  // Fewer signatures than are wanted by now.
  const head = await world.ports.submissions.head(SUBMISSION);
  const review = head?.review;
  if (review === undefined) throw new Error('no review');
  const own = revisionReview(review, 1);
  const revisions = { 1: { ...own, signatures: own.signatures.slice(0, 2) } };
  await world.ports.submissions.saveReview(SUBMISSION, {
    ...review,
    version: review.version + 1,
    revisions,
  });
  expect(await sweepAt(world, AFTER)).toBe(1);
  expect(publicNow(world).size).toBe(0);
  expect((await trailOf(world)).at(-1)).toEqual({
    action: 'unschedule',
    by: '批准人',
    reason: '到时未能公开：初审、复审、批准未齐',
  });
  expect((await reviewIn(world))?.revisions[1]?.scheduled).toBeNull();
  expect(await sweepAt(world, '2022-05-02T04:05:00.000Z')).toBe(0);
});

describe('where the installation has accounts of its own, who scheduled it must still be of the department', () => {
  const ACCOUNT = {
    ...{ name: 'd3', person: '批准人', passwordHash: '', mustChangePassword: false, version: 1 },
    ...{ groups: ['department'], units: ['LG-FGJ'], isDisabled: false },
  } as const satisfies Account;

  async function publishedWith(account: Account | null): Promise<World> {
    const world = await scheduledWorld();
    const people = { account: async (name: string) => (name === 'd3' ? account : null) };
    Object.assign(world.ports, { people });
    expect(await sweepAt(world, AFTER)).toBe(1);
    return world;
  }

  test('it is published while they are', async () => {
    expect(siteIndex(await publishedWith(ACCOUNT)).publications).toHaveLength(1);
  });

  test.each<[string, Account | null]>([
    ['gone', null],
    ['shut', { ...ACCOUNT, isDisabled: true }],
    ['of another group', { ...ACCOUNT, groups: ['unit'] }],
    ['of another department', { ...ACCOUNT, units: ['LG-GXJ'] }],
  ])('and is not once their account is %s, which board and trail tell', async (_, account) => {
    const world = await publishedWith(account);
    expect(publicNow(world).size).toBe(0);
    const reason = expect.stringMatching(/^到时未能公开：定时的人已不在该部门/);
    const entry = { action: 'unschedule', by: '批准人', reason };
    expect((await trailOf(world)).at(-1)).toEqual(entry);
    const own = (await reviewIn(world))?.revisions[1];
    expect(own).toMatchObject({ state: 'approved', scheduled: null, unscheduled: { reason } });
    await takeAll(world, [later()]);
    expect((await reviewIn(world))?.revisions[1]?.unscheduled).toBeNull();
  });
});

test('an erratum too, with its reason', async () => {
  const world = await acceptedWorld();
  await takeAll(world, [act('finance', 'approve'), ...signed(), act('third', { kind: 'publish' })]);
  await sendAgain(world, [{ projectName: '乙' }], 5);
  await takeAll(world, [
    act('finance', 'take', 2),
    act('finance', 'approve', 2),
    ...(['first', 'second', 'third'] as const).map((by) => act(by, 'sign', 2)),
    later(2, '更正项目名称'),
  ]);
  await sweepAt(world, AFTER);
  expect(siteIndex(world).publications).toMatchObject([
    { edition: 1, status: 'replaced' },
    { edition: 2, status: 'current', reason: '更正项目名称' },
  ]);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { REVIEW_STATES } from '../../shared/review-state.ts';
import { NO_REVIEW, revisionReview } from '../../shared/submission-review.ts';
import { type ApiWorld, makeApiWorld } from '../../test/memory-api.ts';
import type { FileRows } from '../../test/stand-in-files.ts';
import type { Difference, Obligation, RevisionList } from './schemas.ts';
import type { Sent } from './sending-schemas.ts';

const UNIT = '/api/periods/2021/units/LG-FGJ';

/** Where warnings need not be explained. */
const LENIENT = {
  id: '2021',
  forms: ['longgang-2021'],
  budgetBasis: '未注明',
  review: { explanations: false },
} as const;

let world: ApiWorld;
let minutes = 0;
beforeEach(async () => {
  world = await makeApiWorld();
  minutes = 0;
});

/** Sends and lets the pipeline work, each time a minute later. */
const send = async (who: 'zhang' | 'li', rows: FileRows | 'JPEG'): Promise<string> => {
  minutes += 1;
  world.now = `2022-03-01T04:${String(minutes).padStart(2, '0')}:00.000Z`;
  const { id } = (await (await world.sendAs(who, rows)).json()) as Sent;
  await world.settle();
  return id;
};
const history = async (): Promise<RevisionList> =>
  (await (await world.ask('zhang', `${UNIT}/revisions`)).json()) as RevisionList;
const obligation = async (): Promise<Obligation> => {
  const answer = await (await world.ask('zhang', '/api/obligations')).json();
  return (answer as { obligations: Obligation[] }).obligations[0]!;
};

describe('the history', () => {
  test('says who sent what and when, the newest first', async () => {
    const first = await send('zhang', [{}]);
    const second = await send('li', 'JPEG');
    const { revisions, basedOn } = await history();
    expect(basedOn).toBe(second);
    expect(
      revisions.map(({ id, revision, status, sender, isCurrent }) => [
        id,
        revision,
        status,
        sender.name,
        isCurrent,
      ]),
    ).toEqual([
      [second, 2, 'returned', '李四', false],
      [first, 1, 'accepted', '张三', true],
    ]);
  });

  test('shows what is on its way already', async () => {
    const { id } = (await (await world.sendAs('zhang', [{}])).json()) as Sent;
    expect((await history()).revisions).toMatchObject([{ id, status: 'received', revision: null }]);
  });
});

describe('the difference', () => {
  const difference = (revision: number) =>
    world.ask('zhang', `${UNIT}/revisions/${revision}/difference`);

  test('to the accepted revision before it, over a returned one', async () => {
    await send('zhang', [{ projectName: '甲' }, { projectName: '乙' }]);
    await send('zhang', 'JPEG');
    await send('zhang', [{ projectName: '乙', annualGoal: '新的目标' }, { projectName: '丙' }]);
    const { changed, ...rest } = (await (await difference(3)).json()) as Difference;
    expect(rest).toMatchObject({
      before: 1,
      after: 3,
      added: [{ number: 2, name: '丙' }],
      dropped: [{ number: 1, name: '甲' }],
      unchanged: 0,
    });
    expect(changed).toMatchObject([
      { number: 1, name: '乙', cells: [{ field: 'annualGoal', after: '新的目标' }] },
    ]);
  });

  test('of a first, a returned and an unknown revision there is none', async () => {
    await send('zhang', [{}]);
    await send('zhang', 'JPEG');
    expect((await difference(1)).status).toBe(404);
    expect((await difference(2)).status).toBe(409);
    expect((await difference(9)).status).toBe(409);
    expect((await world.ask('zhang', `${UNIT}/revisions/0x1/difference`)).status).toBe(404);
  });
});

describe('recalling', () => {
  const recall = (revision: number) => world.post('zhang', `${UNIT}/revisions/${revision}/recall`);

  // What was recalled already: see below.
  test.each(REVIEW_STATES.filter((state) => state !== 'recalled'))(
    'a revision in the state %s',
    async (state) => {
      await send('zhang', [{}]);
      const submission = { period: '2021', submitter: 'LG-FGJ' };
      const revisions = { 1: { ...revisionReview(NO_REVIEW, 1), state } };
      await world.ports.submissions.saveReview(submission, { ...NO_REVIEW, version: 1, revisions });
      const isOwn = ['pending', 'waiting'].includes(state);
      expect((await recall(1)).status).toBe(isOwn ? 200 : 409);
      const kept = state === 'sent-back' ? 'sent-back' : 'accepted';
      expect((await obligation()).standing).toBe(isOwn ? 'recalled' : kept);
    },
  );
  const summary = (): string => world.outputs.get('summaries/2021/summary.xlsx') ?? '';

  test('takes the current revision out of the summary, and says so', async () => {
    await send('zhang', [{ projectName: '甲' }]);
    expect(summary()).toContain('甲');
    const recalled = await recall(1);
    expect(await recalled.json()).toEqual({ revision: 1, recalledAt: world.now });
    await world.settle();
    expect(summary()).not.toContain('甲');
    expect(await obligation()).toMatchObject({ standing: 'recalled', current: null });
  });

  test('twice changes nothing; another revision than the current one cannot be', async () => {
    await send('zhang', [{}]);
    await recall(1);
    const at = world.now;
    world.now = '2022-03-01T05:00:00.000Z';
    expect(await (await recall(1)).json()).toMatchObject({ recalledAt: at });
    expect((await recall(2)).status).toBe(404);
  });

  test('that was done as any other act is the same', async () => {
    await send('zhang', [{}]);
    const action = { kind: 'recall', reason: '有误' };
    await world.post('li', `${UNIT}/revisions/1/acts`, { id: 'recall-it', action });
    const at = world.now;
    world.now = '2022-03-01T05:00:00.000Z';
    expect(await (await recall(1)).json()).toEqual({ revision: 1, recalledAt: at });
  });

  test('stands in the audit trail, and is no way back once finance has approved', async () => {
    await send('zhang', [{}]);
    await recall(1);
    const trail = await (await world.ask('cai', '/api/periods/2021/audit')).text();
    expect(
      trail
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ action: 'recall', revision: 1, by: { name: '张三', role: 'unit' } }]);
    await send('zhang', [{}]);
    await world.ports.submissions.putPeriods([LENIENT]);
    const acts = `${UNIT}/revisions/2/acts`;
    const approve = { id: 'approve-1', action: { kind: 'approve' } };
    expect((await world.post('cai', acts, approve)).status).toBe(200);
    const refused = await recall(2);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ refusal: 'wrong-state' });
    expect(await obligation()).toMatchObject({ standing: 'accepted' });
  });

  test('is over with the next file, be it the same bytes', async () => {
    await send('zhang', [{ projectName: '甲' }]);
    await recall(1);
    await send('zhang', [{ projectName: '甲' }]);
    expect(summary()).toContain('甲');
    expect(await obligation()).toMatchObject({
      standing: 'accepted',
      current: { revision: 2, duplicateOf: null, isCurrent: true },
    });
  });

  test('leaves what an older file was: it does not count again', async () => {
    await send('zhang', [{ projectName: '甲' }]);
    await send('zhang', [{ projectName: '乙' }]);
    await recall(2);
    await world.settle();
    expect(summary()).not.toMatch(/甲|乙/);
    const { revisions } = await history();
    expect(revisions.map(({ isCurrent }) => isCurrent)).toEqual([false, false]);
  });
});

test('what a unit owes: nothing sent, sent, returned', async () => {
  expect(await obligation()).toMatchObject({
    period: '2021',
    forms: ['longgang-2021'],
    opensOn: null,
    dueOn: null,
    unit: { code: 'LG-FGJ' },
    isOwed: true,
    standing: 'missing',
    basedOn: 'none',
    latest: null,
    current: null,
    answer: null,
  });
  const bad = await send('zhang', 'JPEG');
  expect(await obligation()).toMatchObject({ standing: 'returned', latest: { id: bad } });
  const good = await send('zhang', [{}]);
  const worse = await send('zhang', 'JPEG');
  expect(await obligation()).toMatchObject({
    standing: 'accepted',
    basedOn: worse,
    latest: { id: worse, status: 'returned' },
    current: { id: good },
  });
});

test('who owes is for the period to say, where it says so', async () => {
  const period = { id: '2021', forms: ['longgang-2021'], budgetBasis: '未注明' } as const;
  await world.ports.submissions.putPeriods([
    { ...period, owedBy: ['LG-GXJ'], opensOn: '2022-03-01', dueOn: '2022-03-31' },
  ]);
  expect(await obligation()).toMatchObject({
    isOwed: false,
    opensOn: '2022-03-01',
    dueOn: '2022-03-31',
  });
});

test('nothing is owed by people who send for nobody, whatever units their token names', async () => {
  await send('zhang', [{}]);
  for (const who of ['nemo', 'cai', 'shen'] as const) {
    expect(await (await world.ask(who, '/api/obligations')).json()).toEqual({ obligations: [] });
  }
});

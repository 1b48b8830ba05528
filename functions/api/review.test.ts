import { beforeEach, describe, expect, test } from 'vitest';
import { REFUSALS } from '../../shared/review/refusal.ts';
import type { ReviewAction } from '../../shared/review/review-act.ts';
import type { Person } from '../../test/memory-api.ts';
import { LENIENT, PERIOD } from '../../test/memory-ports.ts';
import { FGJ, makeReviewWorld, type ReviewWorld, TZTGS } from '../../test/review-api.ts';
import type { Obligation, ProblemDocument, RevisionList } from './schemas.ts';

let world: ReviewWorld;
beforeEach(async () => {
  world = await makeReviewWorld();
});

/** Steps that somebody is offered on the newest revision; with why not, where there is something against it. */
const offered = async (who: Person, unit = FGJ): Promise<readonly string[]> =>
  ((await world.review(who, unit)).revisions[0]?.steps ?? []).map(({ kind, refusal }) =>
    refusal === null ? kind : `${kind}: ${refusal.zh}`,
  );

const trail = async (): Promise<readonly Record<string, unknown>[]> => {
  const text = await (await world.ask('shen', '/api/periods/2021/audit')).text();
  return text.split('\n').flatMap((line) => (line === '' ? [] : JSON.parse(line)));
};

test('finance sends back with a reason; the unit reads it, sends again, finance approves', async () => {
  const reason = '第 3 行的绩效目标请写明数量';
  const sentBack = await world.act('cai', { kind: 'send-back', reason });
  expect(await sentBack.json()).toMatchObject({
    current: 1,
    approved: null,
    revisions: [{ revision: 1, state: 'sent-back', reason, decided: { name: '财政' } }],
  });
  expect((await world.review('zhang')).revisions[0]).toMatchObject({
    state: 'sent-back',
    stateName: { zh: '财政退回' },
    reason,
    decided: { name: '财政', at: world.now },
  });
  const owed = async () =>
    ((await (await world.ask('zhang', '/api/obligations')).json()) as { obligations: Obligation[] })
      .obligations[0];
  expect(await owed()).toMatchObject({
    standing: 'sent-back',
    latest: { status: 'accepted', statusName: { zh: '已接收·财政退回' } },
  });
  await world.file('LG-FGJ', [{ projectName: '乙' }]);
  expect(await owed()).toMatchObject({
    standing: 'accepted',
    latest: { statusName: { zh: '已接收·待审核' } },
  });
  expect(await (await world.act('cai', { kind: 'approve' }, { revision: 2 })).json()).toMatchObject(
    {
      current: 2,
      approved: 2,
      revisions: [
        {
          revision: 2,
          state: 'approved',
          approvals: [{ name: '财政' }],
          steps: [{ kind: 'reopen' }],
        },
        { revision: 1, state: 'sent-back' },
      ],
    },
  );
  expect(await trail()).toMatchObject([
    { number: 1, action: 'send-back', revision: 1, reason, by: { id: 'cai', role: 'finance' } },
    { number: 2, action: 'approve', revision: 2 },
  ]);
});

test('a reason that nobody can see is none, and one is kept without what does not print', async () => {
  const unseen = await world.act('cai', { kind: 'send-back', reason: ' \u200b\u202e\u3000' });
  const problem = (await unseen.json()) as ProblemDocument;
  expect([unseen.status, problem.refusal]).toEqual([409, 'reason-missing']);
  await world.act('cai', { kind: 'send-back', reason: ' 请补充\u202e数量\u0007 ' });
  expect(await trail()).toMatchObject([{ action: 'send-back', reason: '请补充数量' }]);
});

test('a text that is too long is not called a file that is too large', async () => {
  const response = await world.act('cai', { kind: 'send-back', reason: '长'.repeat(50_000) });
  const { status, type, message } = (await response.json()) as ProblemDocument;
  expect([status, type]).toEqual([413, '/api/problems/request-too-large']);
  expect(message.zh).not.toContain('文件');
});

test('the same file once more is told to stand as the one it repeats', async () => {
  await world.act('cai', { kind: 'send-back', reason: '请补充数量' });
  await world.file('LG-FGJ', [{ projectName: '甲' }]);
  const answer = await (await world.ask('zhang', `${FGJ}/revisions`)).json();
  expect((answer as RevisionList).revisions).toMatchObject([
    { revision: 2, statusName: { zh: '已接收·财政退回' } },
    { revision: 1, duplicateOf: null, statusName: { zh: '已接收·财政退回' } },
  ]);
});

test('an approval reaches the summary', async () => {
  await world.act('cai', { kind: 'approve' });
  expect(world.messages).toContainEqual({ stage: 'summarise', body: { period: '2021' } });
});

describe('tried again', () => {
  test('with the same id it is one act; with another it is refused', async () => {
    const twice = { id: 'lost-answer-1' };
    expect((await world.act('cai', { kind: 'approve' }, twice)).status).toBe(200);
    expect((await world.act('cai', { kind: 'approve' }, twice)).status).toBe(200);
    expect((await world.act('cai', { kind: 'approve' })).status).toBe(409);
    expect(await trail()).toHaveLength(1);
  });

  test('an id that was used for something else hides nothing from the trail', async () => {
    await world.file('LG-TZTGS', [{ projectName: '丙' }]);
    const same = { id: 'the-same-id' };
    await world.act('cai', { kind: 'send-back', reason: '甲' }, same);
    await world.act('cai', { kind: 'reopen', reason: '乙' }, same);
    await world.act('zhao', { kind: 'forward' }, { ...same, unit: TZTGS });
    const told = await trail();
    expect(told.map(({ action }) => action)).toEqual(['send-back', 'reopen', 'forward']);
    expect(new Set(told.map(({ actionId }) => actionId)).size).toBe(3);
  });
});

describe('what is offered', () => {
  test('to each by role, and nothing to those who only look', async () => {
    await world.file('LG-TZTGS', [{ projectName: '丙' }]);
    expect(await offered('cai')).toEqual(['comment', 'send-back', 'approve']);
    expect(await offered('zhang')).toEqual(['recall']);
    expect(await offered('shen')).toEqual([]);
    expect(await offered('zhao', TZTGS)).toEqual(['forward', 'comment', 'send-back']);
    expect(await offered('cai', TZTGS)).toEqual([
      'comment',
      'send-back',
      `approve: ${REFUSALS['not-forwarded'].zh}`,
    ]);
  });

  test('is what is taken: after the department forwarded, finance may approve', async () => {
    await world.file('LG-TZTGS', [{ projectName: '丙' }]);
    const early = await world.act('cai', { kind: 'approve' }, { unit: TZTGS });
    const problem = (await early.json()) as ProblemDocument;
    expect([early.status, problem.refusal]).toEqual([409, 'not-forwarded']);
    expect(problem.message.zh).toContain(REFUSALS['not-forwarded'].zh);
    await world.act('zhao', { kind: 'forward' }, { unit: TZTGS });
    expect(await offered('cai', TZTGS)).toEqual(['comment', 'send-back', 'approve']);
    expect((await world.act('cai', { kind: 'approve' }, { unit: TZTGS })).status).toBe(200);
  });

  test('warnings without a word stand against approval, until each is waived', async () => {
    await world.ports.submissions.putPeriods([PERIOD]);
    const copied = { annualGoal: '完成储备', overallCompletion: '完成储备' };
    await world.file('LG-FGJ', [{ projectName: '乙', ...copied }]);
    const open = (await world.review('cai')).revisions[0]?.openWarnings ?? [];
    expect(open.length).toBeGreaterThan(0);
    expect(await offered('cai')).toEqual([
      'comment',
      'send-back',
      `approve: ${REFUSALS['warnings-open'].zh}`,
      'waive',
    ]);
    for (const finding of open) {
      await world.act('cai', { kind: 'waive', finding, reason: '已核实' }, { revision: 2 });
    }
    expect(await offered('cai')).toEqual(['comment', 'send-back', 'approve']);
    expect((await world.review('zhang')).revisions[0]?.waived).toContainEqual({
      finding: open[0],
      reason: '已核实',
      name: '财政',
      at: world.now,
    });
  });

  test('a returned upload is not under review, and finance may accept what is arguable', async () => {
    const strict = { ...LENIENT, policy: { 'brackets-closed': 'error' } } as const;
    await world.ports.submissions.putPeriods([strict]);
    await world.file('LG-FGJ', [{ projectName: '甲（未完' }]);
    const [newest] = (await world.review('cai')).revisions;
    expect(newest).toMatchObject({ revision: 2, state: null, isCurrent: false });
    expect(await offered('cai')).toEqual(['accept-specially']);
    const special = { kind: 'accept-specially', reason: '名称如此' } as const;
    const accepted = await world.act('cai', special, { revision: 2 });
    expect(await accepted.json()).toMatchObject({
      current: 2,
      revisions: [{ revision: 2, state: 'pending', specially: { reason: '名称如此' } }],
    });
    expect(world.messages).toContainEqual({
      stage: 'render',
      body: { period: '2021', submitter: 'LG-FGJ', revision: 2 },
    });
  });

  test('an answer in place of a table can be taken back, and nothing else be done with it', async () => {
    world.now = '2022-03-02T04:00:00.000Z';
    const { basedOn } = (await (await world.ask('zhang', `${FGJ}/revisions`)).json()) as {
      basedOn: string;
    };
    await world.post('zhang', `${FGJ}/nil-return`, { basedOn });
    expect((await world.review('zhang')).current).toBe(2);
    expect(await offered('zhang')).toEqual(['recall']);
    expect(await offered('cai')).toEqual([]);
    expect((await world.act('cai', { kind: 'approve' }, { revision: 2 })).status).toBe(404);
    expect(
      (await world.act('zhang', { kind: 'recall', reason: '有误' }, { revision: 2 })).status,
    ).toBe(200);
    expect((await world.review('zhang')).revisions[0]).toMatchObject({ state: 'recalled' });
    expect(await trail()).toMatchObject([{ action: 'recall', revision: 2 }]);
  });
});

describe('is refused', () => {
  test.each<[Person, ReviewAction]>([
    ['zhang', { kind: 'approve' }],
    ['zhang', { kind: 'sign' }],
    ['cai', { kind: 'sign' }],
    ['cai', { kind: 'recall', reason: '有误' }],
  ])('%s: %o', async (who, action) => {
    const refused = await world.act(who, action);
    expect([refused.status, await refused.json()]).toMatchObject([403, { refusal: 'not-yours' }]);
    expect(await trail()).toEqual([]);
  });

  test('without a reason, an unknown revision, and what is no act', async () => {
    const blank = await world.act('cai', { kind: 'send-back', reason: ' ' });
    expect([blank.status, await blank.json()]).toMatchObject([409, { refusal: 'reason-missing' }]);
    expect((await world.act('cai', { kind: 'approve' }, { revision: 9 })).status).toBe(404);
    expect((await world.act('cai', { kind: 'burn' } as never)).status).toBe(422);
  });
});

test('a department signs and publishes its own table, and publication is woken', async () => {
  const GXJ = '/api/periods/2021/units/LG-GXJ';
  const policy = { explanations: false, signatures: 1 } as const;
  await world.ports.submissions.putPeriods([{ ...PERIOD, review: policy }]);
  await world.file('LG-GXJ', [{ projectName: '丁' }]);
  await world.act('cai', { kind: 'approve' }, { unit: GXJ });
  expect(await offered('zhao', GXJ)).toEqual([
    'mask',
    'sign',
    `publish: ${REFUSALS['signatures-missing'].zh}`,
    `schedule: ${REFUSALS['signatures-missing'].zh}`,
    'note-accounts',
  ]);
  await world.act('zhao', { kind: 'sign' }, { unit: GXJ });
  const published = await world.act('zhao', { kind: 'publish' }, { unit: GXJ });
  expect(await published.json()).toMatchObject({
    published: 1,
    revisions: [{ state: 'published', signatures: [{ name: '赵六' }] }],
  });
  expect(world.messages).toContainEqual({
    stage: 'publish',
    body: { period: '2021', submitter: 'LG-GXJ' },
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { type ApiWorld, makeApiWorld } from '../../test/memory-api.ts';
import type { FileRows } from '../../test/stand-in-files.ts';
import type { AnswerLine, Obligation, ProblemDocument, RevisionList } from './schemas.ts';
import type { Sent } from './sending-schemas.ts';

const UNIT = '/api/periods/2021/units/LG-FGJ';

let world: ApiWorld;
let minutes = 0;
beforeEach(async () => {
  world = await makeApiWorld();
  minutes = 0;
});

const later = (): void => {
  minutes += 1;
  world.now = `2022-03-01T04:${String(minutes).padStart(2, '0')}:00.000Z`;
};
const send = async (rows: FileRows): Promise<string> => {
  later();
  const { id } = (await (await world.sendAs('zhang', rows)).json()) as Sent;
  await world.settle();
  return id;
};
const say = async (kind: 'nil-return' | 'not-public', body: object): Promise<Response> => {
  later();
  const response = await world.post('zhang', `${UNIT}/${kind}`, body);
  await world.settle();
  return response;
};
const answerIn = async (response: Response): Promise<AnswerLine> => {
  expect(response.status).toBe(201);
  return (await response.json()) as AnswerLine;
};
const obligation = async (): Promise<Obligation> => {
  const answer = await (await world.ask('zhang', '/api/obligations')).json();
  return (answer as { obligations: Obligation[] }).obligations[0]!;
};
const history = async (): Promise<RevisionList> =>
  (await (await world.ask('zhang', `${UNIT}/revisions`)).json()) as RevisionList;
const summary = (): string => world.outputs.get('summaries/2021/summary.xlsx') ?? '';
const summaryJson = () => JSON.parse(world.outputs.get('summaries/2021/summary.json') ?? '{}');

test('no projects this year is a revision without rows, with who said it', async () => {
  const answer = await answerIn(await say('nil-return', { basedOn: 'none' }));
  expect(answer).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{26}$/),
    kind: 'nil',
    kindName: { zh: '本年度无项目', en: 'no projects this year' },
    revision: 1,
    reason: '',
    at: world.now,
    sender: { sub: 'zhang', name: '张三' },
    isCurrent: true,
    recalledAt: null,
  });
  expect(await obligation()).toMatchObject({
    standing: 'answered',
    basedOn: answer.id,
    answer: { id: answer.id },
    latest: null,
  });
  expect((await history()).answers).toEqual([answer]);
  expect(summaryJson().submissions).toMatchObject([
    { current: null, answer: { kind: 'nil', revision: 1 } },
  ]);
});

test('not public needs a reason', async () => {
  expect((await say('not-public', { basedOn: 'none' })).status).toBe(422);
  expect((await say('not-public', { basedOn: 'none', reason: '  ' })).status).toBe(422);
  const answer = await answerIn(
    await say('not-public', { basedOn: 'none', reason: '按规定不予公开' }),
  );
  expect(answer).toMatchObject({ kind: 'not-public', reason: '按规定不予公开' });
});

test('a reason reads as it was typed: what does not print is taken out, and is none by itself', async () => {
  const unseen = { basedOn: 'none', reason: '\u200b\u202e\u0000' };
  expect((await say('not-public', unseen)).status).toBe(422);
  const reason = '按规定\u202e不予\u0000公开\n第二行';
  const answer = await answerIn(await say('not-public', { basedOn: 'none', reason }));
  expect(answer.reason).toBe('按规定不予公开\n第二行');
});

describe('an answer and tables', () => {
  test('whichever is later counts, also the same table again', async () => {
    const first = await send([{ projectName: '甲' }]);
    expect(summary()).toContain('甲');
    const answer = await answerIn(await say('nil-return', { basedOn: first }));
    expect(answer.revision).toBe(2);
    expect(summary()).not.toContain('甲');
    expect(await obligation()).toMatchObject({ current: null, latest: { id: first } });
    await send([{ projectName: '甲' }]);
    expect(summary()).toContain('甲');
    expect(await obligation()).toMatchObject({
      standing: 'accepted',
      answer: null,
      current: { revision: 3, duplicateOf: null },
    });
    expect((await history()).answers).toMatchObject([{ id: answer.id, isCurrent: false }]);
  });

  test('an older table that is judged later does not count', async () => {
    const file = { eventTime: '2022-03-01T03:00:00.000Z', versionId: 'v7' };
    await answerIn(await say('nil-return', { basedOn: 'none' }));
    world.messages.push({ stage: 'intake', body: world.send([{ projectName: '甲' }], file) });
    await world.settle();
    expect(summary()).not.toContain('甲');
    expect((await obligation()).standing).toBe('answered');
  });

  test('neither goes over what its author has not seen', async () => {
    const first = await send([{}]);
    const refused = await say('nil-return', { basedOn: 'none' });
    expect(((await refused.json()) as ProblemDocument).last).toMatchObject({ basedOn: first });
    const answer = await answerIn(await say('nil-return', { basedOn: first }));
    const query = `fileName=a.xlsx&confirmed=true&basedOn=${first}`;
    const overtaken = await world.sendAs('li', [{}], query);
    expect(overtaken.status).toBe(409);
    expect(((await overtaken.json()) as ProblemDocument).last).toEqual({
      basedOn: answer.id,
      sender: '张三',
      at: answer.at,
    });
  });
});

test('said twice, after an answer that was lost, it is one', async () => {
  const first = await answerIn(await say('nil-return', { basedOn: 'none' }));
  const again = await answerIn(await say('nil-return', { basedOn: 'none' }));
  expect(again).toEqual(first);
  expect((await history()).answers).toHaveLength(1);
});

test('an answer can be recalled as a table can', async () => {
  const first = await send([{ projectName: '甲' }]);
  const { revision } = await answerIn(await say('nil-return', { basedOn: first }));
  const recalled = await world.post('zhang', `${UNIT}/revisions/${revision}/recall`);
  expect(await recalled.json()).toEqual({ revision, recalledAt: world.now });
  await world.settle();
  // The table before it does not come back by that.
  expect(summary()).not.toContain('甲');
  expect((await obligation()).standing).toBe('recalled');
  expect((await history()).answers).toMatchObject([{ isCurrent: false, recalledAt: world.now }]);
});

test('a recall stays in the history when something newer counts', async () => {
  await send([{ projectName: '甲' }]);
  await world.post('zhang', `${UNIT}/revisions/1/recall`);
  const at = world.now;
  await send([{ projectName: '乙' }]);
  const { revisions } = await history();
  expect(revisions.map(({ recalledAt }) => recalledAt)).toEqual([null, at]);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { verifyTrail } from '../../shared/audit/verify-trail.ts';
import type { Period } from '../../shared/period.ts';
import { uploadId } from '../../shared/upload-id.ts';
import { type ApiWorld, makeApiWorld, type Person } from '../../test/memory-api.ts';
import type { FileRows } from '../../test/stand-in-files.ts';
import type { Board, BoardLine } from './review-schemas.ts';
import type { Obligation, ProblemDocument, UploadStatusAnswer } from './schemas.ts';

/** A Thursday: the day of grace is the Friday after it. */
const PERIOD: Period = {
  id: '2021',
  forms: ['longgang-2021'],
  budgetBasis: '未注明',
  dueOn: '2022-03-10',
  review: { explanations: false, forwarding: false },
};

let world: ApiWorld;
beforeEach(async () => {
  world = await makeApiWorld();
  await world.ports.submissions.putPeriods([PERIOD]);
});

const keyOf = (unit: string): string => `uploads/2021/${unit}/表.xlsx`;

/** Sends a file at a time; the clock then stands there. */
async function send(unit: string, rows: FileRows | 'JPEG', at: string, versionId = 'v1') {
  world.now = at;
  const event = world.send(rows, { key: keyOf(unit), versionId, eventTime: at });
  world.messages.push({ stage: 'intake', body: event });
  await world.settle();
}

const line = async (unit: string): Promise<BoardLine> => {
  const answer = await world.ask('cai', '/api/periods/2021/board');
  const found = ((await answer.json()) as Board).units.find(({ unit: { code } }) => code === unit);
  if (found === undefined) throw new Error(`${unit} is not on the board`);
  return found;
};

const owed = async (who: Person): Promise<Obligation> => {
  const answer = await world.ask(who, '/api/obligations');
  const { obligations } = (await answer.json()) as { obligations: Obligation[] };
  return obligations.find(({ period }) => period === '2021')!;
};

const upload = async (unit: string, versionId = 'v1'): Promise<UploadStatusAnswer> => {
  const id = uploadId('uploads', keyOf(unit), versionId);
  return (await (await world.ask('cai', `/api/uploads/${id}`)).json()) as UploadStatusAnswer;
};

let acts = 0;
const settle = (action: object, id = `act-of-finance-${++acts}`): Promise<Response> =>
  world.post('cai', '/api/periods/2021/acts', { id, action });

const review = (unit: string, revision: number, action: object): Promise<Response> =>
  world.post('cai', `/api/periods/2021/units/${unit}/revisions/${revision}/acts`, {
    id: `act-of-review-${++acts}`,
    action,
  });

const refusalOf = async (response: Response): Promise<string | undefined> =>
  ((await response.json()) as ProblemDocument).refusal;

// 24:00 of a day in China is 16:00 UTC of that day.
describe('in time', () => {
  test('what first came by the due day and is accepted on the day of grace', async () => {
    await send('LG-FGJ', 'JPEG', '2022-03-10T15:59:00.000Z');
    world.now = '2022-03-11T01:00:00.000Z';
    expect(await line('LG-FGJ')).toMatchObject({
      daysLeft: 0,
      timing: { inGrace: true, lastDay: '2022-03-11', daysLate: null },
    });
    expect((await owed('zhang')).timing).toMatchObject({ inGrace: true, dueOn: '2022-03-10' });
    await send('LG-FGJ', [{}], '2022-03-11T15:59:00.000Z', 'v2');
    expect((await line('LG-FGJ')).timing).toMatchObject({ inGrace: false, daysLate: 0 });
  });

  test('and not after it: the days count from the due day', async () => {
    await send('LG-FGJ', 'JPEG', '2022-03-10T15:59:00.000Z');
    await send('LG-FGJ', [{}], '2022-03-13T16:00:00.000Z', 'v2');
    expect((await line('LG-FGJ')).timing.daysLate).toBe(4);
    expect((await upload('LG-FGJ', 'v2')).timing.daysLate).toBe(4);
    const { counts } = (await (await world.ask('cai', '/api/periods/2021/board')).json()) as Board;
    expect(counts).toMatchObject({ late: 1, overdue: 1 });
  });

  test('a correction after the due day does not make a return late', async () => {
    await send('LG-FGJ', [{}], '2022-03-09T02:00:00.000Z');
    await send('LG-FGJ', [{ projectName: '更正' }], '2022-04-09T02:00:00.000Z', 'v2');
    expect((await line('LG-FGJ')).timing.daysLate).toBe(0);
  });

  test('what was taken back was never accepted', async () => {
    await send('LG-FGJ', [{}], '2022-03-09T02:00:00.000Z');
    await world.post('zhang', '/api/periods/2021/units/LG-FGJ/revisions/1/recall');
    expect((await line('LG-FGJ')).timing.daysLate).toBeNull();
    await send('LG-FGJ', [{ projectName: '重报' }], '2022-03-15T02:00:00.000Z', 'v2');
    expect((await line('LG-FGJ')).timing.daysLate).toBe(5);
  });
});

describe('an extension', () => {
  const extend = (dueOn: string | null, reason = '机构改革') =>
    settle({ kind: 'extend', unit: 'LG-FGJ', dueOn, reason });

  test('is the unit’s own last day, told with who gave it and why', async () => {
    world.now = '2022-03-12T02:00:00.000Z';
    expect((await line('LG-FGJ')).daysLeft).toBe(-2);
    expect((await extend('2022-03-20')).status).toBe(200);
    const extended = await line('LG-FGJ');
    expect(extended).toMatchObject({
      daysLeft: 8,
      timing: { dueOn: '2022-03-20', extension: { reason: '机构改革', name: '财政' } },
      lastAction: { name: { zh: '延期' }, by: '财政' },
    });
    expect((await line('LG-GXJ')).daysLeft).toBe(-2);
    expect((await owed('zhang')).timing.dueOn).toBe('2022-03-20');
    await send('LG-FGJ', [{}], '2022-03-20T15:00:00.000Z');
    expect((await line('LG-FGJ')).timing.daysLate).toBe(0);
    await extend(null, '撤回延期');
    expect((await line('LG-FGJ')).timing).toMatchObject({ extension: null, daysLate: 10 });
  });

  test('wants a later day, a reason and a period that ends', async () => {
    expect(await refusalOf(await extend('2022-03-10'))).toBe('not-later');
    expect(await refusalOf(await extend('2022-03-20', ' '))).toBe('reason-missing');
    expect(await refusalOf(await extend(null))).toBe('not-extended');
    const { dueOn: _, ...endless } = PERIOD;
    await world.ports.submissions.putPeriods([endless]);
    expect(await refusalOf(await extend('2022-03-20'))).toBe('no-due-day');
    const stranger = { kind: 'extend', unit: 'LG-NONE', dueOn: '2022-03-20', reason: '无' };
    expect((await settle(stranger)).status).toBe(404);
  });
});

describe('a closed period', () => {
  const close = () => settle({ kind: 'close-period', reason: '本期报送结束' });
  const CLOSED = '2022-03-20T02:00:00.000Z';
  const AFTER = '2022-03-21T02:00:00.000Z';

  beforeEach(async () => {
    await send('LG-FGJ', [{ projectName: '按时' }], '2022-03-09T02:00:00.000Z');
    world.now = CLOSED;
    await close();
    await world.settle();
  });

  test('keeps what comes later, checked, and lets it change nothing', async () => {
    await send('LG-FGJ', [{ projectName: '期后' }], AFTER, 'v2');
    expect(await upload('LG-FGJ', 'v2')).toMatchObject({
      status: 'accepted',
      statusName: { zh: '期后报送·待财政受理' },
      afterClose: true,
      isCurrent: false,
      superseded: false,
      report: 'ready',
    });
    expect(await line('LG-FGJ')).toMatchObject({
      standing: 'accepted',
      current: { revision: 1 },
      late: { revision: 2 },
    });
    const head = await world.ports.submissions.head({ period: '2021', submitter: 'LG-FGJ' });
    expect([head?.current?.revision, head?.late?.revision]).toEqual([1, 2]);
  });

  test('until finance takes it', async () => {
    await send('LG-FGJ', [{ projectName: '期后' }], AFTER, 'v2');
    expect((await review('LG-FGJ', 2, { kind: 'approve' })).status).toBe(409);
    expect((await review('LG-FGJ', 2, { kind: 'take' })).status).toBe(200);
    await world.settle();
    expect(await line('LG-FGJ')).toMatchObject({
      current: { revision: 2 },
      late: null,
      review: { state: 'pending' },
    });
    expect((await review('LG-FGJ', 2, { kind: 'approve' })).status).toBe(200);
  });

  test('of a unit that sent nothing before: its own standing, for finance to look at', async () => {
    const own = { unitName: '深圳市龙岗区工业和信息化局', submitter: '深圳市龙岗区工业和信息化局' };
    await send('LG-GXJ', [own], AFTER);
    expect(await line('LG-GXJ')).toMatchObject({ standing: 'after-close', isOpen: false });
    expect((await owed('wang')).standing).toBe('after-close');
    await review('LG-GXJ', 1, { kind: 'take' });
    await world.settle();
    expect(await line('LG-GXJ')).toMatchObject({ standing: 'accepted', timing: { daysLate: 11 } });
  });

  test('nothing is answered in it or taken back', async () => {
    const said = { basedOn: 'none', reason: '' };
    const nil = await world.post('wang', '/api/periods/2021/units/LG-GXJ/nil-return', said);
    expect(nil.status).toBe(409);
    const back = await world.post('zhang', '/api/periods/2021/units/LG-FGJ/revisions/1/recall');
    expect(await refusalOf(back)).toBe('period-closed');
    expect((await line('LG-FGJ')).current?.revision).toBe(1);
  });

  test('can be opened again: what comes then counts, the same bytes too', async () => {
    await send('LG-FGJ', [{ projectName: '期后' }], AFTER, 'v2');
    expect(await refusalOf(await close())).toBe('already-closed');
    expect((await settle({ kind: 'reopen-period', reason: '补报' })).status).toBe(200);
    expect((await line('LG-FGJ')).current?.revision).toBe(1);
    await send('LG-FGJ', [{ projectName: '期后' }], '2022-03-22T02:00:00.000Z', 'v3');
    expect(await line('LG-FGJ')).toMatchObject({ current: { revision: 3 }, late: null });
    expect(await upload('LG-FGJ', 'v3')).toMatchObject({ afterClose: false, isCurrent: true });
  });
});

test('every act stands in the trail, once, however often it is asked for', async () => {
  const action = { kind: 'extend', unit: 'LG-FGJ', dueOn: '2022-03-20', reason: '机构改革' };
  for (const _ of [1, 2]) await settle(action, 'the-same-id');
  await settle({ kind: 'remind', units: ['LG-GXJ', 'LG-FGJ', 'LG-GXJ'] });
  await settle({ kind: 'close-period', reason: '期满' });
  const text = await (await world.ask('shen', '/api/periods/2021/audit')).text();
  const entries = text
    .trim()
    .split('\n')
    .map((each) => JSON.parse(each) as Record<string, unknown>);
  expect(entries).toMatchObject([
    {
      action: 'extend',
      by: { name: '财政', role: 'finance' },
      submission: { period: '2021', submitter: 'LG-FGJ' },
      before: { dueOn: '2022-03-10' },
      after: { dueOn: '2022-03-20' },
      reason: '机构改革',
    },
    { action: 'remind', submission: null, after: { units: ['LG-FGJ', 'LG-GXJ'] }, reason: null },
    { action: 'close-period', before: { isClosed: false }, after: { isClosed: true } },
  ]);
  expect(verifyTrail(text).holds).toBe(true);
  expect((await line('LG-GXJ')).reminded).toEqual({ name: '财政', at: world.now });
  expect((await owed('wang')).remindedAt).toBe(world.now);
  // Each is told its own last day.
  expect(world.reminders).toEqual([
    { period: '2021', unit: 'LG-FGJ', dueOn: '2022-03-20' },
    { period: '2021', unit: 'LG-GXJ', dueOn: '2022-03-10' },
  ]);
});

test('an act whose attempt died is finished by the next one, and by the sweep', async () => {
  const { submissions } = world.ports;
  const { extendDuty } = submissions;
  const die = async (): Promise<never> => {
    throw new Error('killed');
  };
  const extend = (unit: string, id: string) =>
    settle({ kind: 'extend', unit, dueOn: '2022-03-20', reason: '机构改革' }, id);
  Object.assign(submissions, { extendDuty: die });
  expect((await extend('LG-FGJ', 'died-in-between')).status).toBe(500);
  Object.assign(submissions, { extendDuty });
  await extend('LG-GXJ', 'came-after-it');
  const units = (await submissions.dutiesOf('2021')).map(({ unit }) => unit);
  expect(units).toEqual(['LG-FGJ', 'LG-GXJ']);
  expect(await submissions.entriesAfter('2021', 0)).toHaveLength(2);
});

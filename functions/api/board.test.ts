import { beforeEach, describe, expect, test } from 'vitest';
import type { Period } from '../../shared/period.ts';
import { type ApiWorld, makeApiWorld, type Person } from '../../test/memory-api.ts';
import type { FileRows } from '../../test/stand-in-files.ts';
import type { Board, BoardLine } from './review-schemas.ts';

const PERIOD: Period = {
  id: '2021',
  forms: ['longgang-2021'],
  budgetBasis: '未注明',
  dueOn: '2022-03-10',
  review: { explanations: false },
};

let world: ApiWorld;
beforeEach(async () => {
  world = await makeApiWorld();
  await world.ports.submissions.putPeriods([PERIOD]);
});

async function send(unit: string, rows: FileRows | 'JPEG', versionId = 'v1'): Promise<void> {
  const event = world.send(rows, { key: `uploads/2021/${unit}/表.xlsx`, versionId });
  world.messages.push({ stage: 'intake', body: event });
  await world.settle();
}

const board = async (who: Person): Promise<Board> =>
  (await (await world.ask(who, '/api/periods/2021/board')).json()) as Board;

const line = async (unit: string): Promise<BoardLine | undefined> =>
  (await board('cai')).units.find(({ unit: { code } }) => code === unit);

const act = (unit: string, action: object): Promise<Response> =>
  world.post('cai', `/api/periods/2021/units/${unit}/revisions/1/acts`, {
    id: `act-${JSON.stringify(action)}`.slice(0, 60),
    action,
  });

test('who is to send stands first, then what is to be reviewed, then the rest', async () => {
  await send('LG-FGJ', [{}]);
  await send('LG-TZTGS', 'JPEG');
  const { units, counts } = await board('cai');
  expect(units.map(({ unit, standing, isOpen }) => [unit.code, standing, isOpen])).toEqual([
    ['LG-GXJ', 'missing', true],
    ['LG-FGJ', 'accepted', false],
    ['LG-TZTGS', 'returned', false],
  ]);
  expect(counts).toEqual({
    owed: 2,
    open: 1,
    overdue: 0,
    late: 0,
    answered: 0,
    toReview: 1,
    approved: 0,
  });
});

describe('days', () => {
  test.each([
    // 2022-03-10 in China lasts from 16:00 UTC of the day before.
    ['2022-03-09T15:59:59.000Z', 1, 0],
    ['2022-03-09T16:00:00.000Z', 0, 0],
    ['2022-03-10T15:59:59.000Z', 0, 0],
    ['2022-03-10T16:00:00.000Z', -1, 2],
  ])('at %s: %i left', async (now, left, overdue) => {
    world.now = now;
    expect((await line('LG-FGJ'))?.daysLeft).toBe(left);
    expect((await board('cai')).counts.overdue).toBe(overdue);
  });

  test('are no longer counted once something is there, and again when it is sent back', async () => {
    await send('LG-FGJ', [{}]);
    expect((await line('LG-FGJ'))?.daysLeft).toBeNull();
    await act('LG-FGJ', { kind: 'send-back', reason: '请改' });
    expect(await line('LG-FGJ')).toMatchObject({
      isOpen: true,
      standing: 'sent-back',
      review: { state: 'sent-back', decided: { name: '财政' } },
    });
    expect((await line('LG-FGJ'))?.daysLeft).not.toBeNull();
  });

  test('are not counted where no day is set', async () => {
    const { dueOn: _, ...open } = PERIOD;
    await world.ports.submissions.putPeriods([open]);
    expect(await line('LG-FGJ')).toMatchObject({ isOpen: true, daysLeft: null });
  });
});

test('what is approved is counted so, and what was said in place of a table as answered', async () => {
  await send('LG-FGJ', [{}]);
  await act('LG-FGJ', { kind: 'approve' });
  const said = { basedOn: 'none', reason: '' };
  await world.post('wang', '/api/periods/2021/units/LG-GXJ/nil-return', said);
  const { counts } = await board('cai');
  expect(counts).toEqual({
    owed: 2,
    open: 0,
    overdue: 0,
    late: 0,
    answered: 1,
    toReview: 0,
    approved: 1,
  });
  expect(await line('LG-GXJ')).toMatchObject({ answer: { kindName: { zh: '本年度无项目' } } });
  expect(await line('LG-FGJ')).toMatchObject({
    approved: 1,
    current: { revision: 1, rows: 1 },
    latest: {
      revision: 1,
      status: 'accepted',
      statusName: { zh: '已接收·审核通过' },
      receivedAt: '2022-03-01T02:00:00.000Z',
    },
  });
});

test('a department sees itself and what is below it, whoever owes', async () => {
  await send('LG-FGJ', [{}]);
  await send('LG-TZTGS', [{}]);
  const seen = async () => (await board('zhao')).units.map(({ unit }) => unit.code);
  expect(await seen()).toEqual(['LG-GXJ', 'LG-TZTGS']);
  await world.ports.submissions.putPeriods([{ ...PERIOD, owedBy: ['LG-FGJ', 'LG-TZTGS'] }]);
  expect(await seen()).toEqual(['LG-TZTGS']);
  const [tztgs] = (await board('cai')).units.filter(({ unit }) => unit.code === 'LG-TZTGS');
  expect(tztgs).toMatchObject({ isOwed: true, department: { code: 'LG-GXJ' } });
  expect(tztgs?.department?.name).not.toBe('LG-GXJ');
});

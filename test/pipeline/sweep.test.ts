import { describe, expect, test } from 'vitest';
import { settleAnswer } from '../../shared/intake/settle-answer.ts';
import { intake, render, sweep } from '../../shared/pipeline.ts';
import type { GivenAnswer } from '../../shared/submission.ts';
import { REPORT_TRIES } from '../../shared/sweep/ask-again.ts';
import { orderOf } from '../../shared/upload.ts';
import { Crash, failingPorts } from '../failing-ports.ts';
import { deliverAll, makeWorld, type World } from '../memory-ports.ts';

const submission = { period: '2021', submitter: 'LG-FGJ' };
const ONE = [{ projectName: '甲' }];
const SENT = '2022-03-01T02:00:00.000Z';
const SOON = '2022-03-01T02:05:00.000Z';
const OVERDUE = '2022-03-01T02:11:00.000Z';
const NOTHING = {
  failed: [],
  unreadable: 0,
  lost: 0,
  unfinished: 0,
  answers: 0,
  reports: 0,
  stuck: [],
  summaries: 0,
  acts: 0,
  scheduled: 0,
};

const statuses = (world: World) =>
  [...world.tables.uploads.values()].map(({ upload }) => upload.status);

/** Lets an upload be taken in up to its n-th call to the outside. */
async function diesAtCall(world: World, n: number): Promise<void> {
  const event = world.send(ONE, { eventTime: SENT });
  await expect(intake(event, failingPorts(world.ports, n, 'after'))).rejects.toThrow(Crash);
}

const worldAt = async (now: string): Promise<World> => Object.assign(await makeWorld(), { now });

test('a sweep of a quiet system finds nothing', async () => {
  const world = await worldAt(SENT);
  await intake(world.send(ONE), world.ports);
  await deliverAll(world);
  world.now = OVERDUE;
  expect(await sweep(world.ports)).toEqual(NOTHING);
  expect(world.messages).toEqual([]);
});

describe('an upload whose event was lost', () => {
  test('is announced once it is overdue, and ends accepted', async () => {
    const world = await worldAt(SOON);
    world.send(ONE, { eventTime: SENT });
    expect(await sweep(world.ports)).toEqual(NOTHING);
    world.now = OVERDUE;
    expect(await sweep(world.ports)).toEqual({ ...NOTHING, lost: 1 });
    expect(await sweep(world.ports)).toEqual(NOTHING);
    await deliverAll(world);
    expect(statuses(world)).toEqual(['accepted']);
  });

  test('is not a folder that a console made', async () => {
    const world = await worldAt(OVERDUE);
    world.send([], { key: 'uploads/2021/LG-FGJ/', eventTime: SENT });
    expect(await sweep(world.ports)).toEqual(NOTHING);
  });
});

test('an upload without a final status is announced again every ten minutes', async () => {
  const world = await worldAt(SENT);
  await diesAtCall(world, 3);
  world.now = OVERDUE;
  expect(await sweep(world.ports)).toEqual({ ...NOTHING, unfinished: 1 });
  expect(await sweep(world.ports)).toEqual(NOTHING);
  await deliverAll(world);
  expect(statuses(world)).toEqual(['accepted']);
});

test('asked for what is overdue at once, a sweep does not wait', async () => {
  const world = await worldAt(SENT);
  await diesAtCall(world, 3);
  world.now = SOON;
  expect(await sweep(world.ports, 0)).toEqual({ ...NOTHING, unfinished: 1 });
});

describe('a report that is not printed', () => {
  test('is asked for again, then given up as stuck; printed after all it is ready', async () => {
    const world = await worldAt(SENT);
    await intake(world.send(ONE, { eventTime: SENT }), world.ports);
    const [job] = world.messages.splice(0);
    for (let tried = 1; tried <= REPORT_TRIES; tried += 1) {
      world.now = `2022-03-01T0${2 + tried}:00:00.000Z`;
      expect(await sweep(world.ports)).toMatchObject({ reports: 1, stuck: [] });
      expect(await sweep(world.ports)).toMatchObject({ reports: 0 });
    }
    expect(job).toEqual({ stage: 'render', body: { ...submission, revision: 1 } });
    world.now = '2022-03-02T00:00:00.000Z';
    const { stuck } = await sweep(world.ports);
    expect(stuck).toMatchObject([{ ...submission, revision: 1, report: { asked: REPORT_TRIES } }]);
    expect(await sweep(world.ports)).toMatchObject({ reports: 0, stuck: [] });
    expect(statuses(world)).toEqual(['accepted']);

    await render({ ...submission, revision: 1 }, world.ports);
    const revision = await world.ports.submissions.revision({ ...submission, revision: 1 });
    expect(revision?.report.state).toBe('ready');
  });
});

test('a summary behind its period is asked for', async () => {
  const world = await worldAt(SENT);
  await intake(world.send(ONE, { eventTime: SENT }), world.ports);
  const messages = world.messages.splice(0);
  expect(await sweep(world.ports)).toMatchObject({ summaries: 1 });
  expect(world.messages).toEqual(messages.filter(({ stage }) => stage === 'summarise'));
});

describe('a dead letter of intake', () => {
  test('ends its upload as failed, with a message that says whose fault it was', async () => {
    const world = await worldAt(SENT);
    const event = world.send(ONE, { eventTime: SENT });
    world.deadLetters.push([event], 'unreadable');
    expect(await sweep(world.ports)).toMatchObject({
      failed: [{ status: 'failed' }],
      unreadable: 1,
    });
    expect(world.deadLetters).toEqual(['unreadable']);
    expect(statuses(world)).toEqual(['failed']);
    const findings = JSON.parse(
      world.outputs.get('submissions/2021/LG-FGJ/0001/failed/findings.json') ?? '',
    );
    expect(findings).toMatchObject({ period: '2021', unit: 'LG-FGJ', errors: 1 });
    expect(findings.findings[0].message.zh).toMatch(/^系统故障，不是您的错，已通知管理员/);
    expect((await world.ports.submissions.head(submission))?.latest?.status).toBe('failed');
  });

  test('of a key of no submission is returned, as an attempt at work would return it', async () => {
    const world = await worldAt(SENT);
    world.deadLetters.push([world.send(ONE, { key: 'uploads/散件.xlsx' })]);
    await sweep(world.ports);
    expect(statuses(world)).toEqual(['returned']);
    expect(world.notices.map(({ status }) => status)).toEqual(['returned']);
    expect([...world.outputs.keys()]).toEqual([
      expect.stringMatching(/^unfiled\/[^/]*\/findings.json$/),
    ]);
  });

  test('leaves a final status as it is', async () => {
    const world = await worldAt(SENT);
    const event = world.send(ONE, { eventTime: SENT });
    await intake(event, world.ports);
    await deliverAll(world);
    world.deadLetters.push([event]);
    expect(await sweep(world.ports)).toEqual(NOTHING);
    expect(statuses(world)).toEqual(['accepted']);
  });

  test('is accepted after all if an attempt had decided so, wherever that one died', async () => {
    const made: string[] = [];
    for (let n = 1; ; n += 1) {
      const world = await worldAt(SENT);
      const event = world.send(ONE, { eventTime: SENT });
      try {
        await intake(event, failingPorts(world.ports, n, 'after'));
        break;
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
      const [first] = world.tables.revisions.get('2021/LG-FGJ') ?? [];
      const wasDecided = first?.revision.verdict != null;
      world.deadLetters.push([event]);
      await sweep(world.ports);
      await deliverAll(world);
      expect(statuses(world)).toEqual([wasDecided ? 'accepted' : 'failed']);
      if (wasDecided) {
        made.push(...statuses(world));
        expect(world.outputs.has('submissions/2021/LG-FGJ/0001/report.pdf')).toBe(true);
        expect(world.outputs.has('summaries/2021/summary.xlsx')).toBe(true);
      }
    }
    expect(made.length).toBeGreaterThan(3);
  });
});

describe('an answer in place of a table', () => {
  const at = SENT;
  const given: GivenAnswer = {
    submission,
    answer: {
      ...{ id: 'answer-1', kind: 'nil', revision: 1, reason: '', sub: 'li', by: '李四', at },
      order: orderOf({ eventTime: at, id: 'answer-1' }),
      recalled: null,
    },
  };

  // Six calls to the outside follow once it is kept.
  test.each([1, 2, 3, 4, 5, 6])('counts though its attempt died at call %i', async (n) => {
    const world = await worldAt(SENT);
    const { submissions } = world.ports;
    await submissions.reserveRevision(submission, given.answer.id);
    await submissions.keepAnswer(submission, given.answer);
    await expect(settleAnswer(given, failingPorts(world.ports, n, 'before'))).rejects.toThrow(
      Crash,
    );
    world.messages.length = 0;
    world.now = OVERDUE;
    expect(await sweep(world.ports)).toMatchObject({ answers: 1 });
    await deliverAll(world);
    expect(await submissions.head(submission)).toMatchObject({ answer: { id: 'answer-1' } });
    const state = await submissions.summaryState(submission.period);
    expect(state).toMatchObject({ generation: 1, summaryFile: 1 });
    expect(await sweep(world.ports)).toEqual(NOTHING);
  });
});

import { describe, expect, test } from 'vitest';
import { intake, summarise } from '../../shared/pipeline.ts';
import { Crash, wrapPorts } from '../failing-ports.ts';
import { type AllPorts, deliver, deliverAll, makeWorld, type World } from '../memory-ports.ts';

const NEWEST = 'summaries/2021/summary.xlsx';

/** Ports that let something happen right before summary.xlsx is written, and die right after. */
const overtaken = (ports: AllPorts, happens: () => Promise<void>): AllPorts =>
  wrapPorts(ports, (call) => async (...args) => {
    if (!args.includes(NEWEST)) return call(...args);
    await happens();
    await call(...args);
    throw new Crash('over summary.xlsx');
  });

test('a rebuild that a newer one overtook dies over summary.xlsx: its message brings the newer back', async () => {
  const world = await makeWorld();
  await intake(world.send([{ projectName: '甲' }], { versionId: 'v1' }), world.ports);
  world.messages.splice(0);
  const newer = world.send([{ projectName: '乙' }], {
    versionId: 'v2',
    eventTime: '2022-03-01T03:00:00.000Z',
  });
  const dying = overtaken(world.ports, async () => {
    await intake(newer, world.ports);
    await deliverAll(world);
    expect(world.outputs.get(NEWEST)).toContain('乙');
  });
  await expect(summarise({ period: '2021' }, dying)).rejects.toThrow(Crash);
  expect(world.outputs.get(NEWEST)).toContain('甲');
  await summarise({ period: '2021', again: true }, world.ports);
  expect(world.outputs.get(NEWEST)).toContain('乙');
});

/** Ports whose first write of a summary waits until it is let go: everything was loaded before. */
function halted(ports: AllPorts) {
  const reached = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const wrapped = wrapPorts(ports, (call, name) => async (...args) => {
    if (name === 'outputs.streamOutput') {
      reached.resolve();
      await go.promise;
    }
    return call(...args);
  });
  return { ports: wrapped, reached: reached.promise, letGo: () => go.resolve() };
}

const sent = async (world: World, projectName: string, hour: number): Promise<void> => {
  const eventTime = `2022-03-01T0${hour}:00:00.000Z`;
  await intake(world.send([{ projectName }], { versionId: `v${hour}`, eventTime }), world.ports);
  world.messages.splice(0);
};

describe('two rebuilds that stop between load and write', () => {
  test.each([
    ['the older goes on first', [0, 1]],
    ['the newer goes on first', [1, 0]],
  ] as const)('%s: the newest stands, and each generation is kept', async (_, order) => {
    const world = await makeWorld();
    await sent(world, '甲', 1);
    const older = halted(world.ports);
    const first = summarise({ period: '2021' }, older.ports);
    await older.reached;
    await sent(world, '乙', 2);
    const newer = halted(world.ports);
    const second = summarise({ period: '2021' }, newer.ports);
    await newer.reached;

    const both = [
      { ...older, done: first },
      { ...newer, done: second },
    ];
    for (const next of order) {
      both[next]?.letGo();
      await both[next]?.done;
    }
    await deliverAll(world);
    for (const kind of ['xlsx', 'csv', 'json']) {
      expect(world.outputs.get(`summaries/2021/summary.${kind}`)).toContain('乙');
      expect(world.outputs.get(`summaries/2021/00000001.${kind}`)).toContain('甲');
      expect(world.outputs.get(`summaries/2021/00000002.${kind}`)).toContain('乙');
    }
    const state = await world.ports.submissions.summaryState('2021');
    expect(state).toMatchObject({ generation: 2, summary: 2, summaryFile: 2 });
  });
});

test('a rush of uploads, told in many messages, is one rebuild', async () => {
  const world = await makeWorld();
  for (const hour of [1, 2, 3, 4, 5]) {
    const eventTime = `2022-03-01T0${hour}:00:00.000Z`;
    await intake(
      world.send([{ projectName: `第${hour}版` }], { versionId: `v${hour}`, eventTime }),
      world.ports,
    );
  }
  let rebuilds = 0;
  const counted = wrapPorts(world.ports, (call, name) => (...args) => {
    if (name === 'workbooks.summary') rebuilds += 1;
    return call(...args);
  });
  const wakings = world.messages.filter(({ stage }) => stage === 'summarise');
  expect(wakings).toHaveLength(5);
  for (const message of wakings) await deliver(message, counted);
  expect(rebuilds).toBe(1);
  expect(world.outputs.get(NEWEST)).toContain('第5版');
});

test('what changes while a rebuild is under way is told at its end', async () => {
  const world = await makeWorld();
  await sent(world, '甲', 1);
  const under = halted(world.ports);
  const rebuild = summarise({ period: '2021' }, under.ports);
  await under.reached;
  await sent(world, '乙', 2);
  under.letGo();
  await rebuild;
  expect(world.messages).toEqual([{ stage: 'summarise', body: { period: '2021' } }]);
  await deliverAll(world);
  expect(world.outputs.get(NEWEST)).toContain('乙');
});

test('a file that is returned after one was accepted: the accepted one stays', async () => {
  const world = await makeWorld();
  await sent(world, '甲', 1);
  await sent(world, '', 2);
  await summarise({ period: '2021' }, world.ports);
  expect(world.outputs.get(NEWEST)).toContain('甲');
  const { submissions } = JSON.parse(world.outputs.get('summaries/2021/summary.json')!);
  expect(submissions[0]).toMatchObject({
    latest: { status: 'returned', revision: 2 },
    current: { revision: 1 },
  });
});

import { expect, test } from 'vitest';
import { intake, summarise } from '../../shared/pipeline.ts';
import type { SummariseJob } from '../../shared/ports.ts';
import { wrapPorts } from '../failing-ports.ts';
import { type AllPorts, makeWorld, type World } from '../memory-ports.ts';

/*
 * In a rush the summary is rebuilt again and again. A rebuild that takes long makes the next one wait,
 * never too long, and the last change is always in.
 */

const NEWEST = 'summaries/2021/summary.xlsx';
const MINUTE = 60_000;

/** A world whose rebuilds take so many seconds, and what they ask for. */
async function slowWorld(seconds: number) {
  const world = await makeWorld();
  const asked: { readonly job: SummariseJob; readonly delay: number }[] = [];
  const written: { readonly key: string; readonly lasting: boolean }[] = [];
  const counted = { rebuilds: 0 };
  const slow = wrapPorts(world.ports, (call, name) => async (...args) => {
    if (name === 'outputs.streamOutput') {
      written.push({ key: String(args[0]), ...(args[2] as { lasting: boolean }) });
    }
    if (name === 'workbooks.summary') {
      counted.rebuilds += 1;
      pass(world, seconds * 1000);
    }
    return call(...args);
  });
  const ports: AllPorts = {
    ...slow,
    jobs: {
      ...slow.jobs,
      summarise: async (job, delay = 0) => void asked.push({ job, delay }),
    },
  };
  return { world, ports, asked, written, counted };
}

function pass(world: World, milliseconds: number): void {
  world.now = new Date(Date.parse(world.now) + milliseconds).toISOString();
}

let sent = 0;
async function send(world: World, ports: AllPorts, projectName: string): Promise<void> {
  sent += 1;
  // Uploads of one instant would stand in the order of their ids.
  pass(world, 1);
  const event = { versionId: `v${sent}`, eventTime: world.now };
  await intake(world.send([{ projectName }], event), ports);
}

test('what changes soon after a rebuild waits ten times as long as that took, in one message', async () => {
  const { world, ports, asked, counted } = await slowWorld(6);
  await send(world, ports, '甲');
  await summarise({ period: '2021' }, ports);
  asked.length = 0;
  for (const name of ['乙', '丙', '丁']) {
    await send(world, ports, name);
    asked.pop();
    expect(await summarise({ period: '2021' }, ports)).toBeNull();
  }
  expect(counted.rebuilds).toBe(1);
  // It began six seconds ago.
  expect(asked).toEqual([{ job: { period: '2021', due: true }, delay: 54 }]);

  pass(world, 54_000);
  await summarise({ period: '2021', due: true }, ports);
  expect(counted.rebuilds).toBe(2);
  expect(world.outputs.get(NEWEST)).toContain('丁');
  expect(world.outputs.get(NEWEST)).not.toContain('丙');
});

test('no change waits longer than five minutes, however long a rebuild takes', async () => {
  const { world, ports, asked } = await slowWorld(200);
  await send(world, ports, '甲');
  await summarise({ period: '2021' }, ports);
  await send(world, ports, '乙');
  asked.length = 0;
  await summarise({ period: '2021' }, ports);
  expect(asked.map(({ delay }) => delay)).toEqual([100]);
  pass(world, 100_000);
  await summarise({ period: '2021' }, ports);
  expect(world.outputs.get(NEWEST)).toContain('乙');
});

test('after a quiet time a change is in at once', async () => {
  const { world, ports } = await slowWorld(6);
  await send(world, ports, '甲');
  await summarise({ period: '2021' }, ports);
  pass(world, MINUTE);
  await send(world, ports, '乙');
  await summarise({ period: '2021' }, ports);
  expect(world.outputs.get(NEWEST)).toContain('乙');
});

test.each([
  ['a message that comes again', { again: true }],
  ['one that has waited, whatever the clock of another machine says', { due: true }],
])('%s waits for nothing', async (_, how) => {
  const { world, ports } = await slowWorld(20);
  await send(world, ports, '甲');
  await summarise({ period: '2021' }, ports);
  await send(world, ports, '乙');
  await summarise({ period: '2021', ...how }, ports);
  expect(world.outputs.get(NEWEST)).toContain('乙');
});

test('a message that was sent and not noted is sent once more: either brings the change in', async () => {
  const { world, ports, asked } = await slowWorld(20);
  await send(world, ports, '甲');
  await summarise({ period: '2021' }, ports);
  await send(world, ports, '乙');
  asked.length = 0;
  const dying: AllPorts = {
    ...ports,
    submissions: {
      ...ports.submissions,
      notePace: async () => {
        throw new Error('died');
      },
    },
  };
  await expect(summarise({ period: '2021' }, dying)).rejects.toThrow('died');
  await summarise({ period: '2021' }, ports);
  expect(asked).toHaveLength(2);
  pass(world, 5 * MINUTE);
  for (const { job } of asked) await summarise(job, ports);
  expect(world.outputs.get(NEWEST)).toContain('乙');
});

test('of the generations of an hour the first is kept for good, also when it is written again', async () => {
  const { world, ports, written } = await slowWorld(1);
  world.now = '2022-03-01T04:10:00.000Z';
  for (const name of ['甲', '乙', '丙']) {
    await send(world, ports, name);
    await summarise({ period: '2021', due: true }, ports);
    if (name === '甲') await summarise({ period: '2021', again: true }, ports);
    pass(world, 25 * MINUTE);
  }
  const workbooks = written.filter(({ key }) => key.endsWith('.xlsx'));
  expect(workbooks.map(({ key, lasting }) => `${key.slice(-13, -5)} ${lasting}`)).toEqual([
    '00000001 true',
    '00000001 true',
    '00000002 false',
    '00000003 true',
  ]);
});

import { expect, test } from 'vitest';
import { intake, summarise } from '../../shared/pipeline.ts';
import { Crash, wrapPorts } from '../failing-ports.ts';
import { type AllPorts, deliverAll, makeWorld } from '../memory-ports.ts';

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

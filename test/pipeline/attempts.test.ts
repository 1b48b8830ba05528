import { expect, test } from 'vitest';
import { intake, sweep } from '../../shared/pipeline.ts';
import type { UploadEvent } from '../../shared/upload.ts';
import { wrapPorts } from '../failing-ports.ts';
import { type AllPorts, deliverAll, makeWorld, type World } from '../memory-ports.ts';

/*
 * While one attempt at an upload is at work, something happens that lets another come to a different
 * verdict. Whichever decides first, status and HEAD must say the same.
 */

/** Ports that do something once, right before the n-th call (from 1). */
function meanwhile(ports: AllPorts, n: number, happens: () => Promise<void>): AllPorts {
  let calls = 0;
  return wrapPorts(ports, (call) => async (...args) => {
    calls += 1;
    if (calls === n) await happens();
    return call(...args);
  });
}

/** Takes an upload in, with something happening before each call in turn; the statuses it ended with. */
async function statusesWhen(happens: (world: World, event: UploadEvent) => Promise<void>) {
  const statuses = new Set<string>();
  for (let n = 1; ; n += 1) {
    const world = await makeWorld();
    let happened = false;
    const event = world.send([{ projectName: '甲' }]);
    const ports = meanwhile(world.ports, n, async () => {
      happened = true;
      await happens(world, event);
    });
    const { id, status } = await intake(event, ports);
    await deliverAll(world);
    if (!happened) return statuses;
    statuses.add(status);
    const head = world.tables.heads.get('2021/LG-FGJ');
    expect(head?.latest, `before call ${n}`).toMatchObject({ uploadId: id, status });
    expect(head?.current?.uploadId ?? null, `before call ${n}`).toBe(
      status === 'accepted' ? id : null,
    );
  }
}

test('a dead letter is buried while a copy of its message is at work', async () => {
  const statuses = await statusesWhen(async (world, event) => {
    world.deadLetters.push([event]);
    await sweep(world.ports);
  });
  expect(statuses).toEqual(new Set(['failed', 'accepted']));
});

test('the file is deleted, and another attempt finds nothing', async () => {
  const statuses = await statusesWhen(async (world, event) => {
    world.remove(event);
    await intake(event, world.ports);
  });
  expect(statuses).toEqual(new Set(['returned', 'accepted']));
});

test('the register loses the department, and another attempt refuses its rows', async () => {
  const statuses = await statusesWhen(async (world, event) => {
    world.tables.units.delete('LG-FGJ');
    await intake(event, world.ports);
  });
  expect(statuses).toEqual(new Set(['returned', 'accepted']));
});

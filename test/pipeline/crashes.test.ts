import { describe, expect, test } from 'vitest';
import type { Upload } from '../../shared/upload.ts';
import { Crash, type CrashPoint, failingPorts } from '../failing-ports.ts';
import { deliver, deliverAll, makeWorld, type World } from '../memory-ports.ts';
import type { FileRows } from '../stand-in-files.ts';

/*
 * A stage dies at its first call to the outside, at its second, and so on to the last, before or
 * after the call had its effect. The message comes back; then everything must be as if nothing had
 * happened.
 */

const ONE = [{ projectName: '甲' }];
const TWO = [{ projectName: '甲' }, { projectName: '乙' }];
const WRONG = [{ projectName: '甲', budgetTotal: '三十五' }];

const at = (minute: string) => `2022-03-01T02:${minute}:00.000Z`;

/** What the store and the outputs bucket hold when all is quiet. */
const settled = async (world: World) => {
  await deliverAll(world);
  return { tables: world.tables, outputs: world.outputs };
};

/** Runs everything undisturbed up to the last message that `prepare` leaves. */
async function worldBefore(prepare: (world: World) => Promise<void>): Promise<World> {
  const world = await makeWorld();
  await prepare(world);
  return world;
}

/** Delivers the first message, dying at call `n`; true if it died. */
async function dies(world: World, n: number, point: CrashPoint): Promise<boolean> {
  const [message] = world.messages;
  if (message === undefined) throw new Error('no message to deliver');
  try {
    await deliver(message, failingPorts(world.ports, n, point));
  } catch (error) {
    if (error instanceof Crash) return true;
    throw error;
  }
  world.messages.shift();
  return false;
}

const announce = (world: World, rows: FileRows, minute: string): void => {
  const body = world.send(rows, { versionId: minute, eventTime: at(minute) });
  world.messages.push({ stage: 'intake', body });
};

const situations: [string, (world: World) => Promise<void>][] = [
  ['intake of an accepted upload', async (world) => announce(world, TWO, '01')],
  ['intake of a returned upload', async (world) => announce(world, WRONG, '01')],
  [
    'intake of an upload under a key of no submission',
    async (world) => {
      const body = world.send(ONE, { key: 'uploads/散件.xlsx' });
      world.messages.push({ stage: 'intake', body });
    },
  ],
  [
    'intake of a newer upload over an accepted one',
    async (world) => {
      announce(world, ONE, '01');
      await deliverAll(world);
      announce(world, TWO, '02');
    },
  ],
  [
    'intake of an older upload after a newer one',
    async (world) => {
      announce(world, TWO, '02');
      await deliverAll(world);
      announce(world, ONE, '01');
    },
  ],
  [
    'intake of the same accepted bytes',
    async (world) => {
      announce(world, ONE, '01');
      await deliverAll(world);
      announce(world, ONE, '02');
    },
  ],
  [
    'intake of the same returned bytes',
    async (world) => {
      announce(world, WRONG, '01');
      await deliverAll(world);
      announce(world, WRONG, '02');
    },
  ],
  [
    'render',
    async (world) => {
      announce(world, ONE, '01');
      await deliver(world.messages.shift()!, world.ports);
    },
  ],
  [
    'summarise',
    async (world) => {
      announce(world, ONE, '01');
      await deliver(world.messages.shift()!, world.ports);
      world.messages.reverse();
    },
  ],
];

describe.each(situations)('%s', (_name, prepare) => {
  test.each(['before', 'after'] as const)('dying %s any call changes nothing', async (point) => {
    const undisturbed = await settled(await worldBefore(prepare));
    let deaths = 0;
    for (let n = 1; ; n += 1) {
      const world = await worldBefore(prepare);
      if (!(await dies(world, n, point))) break;
      deaths += 1;
      expect(await settled(world), `died ${point} call ${n}`).toEqual(undisturbed);
    }
    expect(deaths).toBeGreaterThan(2);
  });
});

test('the rules change between an attempt that made an upload current and the next one', async () => {
  const { deaths, statuses } = await whenRulesChangeMidway();
  expect(deaths).toBeGreaterThan(0);
  expect(statuses).toEqual(new Set(['accepted']));
});

/** Dies after each call from the move of HEAD on; then the register loses the submitter. */
async function whenRulesChangeMidway() {
  const statuses = new Set<Upload['status'] | undefined>();
  let deaths = 0;
  for (let n = 1; ; n += 1) {
    const world = await worldBefore(async (fresh) => announce(fresh, ONE, '01'));
    if (!(await dies(world, n, 'after'))) return { deaths, statuses };
    if ((world.tables.heads.get('2021/LG-FGJ')?.current ?? null) === null) continue;
    deaths += 1;
    world.tables.units.delete('LG-FGJ');
    await deliverAll(world);
    statuses.add([...world.tables.uploads.values()][0]?.upload.status);
  }
}

import { expect, test } from 'vitest';
import { intake, sweep } from '../../shared/pipeline.ts';
import type { Upload, UploadEvent } from '../../shared/upload.ts';
import { wrapPorts } from '../failing-ports.ts';
import { type AllPorts, deliverAll, makeWorld, type World } from '../memory-ports.ts';

/*
 * While one attempt at an upload is at work, something happens that lets another come to a different
 * verdict. Whichever decides first, all that is said of the upload must agree.
 */

const ONE = [{ projectName: '甲' }];
const TWO = [{ projectName: '甲' }, { projectName: '乙' }];
const at = (minute: string) => `2022-03-01T02:${minute}:00.000Z`;

/** Ports that do something once, right before the n-th call (from 1). */
function meanwhile(ports: AllPorts, n: number, happens: () => Promise<void>): AllPorts {
  let calls = 0;
  return wrapPorts(ports, (call) => async (...args) => {
    calls += 1;
    if (calls === n) await happens();
    return call(...args);
  });
}

type Happening = (world: World, event: UploadEvent) => Promise<void>;

/** Takes an upload of 02:02 in, with something happening before each call in turn; looks each time. */
async function whenever(happens: Happening, look: (world: World, upload: Upload) => void) {
  for (let n = 1; ; n += 1) {
    const world = await makeWorld();
    let happened = false;
    const event = world.send(TWO, { eventTime: at('02') });
    const ports = meanwhile(world.ports, n, async () => {
      happened = true;
      await happens(world, event);
    });
    const upload = await intake(event, ports);
    await deliverAll(world);
    if (!happened) return;
    look(world, upload);
  }
}

/** The statuses an upload ends with, and that HEAD says the same each time. */
async function statusesWhen(happens: Happening): Promise<ReadonlySet<string>> {
  const statuses = new Set<string>();
  await whenever(happens, (world, { id, status }) => {
    statuses.add(status);
    const head = world.tables.heads.get('2021/LG-FGJ');
    expect(head?.latest).toMatchObject({ uploadId: id, status });
    expect(head?.current?.uploadId ?? null).toBe(status === 'accepted' ? id : null);
  });
  return statuses;
}

const bury: Happening = async (world, event) => {
  world.deadLetters.push([event]);
  await sweep(world.ports);
};

test('a dead letter is buried while a copy of its message is at work', async () => {
  expect(await statusesWhen(bury)).toEqual(new Set(['failed', 'accepted']));
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

/** findings.json, where the outcome says it lies, counts what the outcome counts. */
function expectFindingsAgree({ outputs }: World, { outcome }: Upload): void {
  const findings = JSON.parse(outputs.get(outcome?.outputs.findings ?? '') ?? 'null');
  expect(findings).toMatchObject({ ...outcome?.counts });
}

test('an older upload becomes current: what the newer is compared with stays what it was', async () => {
  await whenever(async (world, event) => {
    const older = world.send(ONE, { versionId: 'v0', eventTime: at('01') });
    await intake(older, world.ports);
    await intake(event, world.ports);
  }, expectFindingsAgree);
});

test('an upload that failed says so, whatever a copy of its message still makes of it', async () => {
  await whenever(bury, expectFindingsAgree);
});

test('rules change after one attempt found a repetition: whoever decides, HEAD goes with it', async () => {
  await whenever(
    async (world, event) => {
      const original = world.send(TWO, { versionId: 'v0', eventTime: at('01') });
      await intake(original, world.ports);
      // Another attempt finds the same bytes and dies over it.
      const dies = wrapPorts(world.ports, (call, name) => async (...args) => {
        if (name === 'submissions.decide') throw new Error('dies here');
        return call(...args);
      });
      await intake(event, dies).catch(() => {});
      world.judgeVersion = 'rules-2';
    },
    (world, { id, outcome }) => {
      const current = world.tables.heads.get('2021/LG-FGJ')?.current;
      expect(current?.uploadId).toBe(outcome?.duplicateOf ?? id);
    },
  );
});

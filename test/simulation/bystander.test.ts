import { expect, test } from 'vitest';
import { MOST_RECEIVES } from './queue.ts';
import { randomFrom } from './random.ts';
import { comeToRest } from './simulate.ts';
import { makeSystem, post, type Sabotage, type System } from './system.ts';
import { watchOver } from './watch.ts';
import { CALM } from './weather.ts';

/*
 * one-harms-no-other: a file on which intake fails each time, by our own fault, neither delays another
 * submitter's nor changes what becomes of it.
 */

const POISON = [{ projectName: '毒' }];

/** Reading the poison always fails; whatever else is as ever. */
const poisoned: Sabotage = {
  ports: (ports) => ({
    ...ports,
    reader: {
      async read(bytes) {
        if (new TextDecoder().decode(bytes).includes('毒')) throw new Error('cannot be read');
        return ports.reader.read(bytes);
      },
    },
  }),
};

function send(system: System, submitter: string, file: typeof POISON, versionId: string): void {
  const { world } = system;
  const key = `uploads/2021/${submitter}/自评表.xlsx`;
  const event = world.send(file, { key, versionId, eventTime: world.now });
  system.sent.push({ event, file, removed: false });
  post(system, system.queues.intake, event);
}

/** Milliseconds until the good upload is final, and how everything ended. */
async function runWith(poison: number, seed: number) {
  const system = await makeSystem(randomFrom(seed), CALM, poisoned);
  for (let n = 1; n <= poison; n += 1) send(system, 'LG-FGJ', POISON, `poison-${n}`);
  send(system, 'LG-GXJ', [{ projectName: '甲' }], 'good');
  const watch = watchOver(system);
  const began = system.now;
  let took: number | null = null;
  const uploads = () => [...system.world.tables.uploads.values()].map(({ upload }) => upload);
  const noting = (): void => {
    watch();
    const good = uploads().find(({ versionId }) => versionId === 'good');
    if (took === null && good?.outcome != null) took = system.now - began;
  };
  expect(await comeToRest(system, noting, { forgetful: true })).toBe(true);
  const head = system.world.tables.heads.get('2021/LG-GXJ');
  return {
    took: took ?? Number.POSITIVE_INFINITY,
    statuses: uploads().map(({ versionId, status }) => `${versionId.split('-')[0]} ${status}`),
    good: [head?.latest?.status, head?.current?.revision],
  };
}

test.each([1, 2, 3, 4, 5])('a poisonous file harms no other’s, seed %i', async (seed) => {
  const alone = await runWith(0, seed);
  const beside = await runWith(3, seed);
  expect(beside.good).toEqual(alone.good);
  expect(beside.statuses.sort()).toEqual([
    'good accepted',
    ...new Array<string>(3).fill('poison failed'),
  ]);
  // Nobody waits for the other's attempts to be over, let alone for all five of them.
  expect(MOST_RECEIVES).toBe(5);
  expect(beside.took).toBeLessThan(alone.took + 10_000);
});

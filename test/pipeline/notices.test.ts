import { expect, test } from 'vitest';
import { intake, sweep } from '../../shared/pipeline.ts';
import { type AllPorts, deliverAll, makeWorld, type World } from '../memory-ports.ts';
import type { FileRows } from '../stand-in-files.ts';

/*
 * Unit and finance are told how each upload ends. Whether they can be told changes nothing of it.
 */

const GOOD = [{ projectName: '甲' }];
const WRONG = [{ projectName: '机密项目', budgetTotal: '三十五' }];

/** Takes in each of these, the second kind of key being one of no submission. */
async function takeIn(world: World, ports: AllPorts): Promise<void> {
  const sent: readonly (readonly [FileRows, string])[] = [
    [GOOD, 'uploads/2021/LG-FGJ/a.xlsx'],
    [GOOD, 'uploads/2021/LG-FGJ/a.xlsx'],
    [WRONG, 'uploads/2021/LG-GXJ/张三.xlsx'],
    [GOOD, 'uploads/散件.xlsx'],
  ];
  for (const [index, [rows, key]] of sent.entries()) {
    const eventTime = `2022-03-01T02:00:0${index}.000Z`;
    await intake(world.send(rows, { key, versionId: String(index), eventTime }), ports);
  }
  const key = 'uploads/2021/LG-GXJ/b.xlsx';
  world.deadLetters.push([world.send(GOOD, { key, versionId: 'dead' })]);
  await sweep(ports);
  await deliverAll(world);
}

test('accepted, repeated, returned, misfiled and failed uploads are told, each once', async () => {
  const world = await makeWorld();
  await takeIn(world, world.ports);
  expect(
    world.notices.map(({ period, unit, revision, status, rows, repeated }) =>
      [period, unit, revision, status, rows, repeated].join(' '),
    ),
  ).toEqual([
    '2021 LG-FGJ 1 accepted 1 false',
    '2021 LG-FGJ 2 accepted 1 true',
    '2021 LG-GXJ 1 returned 1 false',
    '   returned 0 false',
    '2021 LG-GXJ 2 failed 0 false',
  ]);
  expect(new Set(world.notices.map(({ uploadId }) => uploadId))).toEqual(
    new Set(world.tables.uploads.keys()),
  );
});

test('no notice holds what a cell or the name of a file says', async () => {
  const world = await makeWorld();
  await takeIn(world, world.ports);
  expect(JSON.stringify(world.notices)).not.toMatch(/甲|机密项目|三十五|张三|散件/);
});

test('an upload that is announced again after its status is told no more', async () => {
  const world = await makeWorld();
  const event = world.send(GOOD);
  await intake(event, world.ports);
  await intake(event, world.ports);
  expect(world.notices).toHaveLength(1);
});

test('a notice is sent before the status is final: whoever dies in between sends it again', async () => {
  const world = await makeWorld();
  const event = world.send(GOOD);
  const { submissions } = world.ports;
  const dying: AllPorts = {
    ...world.ports,
    submissions: {
      ...submissions,
      finishUpload: async () => {
        throw new Error('died');
      },
    },
  };
  await expect(intake(event, dying)).rejects.toThrow('died');
  await intake(event, world.ports);
  const [first, second] = world.notices;
  expect(world.notices).toHaveLength(2);
  expect(second).toEqual(first);
});

test('an attempt that comes after another has finished tells nothing', async () => {
  const world = await makeWorld();
  const event = world.send(GOOD);
  const { submissions } = world.ports;
  const overtaken: AllPorts = {
    ...world.ports,
    submissions: {
      ...submissions,
      async moveLatest(submission, latest) {
        await intake(event, world.ports);
        return submissions.moveLatest(submission, latest);
      },
    },
  };
  await intake(event, overtaken);
  expect(world.notices).toHaveLength(1);
});

test('where nobody can be told, all is as it is elsewhere, and the operator hears of it', async () => {
  const told = await makeWorld();
  await takeIn(told, told.ports);
  const untold = await makeWorld();
  const unsent: string[] = [];
  await takeIn(untold, {
    ...untold.ports,
    notices: {
      ...untold.ports.notices,
      send: async () => {
        throw new Error('no topic');
      },
      unsent: ({ uploadId }, error) => void unsent.push(`${uploadId} ${error}`),
    },
  });
  expect(untold.tables).toEqual(told.tables);
  expect(untold.outputs).toEqual(told.outputs);
  expect(unsent).toEqual(told.notices.map(({ uploadId }) => `${uploadId} Error: no topic`));
});

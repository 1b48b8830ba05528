import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rebuildSummary } from '../../shared/summarise/rebuild-summary.ts';
import type { Upload } from '../../shared/upload.ts';
import { orderOf } from '../../shared/upload.ts';
import { wrapPorts } from '../failing-ports.ts';
import { type AllPorts, deliver, deliverAll, makeWorld, type World } from '../memory-ports.ts';
import type { FileRows } from '../stand-in-files.ts';

/*
 * Stages that run at the same time, their calls to the outside interleaved in every order that
 * fast-check comes up with. Whatever the order, the end must make sense.
 */

const FILES = {
  one: [{ projectName: '甲' }],
  two: [{ projectName: '甲' }, { projectName: '乙' }],
  wrong: [{ projectName: '甲', budgetTotal: '三十五' }],
} satisfies Record<string, FileRows>;

type FileName = keyof typeof FILES;

/** Each call waits for its turn, and the turns are drawn. */
const takingTurns = (ports: AllPorts, scheduler: fc.Scheduler): AllPorts =>
  wrapPorts(ports, (call, name) => async (...args) => {
    await scheduler.schedule(Promise.resolve(), name);
    return call(...args);
  });

const sendAll = (world: World, files: readonly FileName[]): void => {
  for (const [index, file] of files.entries()) {
    const minute = String(index).padStart(2, '0');
    const body = world.send(FILES[file], {
      versionId: `v${index}`,
      eventTime: `2022-03-01T02:${minute}:00.000Z`,
    });
    world.messages.push({ stage: 'intake', body });
  }
};

const uploadsOf = (world: World): Upload[] =>
  [...world.tables.uploads.values()]
    .map(({ upload }) => upload)
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));

/** What must hold once all is quiet, for uploads of these files in this order. */
function expectSense(world: World, files: readonly FileName[]): void {
  const uploads = uploadsOf(world);
  const head = world.tables.heads.get('2021/LG-FGJ');
  expect(uploads.map(({ status }) => status)).toEqual(
    files.map((file) => (file === 'wrong' ? 'returned' : 'accepted')),
  );
  expect(head?.latest?.uploadId).toBe(uploads.at(-1)?.id);
  expect(uploads.map(({ revision }) => revision ?? 0).sort((a, b) => a - b)).toEqual(
    uploads.map((_, index) => index + 1),
  );
  const newest = files.findLast((file) => file !== 'wrong');
  const projects = newest === undefined ? [] : FILES[newest].map((row) => row.projectName);
  const summary = JSON.parse(world.outputs.get('summaries/2021/summary.xlsx') ?? '[]');
  expect(summary.flatMap((submission: { projects: string[] }) => submission.projects)).toEqual(
    projects,
  );
  const { generation, summary: built, summaryFile } = world.tables.periods.get('2021')!.state;
  expect([built, summaryFile]).toEqual([generation, generation]);
  for (const { revision } of world.tables.revisions.get('2021/LG-FGJ') ?? []) {
    expect(revision.report.state).toBe(revision.verdict?.accepted == null ? 'none' : 'ready');
  }
}

test('uploads of one submission at once, some announced twice, end as if one after another', async () => {
  const file = fc.constantFrom<FileName>('one', 'two', 'wrong');
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { minLength: 2, maxLength: 4 }),
      fc.boolean(),
      fc.scheduler(),
      async (files, twice, scheduler) => {
        const world = await makeWorld();
        sendAll(world, files);
        const announced = twice ? [...world.messages, ...world.messages] : [...world.messages];
        world.messages.splice(0);
        const ports = takingTurns(world.ports, scheduler);
        const running = announced.map((message) => deliver(message, ports));
        await scheduler.waitFor(Promise.all(running));
        await deliverAll(world);
        expectSense(world, files);
      },
    ),
    { numRuns: 300 },
  );
});

test('rebuilds of a summary at once leave the newest one standing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const world = await makeWorld();
      sendAll(world, ['one', 'two']);
      const ports = takingTurns(world.ports, scheduler);
      const [first, second] = world.messages.splice(0);
      await deliver(first!, world.ports);
      const secondUpload = async (): Promise<void> => {
        await scheduler.schedule(Promise.resolve(), 'the second upload arrives');
        await deliver(second!, world.ports);
        await rebuildSummary({ period: '2021' }, ports);
      };
      const running = [rebuildSummary({ period: '2021' }, ports), secondUpload()];
      await scheduler.waitFor(Promise.all(running));
      // Only messages that were sent again may be needed to bring it up to date.
      await deliverAll(world);
      expectSense(world, ['one', 'two']);
    }),
    { numRuns: 300 },
  );
});

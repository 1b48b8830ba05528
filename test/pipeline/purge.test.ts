import { describe, expect, test } from 'vitest';
import { jsonFile, newestSummaryKey, revisionFolder } from '../../shared/outputs.ts';
import { sweep } from '../../shared/pipeline.ts';
import { purge } from '../../shared/purge/purge-key.ts';
import { keyHashOf } from '../../shared/purge/purged-upload.ts';
import { takeAct } from '../../shared/review/take-act.ts';
import type { UploadEvent } from '../../shared/upload.ts';
import { receivedUpload } from '../../shared/upload-id.ts';
import { Crash, type CrashPoint, failingPorts, wrapPorts } from '../failing-ports.ts';
import {
  type AllPorts,
  deliver,
  deliverAll,
  makeWorld,
  PERIOD,
  type World,
} from '../memory-ports.ts';
import { act } from '../review-acts.ts';
import type { FileRows } from '../stand-in-files.ts';

/*
 * What a purge leaves: nothing of the file in any version of anything, a line that says who asked and
 * why, and a submission that stands as if the file had never come.
 */

const KEY = 'uploads/2021/LG-FGJ/误传.xlsx';
const OTHER = 'uploads/2021/LG-FGJ/自评表.xlsx';
const SUBMISSION = { period: '2021', submitter: 'LG-FGJ' };
const SECRET = [{ projectName: '机密项目' }, { projectName: '甲' }];
const BEFORE = [{ projectName: '甲' }];
const AFTER = [{ projectName: '甲' }, { projectName: '乙' }];
const REQUEST = { key: KEY, by: '王科', reason: '误传' };

const at = (minute: number): string => `2022-03-01T02:${String(minute).padStart(2, '0')}:00.000Z`;

let sent = 0;
function announce(world: World, rows: FileRows, given: Partial<UploadEvent>): UploadEvent {
  sent += 1;
  const event = world.send(rows, { versionId: `v${sent}`, ...given });
  world.messages.push({ stage: 'intake', body: event });
  return event;
}

const stored = (world: World, event: UploadEvent) =>
  world.tables.uploads.get(receivedUpload(event).id)?.upload;

/** Everything that is kept anywhere, as text. */
const everything = (world: World): string =>
  JSON.stringify([
    [...world.tables.uploads],
    [...world.tables.revisions],
    [...world.tables.rows].map(([place, rows]) => [place, [...rows]]),
    [...world.tables.heads],
    world.outputVersions,
    [...world.uploads].map(([name, { bytes }]) => [name, new TextDecoder().decode(bytes)]),
  ]);

/** An accepted file, the secret one over it, and one of another unit. */
async function worldWithSecret() {
  const world = await makeWorld();
  const before = announce(world, BEFORE, { key: OTHER, eventTime: at(1) });
  await deliverAll(world);
  const secret = announce(world, SECRET, { key: KEY, eventTime: at(2) });
  await deliverAll(world);
  return { world, before, secret };
}

test('nothing of the file is left in any version of anything; a line says who asked and why', async () => {
  const { world, secret } = await worldWithSecret();
  expect(everything(world)).toContain('机密项目');
  const report = await purge(REQUEST, world.ports);
  await deliverAll(world);

  expect(everything(world)).not.toMatch(/机密项目|误传\.xlsx/);
  expect(report).toMatchObject({ uploads: [{ status: 'purged' }], versions: 1 });
  expect(report.outputs).toBeGreaterThan(3);
  expect(report.summaries).toBeGreaterThan(3);
  expect(stored(world, secret)).toMatchObject({
    ...{ submission: SUBMISSION, revision: 2, status: 'purged', key: '', contacts: [] },
    purge: { by: '王科', reason: '误传', at: world.now, keyHash: keyHashOf(KEY) },
    outcome: { outputs: {}, rows: 0 },
  });
});

test('what was accepted before it stands again, and the summary says so', async () => {
  const { world, before } = await worldWithSecret();
  await purge(REQUEST, world.ports);
  await deliverAll(world);
  const { id } = receivedUpload(before);

  const head = await world.ports.submissions.head(SUBMISSION);
  expect(head).toMatchObject({
    current: { uploadId: id, revision: 1 },
    latest: { uploadId: id, status: 'accepted' },
  });
  const said = [{ submitter: 'LG-FGJ', revision: 1, projects: ['甲'] }];
  expect(JSON.parse(world.outputs.get(newestSummaryKey('2021')) ?? '')).toEqual(said);
});

test('what the unit took back before does not come back by it', async () => {
  const { world } = await worldWithSecret();
  await world.ports.submissions.recall(SUBMISSION, 2, { by: '填报员', at: at(4) });
  const later = announce(world, AFTER, { key: 'uploads/2021/LG-FGJ/后.xlsx', eventTime: at(5) });
  await deliverAll(world);
  await purge({ ...REQUEST, key: later.key }, world.ports);
  const head = await world.ports.submissions.head(SUBMISSION);
  expect(head?.current).toMatchObject({ revision: 2, recalled: { by: '填报员' } });
});

test('what finance accepted specially stands again', async () => {
  const world = await makeWorld();
  const { submissions } = world.ports;
  await submissions.putPeriods([{ ...PERIOD, policy: { 'brackets-closed': 'error' } }]);
  const open = [{ projectName: '甲（未完' }];
  const first = announce(world, open, { key: OTHER, eventTime: at(1) });
  await deliverAll(world);
  await takeAct(act('finance', 'accept-specially'), world.ports);
  announce(world, SECRET, { key: KEY, eventTime: at(2) });
  await deliverAll(world);
  await purge(REQUEST, world.ports);
  const { id } = receivedUpload(first);
  expect((await submissions.head(SUBMISSION))?.current).toMatchObject({
    uploadId: id,
    revision: 1,
  });
});

test('where nothing was before it, nothing stands', async () => {
  const world = await makeWorld();
  announce(world, SECRET, { key: KEY });
  await deliverAll(world);
  await purge(REQUEST, world.ports);
  await deliverAll(world);
  expect(await world.ports.submissions.head(SUBMISSION)).toEqual({
    ...SUBMISSION,
    latest: null,
    current: null,
    // That something came stays known; that it was accepted does not.
    first: { received: '2022-03-01T02:00:00.000Z', accepted: null },
  });
  expect(world.outputs.get(newestSummaryKey('2021'))).toBe('[]');
});

test('a newer upload stays what stands, and keeps its outputs', async () => {
  const { world } = await worldWithSecret();
  const after = announce(world, AFTER, { key: OTHER, eventTime: at(3) });
  await deliverAll(world);
  const { id, revision, outcome } = stored(world, after)!;
  const kept = Object.values(outcome?.outputs ?? {}).map((key) => world.outputs.get(key));
  const report = await purge(REQUEST, world.ports);
  await deliverAll(world);

  expect((await world.ports.submissions.head(SUBMISSION))?.current?.uploadId).toBe(id);
  expect(Object.values(outcome?.outputs ?? {}).map((key) => world.outputs.get(key))).toEqual(kept);
  // It was held against the secret one: what it was told may name projects of it.
  expect(report.judgedAgainst).toEqual([{ ...SUBMISSION, revision }]);
});

test('every version under the key goes, and the same bytes under another', async () => {
  const { world } = await worldWithSecret();
  announce(world, SECRET, { key: OTHER, eventTime: at(3) });
  announce(world, AFTER, { key: KEY, eventTime: at(4) });
  await deliverAll(world);
  announce(world, SECRET, { key: OTHER, eventTime: at(5) });
  await deliverAll(world);
  const report = await purge(REQUEST, world.ports);
  await deliverAll(world);
  expect(report.uploads).toHaveLength(4);
  expect(everything(world)).not.toMatch(/机密项目|误传\.xlsx/);
  expect((await world.ports.submissions.head(SUBMISSION))?.current?.revision).toBe(1);
});

test('a returned file and one whose key names no submission are removed, too', async () => {
  const world = await makeWorld();
  const wrong = [{ projectName: '机密项目', budgetTotal: '三十五' }];
  const returned = announce(world, wrong, { key: KEY });
  const stray = announce(world, SECRET, { key: 'uploads/误传.xlsx' });
  await deliverAll(world);
  await purge(REQUEST, world.ports);
  await purge({ ...REQUEST, key: 'uploads/误传.xlsx' }, world.ports);
  await deliverAll(world);
  for (const event of [returned, stray]) expect(stored(world, event)?.status).toBe('purged');
  expect(everything(world)).not.toMatch(/机密项目|误传\.xlsx/);
});

test('a key that nothing lies under changes nothing', async () => {
  const { world } = await worldWithSecret();
  const before = everything(world);
  const report = await purge({ ...REQUEST, key: 'uploads/2021/LG-FGJ/无.xlsx' }, world.ports);
  expect(report).toMatchObject({ uploads: [], versions: 0, outputs: 0, summaries: 0 });
  expect(everything(world)).toBe(before);
  expect(world.messages).toEqual([]);
});

test('neither an announcement nor a sweep nor a dead letter brings it back', async () => {
  const { world, secret } = await worldWithSecret();
  world.uploads.set('kept by a lock', { event: secret, bytes: new Uint8Array() });
  await purge(REQUEST, world.ports);
  world.uploads.set('kept by a lock', { event: secret, bytes: new Uint8Array() });
  world.messages.push({ stage: 'intake', body: secret });
  world.messages.push({ stage: 'render', body: { ...SUBMISSION, revision: 2 } });
  world.deadLetters.push([secret]);
  await deliverAll(world);
  world.now = '2022-03-01T06:00:00.000Z';
  const found = await sweep(world.ports);
  expect(found).toMatchObject({ failed: [], lost: 0, unfinished: 0, reports: 0 });
  await deliverAll(world);
  expect(stored(world, secret)?.status).toBe('purged');
  expect(everything(world)).not.toContain('机密项目');
});

/** Runs `work` up to its n-th call, then purges for good, then lets it go on to its end or its failure. */
async function purgeInTheMiddle(
  world: World,
  work: (ports: AllPorts) => Promise<void>,
  n: number,
): Promise<boolean> {
  let calls = 0;
  let reached = false;
  let purging: Promise<unknown> = Promise.resolve();
  // The second round comes when whatever was at work is over.
  const over = Promise.withResolvers<void>();
  const clock = { ...world.ports.clock, pause: () => over.promise };
  const passing = wrapPorts(world.ports, (call) => async (...args) => {
    calls += 1;
    if (calls === n) {
      reached = true;
      await new Promise<void>((firstRound, reject) => {
        purging = purge(REQUEST, { ...world.ports, clock }, () => firstRound());
        purging.catch(reject);
      });
    }
    return call(...args);
  });
  await work(passing).catch(() => {});
  over.resolve();
  await purging;
  return reached;
}

describe('an attempt that is at work meanwhile', () => {
  test.each(['intake', 'render', 'summarise'] as const)(
    '%s leaves nothing, wherever it was',
    async (stage) => {
      for (let n = 1, reached = true; reached; n += 1) {
        const world = await makeWorld();
        announce(world, BEFORE, { key: OTHER, eventTime: at(1) });
        await deliverAll(world);
        announce(world, SECRET, { key: KEY, eventTime: at(2) });
        while (world.messages[0]?.stage !== stage)
          await deliver(world.messages.shift()!, world.ports);
        const [message] = world.messages;
        reached = await purgeInTheMiddle(world, (ports) => deliver(message!, ports), n);
        if (!reached) break;
        await deliverAll(world);
        expect(everything(world), `${stage}, call ${n}`).not.toMatch(/机密项目|误传\.xlsx/);
        const head = await world.ports.submissions.head(SUBMISSION);
        expect(head?.current?.revision, `${stage}, call ${n}`).toBe(1);
        const summary = world.outputs.get(newestSummaryKey('2021')) ?? '';
        expect(JSON.parse(summary)).toHaveLength(1);
      }
    },
  );
});

test('the same bytes, taken in under another key meanwhile, go as well, with a note', async () => {
  let n = 0;
  for (let reached = true; reached; ) {
    n += 1;
    const world = await makeWorld();
    announce(world, BEFORE, { key: OTHER, eventTime: at(1) });
    announce(world, SECRET, { key: KEY, eventTime: at(2) });
    await deliverAll(world);
    const again = announce(world, SECRET, { key: OTHER, eventTime: at(3) });
    const message = world.messages.shift()!;
    reached = await purgeInTheMiddle(world, (ports) => deliver(message, ports), n);
    await deliverAll(world);
    if (!reached) break;
    expect(stored(world, again), `call ${n}`).toMatchObject({
      status: 'purged',
      purge: { by: '王科' },
    });
    expect(everything(world), `call ${n}`).not.toContain('机密项目');
    expect((await world.ports.submissions.head(SUBMISSION))?.current?.revision).toBe(1);
  }
  expect(n).toBeGreaterThan(10);
});

describe('a purge that breaks off', () => {
  test.each<CrashPoint>(['before', 'after'])(
    '%s any call, and asked again, finishes',
    async (point) => {
      const { world: reference } = await worldWithSecret();
      await purge(REQUEST, reference.ports);
      let calls = 0;
      for (let n = 1, died = true; died; n += 1) {
        const { world, secret } = await worldWithSecret();
        died = await purge(REQUEST, failingPorts(world.ports, n, point)).then(
          () => false,
          (error: unknown) => error instanceof Crash,
        );
        await purge({ ...REQUEST, by: '李科' }, world.ports);
        await deliverAll(world);
        expect(everything(world), `call ${n}`).not.toMatch(/机密项目|误传\.xlsx/);
        expect((await world.ports.submissions.head(SUBMISSION))?.current?.revision).toBe(1);
        expect(stored(world, secret)?.status).toBe('purged');
        const folder = revisionFolder({ ...SUBMISSION, revision: 2 });
        expect([...world.outputs.keys()].filter((key) => key.startsWith(folder))).toEqual([]);
        calls = n;
      }
      expect(calls).toBeGreaterThan(30);
    },
  );
});

test('a list that does not name the upload yet hides nothing of it from the second round', async () => {
  const world = await makeWorld();
  const key = 'uploads/散件.xlsx';
  const event = announce(world, SECRET, { key, eventTime: at(1) });
  const { submissions, clock } = world.ports;
  const lagging = { ...submissions, uploadsOf: async () => [] };
  const file = `unfiled/${receivedUpload(event).id}/findings.json`;
  // An attempt that was at work when the purge began.
  const pause = (): Promise<void> =>
    world.ports.outputs.writeOutput(file, new Uint8Array(1), jsonFile('校验结果'));
  await purge(
    { ...REQUEST, key },
    { ...world.ports, submissions: lagging, clock: { ...clock, pause } },
  );
  expect([...world.outputs.keys()]).not.toContain(file);
});

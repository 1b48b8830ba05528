import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { intake, summarise } from '../../shared/pipeline.ts';
import { sha256 } from '../../shared/sha256.ts';
import { receivedUpload } from '../../shared/upload-id.ts';
import { deliverAll, makeWorld, type World } from '../memory-ports.ts';

const submission = { period: '2021', submitter: 'LG-FGJ' };
const at = (minute: string) => `2022-03-01T02:${minute}:00.000Z`;
const ONE = [{ projectName: '甲' }];
const TWO = [{ projectName: '甲' }, { projectName: '乙' }];
const WRONG = [{ projectName: '甲', budgetTotal: '三十五' }];

const headOf = (world: World) => world.ports.submissions.head(submission);
const summaryOf = (world: World): unknown =>
  JSON.parse(world.outputs.get('summaries/2021/summary.xlsx') ?? 'null');

describe('an upload', () => {
  test('without errors is accepted: outputs, rows, report and summary', async () => {
    const world = await makeWorld();
    const upload = await intake(world.send(TWO), world.ports);
    await deliverAll(world);
    expect(upload).toMatchObject({ status: 'accepted', revision: 1, outcome: { rows: 2 } });
    expect([...world.outputs.keys()].sort()).toEqual([
      'submissions/2021/LG-FGJ/0001/feedback.xlsx',
      'submissions/2021/LG-FGJ/0001/findings.json',
      'submissions/2021/LG-FGJ/0001/records.json',
      'submissions/2021/LG-FGJ/0001/report.pdf',
      'submissions/2021/LG-FGJ/0001/stamped.pdf',
      ...['csv', 'json', 'xlsx'].map((kind) => `summaries/2021/00000001.${kind}`),
      ...['csv', 'json', 'schema.json', 'xlsx'].map((kind) => `summaries/2021/summary.${kind}`),
    ]);
    expect((await headOf(world))?.current).toMatchObject({
      uploadId: upload.id,
      units: [{ code: 'LG-FGJ', totals: { projects: 2, budget: { total: 70_000_000 } } }],
      counts: { errors: 0 },
    });
    expect(summaryOf(world)).toEqual([
      { submitter: 'LG-FGJ', revision: 1, projects: ['甲', '乙'] },
    ]);
    const printed = await world.ports.submissions.revision({ ...submission, revision: 1 });
    expect(printed?.report).toMatchObject({
      state: 'ready',
      file: 'submissions/2021/LG-FGJ/0001/report.pdf',
      sha256: sha256(world.outputs.get('submissions/2021/LG-FGJ/0001/report.pdf') ?? ''),
    });
  });

  test('with an error is returned: findings and feedback, no rows, no report, no summary', async () => {
    const world = await makeWorld();
    const upload = await intake(world.send(WRONG), world.ports);
    expect(upload).toMatchObject({ status: 'returned', outcome: { counts: { errors: 1 } } });
    expect(Object.keys(upload.outcome?.outputs ?? {})).toEqual(['findings', 'feedback']);
    expect(world.messages).toEqual([]);
    expect(world.tables.rows.size).toBe(0);
    expect(await headOf(world)).toMatchObject({ latest: { status: 'returned' }, current: null });
  });

  test('with a wrong rate comes with a corrected copy', async () => {
    const world = await makeWorld();
    const upload = await intake(world.send([{ executionRate: '50.00%' }]), world.ports);
    expect(upload.status).toBe('returned');
    const file = upload.outcome?.outputs.corrected;
    expect(file).toBe('submissions/2021/LG-FGJ/0001/corrected.xlsx');
    expect(JSON.parse(world.outputs.get(file ?? '') ?? '')).toEqual(['97.37%']);
  });

  test('that is a picture is returned with a finding and no feedback', async () => {
    const world = await makeWorld();
    const upload = await intake(world.send('JPEG'), world.ports);
    expect(upload.status).toBe('returned');
    expect([...world.outputs.keys()]).toEqual(['submissions/2021/LG-FGJ/0001/findings.json']);
    expect(world.outputs.get('submissions/2021/LG-FGJ/0001/findings.json')).toContain(
      '"rule": "file-is-workbook"',
    );
  });

  test('under a key of no submission is returned unread, its findings beside no one’s', async () => {
    const world = await makeWorld();
    const upload = await intake(world.send(ONE, { key: 'uploads/散件.xlsx' }), world.ports);
    expect(upload).toMatchObject({ status: 'returned', submission: null, revision: null });
    expect(world.outputs.get(`unfiled/${upload.id}/findings.json`)).toContain('key-well-formed');
    expect(await world.ports.submissions.uploadsOf(null)).toEqual([upload]);
  });

  test('deleted before it was read, or too large to read, is returned', async () => {
    const world = await makeWorld();
    const gone = world.send(ONE);
    world.remove(gone);
    expect(await intake(gone, world.ports)).toMatchObject({ status: 'returned' });
    expect(world.outputs.get('submissions/2021/LG-FGJ/0001/findings.json')).toContain(
      'file-present',
    );
    const large = world.send(ONE, { versionId: 'v2', size: 11 * 1024 * 1024 });
    expect(await intake(large, world.ports)).toMatchObject({ status: 'returned' });
    expect(world.outputs.get('submissions/2021/LG-FGJ/0002/findings.json')).toContain(
      'file-within-size',
    );
  });

  test('is not judged where no period is set up: that is our fault, not the unit’s', async () => {
    const world = await makeWorld();
    world.tables.periods.clear();
    await expect(intake(world.send(ONE), world.ports)).rejects.toThrow(/npm run seed/);
  });
});

describe('the same event twice', () => {
  test('has one effect', async () => {
    const world = await makeWorld();
    const event = world.send(ONE);
    const once = await intake(event, world.ports);
    await deliverAll(world);
    const outputs = new Map(world.outputs);
    const tables = structuredClone(world.tables);
    expect(await intake(event, world.ports)).toEqual(once);
    expect(world.messages).toEqual([]);
    expect(world.outputs).toEqual(outputs);
    expect(world.tables).toEqual(tables);
  });

  test('asks again for a report and a summary that are not ready', async () => {
    const world = await makeWorld();
    const event = world.send(ONE);
    await intake(event, world.ports);
    world.messages.splice(0);
    await intake(event, world.ports);
    expect(world.messages.map(({ stage }) => stage)).toEqual(['render', 'summarise']);
  });
});

describe('several uploads of a submission', () => {
  test('the older processed last is accepted and superseded, and moves nothing', async () => {
    const world = await makeWorld();
    const older = world.send(ONE, { versionId: 'v1', eventTime: at('01') });
    const newer = await intake(
      world.send(TWO, { versionId: 'v2', eventTime: at('02') }),
      world.ports,
    );
    await deliverAll(world);
    const late = await intake(older, world.ports);
    expect(late).toMatchObject({ status: 'accepted', outcome: { superseded: true } });
    // Its report is printed, for it is a revision; the summary stays.
    expect(world.messages.map(({ stage }) => stage)).toEqual(['render']);
    await deliverAll(world);
    expect(world.outputs.has('submissions/2021/LG-FGJ/0002/report.pdf')).toBe(true);
    expect(await headOf(world)).toMatchObject({
      latest: { uploadId: newer.id },
      current: { uploadId: newer.id, revision: 1 },
    });
    expect(world.outputs.has('summaries/2021/00000002.xlsx')).toBe(false);
  });

  test('a returned one after an accepted one moves only the newest', async () => {
    const world = await makeWorld();
    const accepted = await intake(world.send(ONE, { eventTime: at('01') }), world.ports);
    await deliverAll(world);
    const returned = await intake(
      world.send(WRONG, { versionId: 'v2', eventTime: at('02') }),
      world.ports,
    );
    expect(world.messages).toEqual([]);
    expect(await headOf(world)).toMatchObject({
      latest: { uploadId: returned.id, status: 'returned', revision: 2 },
      current: { uploadId: accepted.id, revision: 1 },
    });
  });

  test('a revision is compared with the accepted one before it', async () => {
    const world = await makeWorld();
    await intake(world.send(TWO, { eventTime: at('01') }), world.ports);
    await intake(world.send(ONE, { versionId: 'v2', eventTime: at('02') }), world.ports);
    expect(world.outputs.get('submissions/2021/LG-FGJ/0002/findings.json')).toContain(
      'revision-keeps-projects',
    );
  });

  test('an older one that comes late is not compared with what came after it', async () => {
    const world = await makeWorld();
    await intake(world.send(TWO, { versionId: 'v2', eventTime: at('02') }), world.ports);
    await intake(world.send(ONE, { versionId: 'v1', eventTime: at('01') }), world.ports);
    expect(world.outputs.get('submissions/2021/LG-FGJ/0002/findings.json')).not.toContain(
      'revision-keeps-projects',
    );
  });
});

describe('the same bytes again', () => {
  const send = (world: World, rows: typeof ONE, minute: string) =>
    intake(world.send(rows, { versionId: minute, eventTime: at(minute) }), world.ports);

  test('are accepted as a repetition: no outputs, no rows, no summary', async () => {
    const world = await makeWorld();
    const first = await send(world, ONE, '01');
    await deliverAll(world);
    const outputs = new Map(world.outputs);
    const again = await send(world, ONE, '02');
    expect(again.outcome).toEqual({ ...first.outcome, duplicateOf: first.id });
    expect(world.messages).toEqual([]);
    expect(world.outputs).toEqual(outputs);
    expect(world.tables.rows.size).toBe(1);
    expect(await headOf(world)).toMatchObject({
      latest: { uploadId: again.id, revision: 2, duplicateOf: first.id },
      current: { uploadId: first.id, revision: 1 },
    });
    expect((await send(world, ONE, '03')).outcome?.duplicateOf).toBe(first.id);
  });

  test('sent twice at the same moment are one revision and its repetition', async () => {
    const world = await makeWorld();
    const first = world.send(ONE);
    const second = world.send(ONE, { versionId: 'v2', eventTime: at('01') });
    // Both are at work at once: between two looks the other gets its turn.
    const clock = { ...world.ports.clock, pause: () => setImmediate() };
    const ports = { ...world.ports, clock };
    const [one, two] = await Promise.all([intake(first, ports), intake(second, ports)]);
    expect([one.outcome?.duplicateOf, two.outcome?.duplicateOf]).toEqual([null, one.id]);
    expect([...world.outputs.keys()].every((key) => key.includes('/0001/'))).toBe(true);
  });

  test('do not wait for ever for an attempt that died', async () => {
    const world = await makeWorld();
    const dead = await world.ports.submissions.recordUpload(
      receivedUpload(world.send(ONE)),
      world.now,
    );
    await world.ports.submissions.reserveRevision(submission, dead.id);
    const second = world.send(ONE, { versionId: 'v2', eventTime: at('01') });
    expect(await intake(second, world.ports)).toMatchObject({ status: 'accepted', revision: 2 });
  });

  test('are returned as a repetition', async () => {
    const world = await makeWorld();
    const first = await send(world, WRONG, '01');
    const again = await send(world, WRONG, '02');
    expect(again).toMatchObject({ status: 'returned', outcome: { duplicateOf: first.id } });
    expect((await send(world, WRONG, '03')).outcome?.duplicateOf).toBe(first.id);
    expect([...world.outputs.keys()].every((key) => key.includes('/0001/'))).toBe(true);
  });

  test('keep a file standing against another that was sent in between and comes late', async () => {
    const world = await makeWorld();
    await send(world, ONE, '01');
    await send(world, ONE, '03');
    const between = await send(world, TWO, '02');
    expect(between.outcome?.superseded).toBe(true);
    expect((await headOf(world))?.current).toMatchObject({ revision: 1 });
  });

  test('of an older file are a revision: the unit went back to it', async () => {
    const world = await makeWorld();
    await send(world, ONE, '01');
    await send(world, TWO, '02');
    const back = await send(world, ONE, '03');
    expect(back).toMatchObject({ revision: 3, outcome: { duplicateOf: null } });
    await deliverAll(world);
    expect(summaryOf(world)).toEqual([{ submitter: 'LG-FGJ', revision: 3, projects: ['甲'] }]);
  });

  test('are judged anew after finance repaired the register, changed the period or the rules', async () => {
    const world = await makeWorld();
    world.tables.units.delete('LG-FGJ');
    const refused = await send(world, ONE, '01');
    expect(refused.status).toBe('returned');
    await world.ports.submissions.putUnits([
      { code: 'LG-FGJ', name: '深圳市龙岗区发展和改革局', aliases: [], parent: null },
    ]);
    expect(await send(world, ONE, '02')).toMatchObject({
      status: 'accepted',
      outcome: { duplicateOf: null },
    });
    world.judgeVersion = 'rules-2';
    expect((await send(world, ONE, '03')).outcome?.duplicateOf).toBeNull();
    const [definition] = await world.ports.submissions.periods();
    await world.ports.submissions.putPeriods([{ ...definition!, budgetBasis: '年初' }]);
    expect((await send(world, ONE, '04')).outcome?.duplicateOf).toBeNull();
  });
});

test('a summary asked for twice is built once', async () => {
  const world = await makeWorld();
  await intake(world.send(ONE), world.ports);
  await deliverAll(world);
  world.outputs.clear();
  await summarise({ period: '2021' }, world.ports);
  await summarise({ period: '2099' }, world.ports);
  expect(world.outputs.size).toBe(0);
});

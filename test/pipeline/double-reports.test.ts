import { beforeEach, describe, expect, test } from 'vitest';
import { intake } from '../../shared/pipeline.ts';
import { summarySchema } from '../../shared/sheets/summary-json.ts';
import { NO_REVIEW } from '../../shared/submission-review.ts';
import { loadSummary } from '../../shared/summarise/load-summary.ts';
import { rebuildSummary } from '../../shared/summarise/rebuild-summary.ts';
import { wrapPorts } from '../failing-ports.ts';
import { type AllPorts, makeWorld, PERIOD, type World } from '../memory-ports.ts';
import type { FileRows } from '../stand-in-files.ts';

/* A unit that sends its projects itself, and a department that lists them in its own file. */

const NAMES: Readonly<Record<string, string>> = {
  'LG-FGJ': '深圳市龙岗区发展和改革局',
  'LG-GXJ': '深圳市龙岗区工业和信息化局',
  'LG-TZTGS': '深圳市龙岗区投资推广署',
};

let world: World;
beforeEach(async () => {
  world = await makeWorld();
  await world.ports.submissions.putUnits([
    { code: 'LG-TZTGS', name: NAMES['LG-TZTGS'] ?? '', aliases: [], parent: 'LG-GXJ' },
  ]);
});

let hour = 0;
async function send(code: string, rows: FileRows): Promise<void> {
  hour += 1;
  const named = rows.map((row) => ({
    unitName: NAMES[code] ?? '',
    submitter: NAMES[code] ?? '',
    ...row,
  }));
  const event = world.send(named, {
    key: `uploads/2021/${code}/自评表.xlsx`,
    versionId: `v${hour}`,
    eventTime: `2022-03-01T00:00:${String(hour % 60).padStart(2, '0')}.000Z`,
  });
  expect((await intake(event, world.ports)).status).toBe('accepted');
  world.messages.splice(0);
}

const project = (projectName: string, more: FileRows[number] = {}) => ({ projectName, ...more });
const below = { unitName: NAMES['LG-TZTGS'] ?? '' };

/** The department lists two projects of the unit, which sends one of them itself and another. */
async function sendBoth(): Promise<void> {
  await send('LG-GXJ', [project('局'), project('共有', below), project('只在局', below)]);
  await send('LG-TZTGS', [project('共有'), project('只在署')]);
}

const projectsIn = (key: string) =>
  summarySchema
    .parse(JSON.parse(world.outputs.get(key) ?? ''))
    .submissions.map(({ submitter, projects }) => [
      submitter.code,
      ...(projects ?? []).map(({ texts }) => texts['projectName']),
    ]);

const load = (ports: AllPorts = world.ports) => loadSummary(PERIOD, 1, 100, ports.submissions);

/** Keys whose rows are read by `work`. */
async function readBy(work: (ports: AllPorts) => Promise<unknown>): Promise<readonly string[]> {
  const read: string[] = [];
  await work(
    wrapPorts(world.ports, (call, name) => (...args) => {
      if (name === 'submissions.recordsOf') read.push((args[0] as { submitter: string }).submitter);
      return call(...args);
    }),
  );
  return read;
}

describe('a project in two tables', () => {
  beforeEach(sendBoth);

  test('stands once in everything that is written', async () => {
    await rebuildSummary({ period: '2021' }, world.ports);
    expect(projectsIn('summaries/2021/summary.json')).toEqual([
      ['LG-GXJ', '局', '只在局'],
      ['LG-TZTGS', '共有', '只在署'],
    ]);
    expect(world.outputs.get('summaries/2021/summary.csv')?.trim().split('\r\n')).toHaveLength(5);
    expect(world.outputs.get('summaries/2021/summary.xlsx')?.match(/共有/g)).toHaveLength(1);
    const { submissions, doubles } = await load();
    expect(submissions.map(({ current }) => current?.figures.totals.projects)).toEqual([2, 2]);
    expect(doubles?.map(({ project: name, counted }) => [name, counted.submitter])).toEqual([
      ['共有', 'LG-TZTGS'],
    ]);
  });

  test('counts in the approved table, whichever that is', async () => {
    const { heads } = world.tables;
    const [key, head] = [...heads].find(([, each]) => each.submitter === 'LG-GXJ')!;
    heads.set(key, { ...head, review: { ...NO_REVIEW, approved: 1 } });
    const { submissions } = await load();
    expect(submissions.map(({ current }) => current?.figures.totals.projects)).toEqual([3, 1]);
  });

  test('counts where it is again when the unit sends it no more', async () => {
    await send('LG-TZTGS', [project('只在署')]);
    const { submissions, doubles } = await load();
    expect(doubles).toBeUndefined();
    expect(submissions.map(({ current }) => current?.figures.totals.projects)).toEqual([3, 1]);
  });

  test('costs the rows of these tables, and nothing where no unit is in two', async () => {
    await send('LG-FGJ', [project('甲')]);
    expect([...(await readBy(load))].sort()).toEqual(['LG-GXJ', 'LG-TZTGS']);
    await send('LG-GXJ', [project('局')]);
    expect(await readBy(load)).toEqual([]);
  });

  test('is counted once in the year after, as its year before', async () => {
    const next = { ...PERIOD, id: '2022' };
    const { lastYear } = await loadSummary(next, 1, 100, world.ports.submissions);
    expect(lastYear).toMatchObject({ submissions: 2, totals: { projects: 4 } });
  });

  test('gives the same bytes again', async () => {
    await rebuildSummary({ period: '2021' }, world.ports);
    const before = new Map(world.outputs);
    await rebuildSummary({ period: '2021' }, world.ports);
    expect(world.outputs).toEqual(before);
  });

  test('stays in the files of a revision, which are written once, in a large period', async () => {
    await rebuildSummary({ period: '2021' }, world.ports, {
      rows: 1,
      run: { files: 100, rows: 100 },
    });
    const [file = ''] = [...world.outputs.keys()].filter((key) =>
      /details\/LG-GXJ.*json$/.test(key),
    );
    const details = summarySchema.parse(JSON.parse(world.outputs.get(file) ?? ''));
    expect(projectsIn(file)).toEqual([['LG-GXJ', '局', '共有', '只在局']]);
    expect(details.totals.accepted.totals.projects).toBe(3);
    expect(details.submissions[0]?.current).not.toHaveProperty('setAside');
    const summary = JSON.parse(world.outputs.get('summaries/2021/summary.json') ?? '');
    expect(summarySchema.parse(summary).submissions[0]?.current).toMatchObject({
      totals: { projects: 2 },
      setAside: { projects: 1 },
    });
  });
});

test('what left less unspent than projects that count no more is shown all the same', async () => {
  const spent = (actualTotal: number) => ({
    actualTotal,
    actualGeneral: actualTotal - 12.78,
    executionRate: { number: actualTotal / 35, text: `${((actualTotal / 35) * 100).toFixed(2)}%` },
  });
  const named = (actual: number) =>
    Array.from({ length: 10 }, (_, index) => project(`共有${index}`, spent(actual)));
  await send(
    'LG-GXJ',
    named(30).map((row) => ({ ...row, ...below })),
  );
  await send('LG-TZTGS', named(34.5));
  const [department, unit] = (await load()).submissions;
  expect(department?.current?.figures.unspent).toEqual([]);
  expect(unit?.current?.figures.unspent).toHaveLength(10);
});

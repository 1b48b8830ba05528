import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { workbooks } from '../../functions/workbooks.ts';
import { collected } from '../../shared/byte-pieces.ts';
import { intake, summarise } from '../../shared/pipeline.ts';
import { summarySchema } from '../../shared/sheets/summary-json.ts';
import { rebuildSummary } from '../../shared/summarise/rebuild-summary.ts';
import { Crash, wrapPorts } from '../failing-ports.ts';
import { type AllPorts, makeWorld, type World } from '../memory-ports.ts';
import { sheetsOf } from '../read-sheets.ts';

/* A period with more rows than one workbook should hold, at a scale of three rows and two files. */

const LIMITS = { rows: 3, run: { files: 2, rows: 100 } };
const CODES = ['LG-AAA', 'LG-BBB', 'LG-CCC', 'LG-DDD', 'LG-EEE'];

let world: World;
beforeEach(async () => {
  world = await makeWorld();
  await world.ports.submissions.putUnits(
    CODES.map((code) => ({ code, name: '深圳市龙岗区发展和改革局', aliases: [], parent: null })),
  );
});

let hour = 0;
async function send(code: string, ...projects: readonly string[]): Promise<void> {
  hour += 1;
  const event = world.send(
    projects.map((projectName) => ({ projectName })),
    {
      key: `uploads/2021/${code}/自评表.xlsx`,
      versionId: `v${hour}`,
      eventTime: `2022-03-01T00:00:${String(hour % 60).padStart(2, '0')}.000Z`,
    },
  );
  expect((await intake(event, world.ports)).status).toBe('accepted');
  world.messages.splice(0);
}

/** Rebuilds until no message asks for more; says how many runs that took. */
async function rebuilt(ports: AllPorts = world.ports): Promise<number> {
  let runs = 0;
  do {
    world.messages.splice(0);
    runs += 1;
    await rebuildSummary({ period: '2021' }, ports, LIMITS);
  } while (world.messages.length > 0);
  return runs;
}

const files = (folder: string): readonly string[] =>
  [...world.outputs.keys()].filter((key) => key.startsWith(`summaries/2021/${folder}`)).sort();

/** Keys that are written while `work` is done. */
async function writtenBy(work: (ports: AllPorts) => Promise<unknown>): Promise<readonly string[]> {
  const keys: string[] = [];
  await work(
    wrapPorts(world.ports, (call, name) => (...args) => {
      if (/^outputs\.(write|stream)Output$/.test(name)) keys.push(String(args[0]));
      return call(...args);
    }),
  );
  return keys;
}

describe('five submissions, two of whose files one run writes', () => {
  beforeEach(async () => {
    for (const code of CODES) await send(code, `${code} 一`, `${code} 二`);
  });

  test('three runs write all files; only the last one the summary', async () => {
    await rebuildSummary({ period: '2021' }, world.ports, LIMITS);
    expect(world.messages).toEqual([{ stage: 'summarise', body: { period: '2021', due: true } }]);
    expect(files('details/')).toHaveLength(2 * 3);
    expect(files('summary.xlsx')).toEqual([]);
    expect(await rebuilt()).toBe(2);
    expect(files('details/')).toHaveLength(5 * 3);
    expect(files('summary.')).toHaveLength(4);
  });

  test('as many rows as one run takes are a limit, too, but for a single submission', async () => {
    const few = { ...LIMITS, run: { files: 10, rows: 1 } };
    await rebuildSummary({ period: '2021' }, world.ports, few);
    expect(files('details/')).toHaveLength(3);
    await rebuildSummary({ period: '2021' }, world.ports, { ...few, run: { files: 10, rows: 6 } });
    expect(files('details/')).toHaveLength(4 * 3);
  });

  test('no project is missing, none is there twice', async () => {
    await rebuilt();
    const projects = files('details/')
      .filter((key) => key.endsWith('.json'))
      .flatMap((key) => summarySchema.parse(JSON.parse(world.outputs.get(key)!)).submissions)
      .flatMap((submission) => submission.projects ?? [])
      .map(({ texts }) => texts['projectName']);
    const [json = ''] = files('details/').filter((key) => key.endsWith('.json'));
    expect(world.outputs.get(json)).toContain('"$schema":"../../summary.schema.json"');
    expect(projects).toEqual(CODES.flatMap((code) => [`${code} 一`, `${code} 二`]));
  });

  test('the summary holds no row and leads to every file', async () => {
    await rebuilt();
    expect(world.outputs.get('summaries/2021/summary.xlsx')).toBe('[]');
    const json = summarySchema.parse(JSON.parse(world.outputs.get('summaries/2021/summary.json')!));
    expect(json.submissions.map(({ projects }) => projects)).toEqual(CODES.map(() => null));
    const led = json.submissions.flatMap(({ current }) => current?.detailsFile ?? []);
    expect(led).toEqual(files('details/').filter((key) => key.endsWith('.xlsx')));
    const lines = world.outputs.get('summaries/2021/summary.csv')!.trim().split('\r\n');
    expect(lines).toHaveLength(1 + CODES.length);
  });

  test('one more upload costs its own files and the summary, no others', async () => {
    await rebuilt();
    await send('LG-CCC', 'LG-CCC 改');
    const written = await writtenBy((ports) => rebuilt(ports));
    expect(written.filter((key) => key.includes('/details/'))).toEqual(
      ['csv', 'json', 'xlsx'].map((kind) => `summaries/2021/details/LG-CCC/0002-v2.${kind}`),
    );
    expect(written.filter((key) => !key.includes('/details/'))).toHaveLength(4);
  });

  test('a run that dies over a file leaves nothing that the next one takes for whole', async () => {
    const dying = wrapPorts(world.ports, (call, name) => async (...args) => {
      if (name === 'outputs.writeOutput' && /LG-BBB.*xlsx$/.test(String(args[0]))) {
        throw new Crash('before the workbook');
      }
      return call(...args);
    });
    await expect(rebuildSummary({ period: '2021' }, dying, LIMITS)).rejects.toThrow(Crash);
    await rebuilt();
    expect(files('details/LG-BBB/')).toHaveLength(3);
    expect(files('details/')).toHaveLength(5 * 3);
  });
});

test('back below the limit, the summary holds its rows again', async () => {
  await send('LG-AAA', '一', '二');
  await send('LG-BBB', '三', '四');
  await rebuilt();
  expect(world.outputs.get('summaries/2021/summary.xlsx')).toBe('[]');
  await send('LG-BBB', '三');
  await rebuilt();
  expect(world.outputs.get('summaries/2021/summary.xlsx')).toContain('三');
});

test('the usual limits are far away', async () => {
  await send('LG-AAA', '一', '二', '三', '四');
  await summarise({ period: '2021' }, world.ports);
  expect(files('details/')).toEqual([]);
});

test('the real workbooks: an index in one, the rows in the others, the same bytes each time', async () => {
  const bytes = new Map<string, Uint8Array>();
  const ports: AllPorts = {
    ...world.ports,
    workbooks,
    outputs: {
      ...world.ports.outputs,
      writeOutput: async (key, written) => void bytes.set(key, written),
      streamOutput: async (key, pieces) => void bytes.set(key, await collected(pieces)),
      copyOutput: async () => {},
      pageOfOutputs: async () => ({ keys: [], next: null }),
    },
  };
  for (const code of CODES.slice(0, 2)) await send(code, `${code} 一`, `${code} 二`);
  await rebuildSummary({ period: '2021' }, ports, LIMITS);
  const summary = await sheetsOf(bytes.get('summaries/2021/00000002.xlsx')!);
  const index = summary.find(({ name }) => name === '项目明细');
  const texts = [...(index?.rows.values() ?? [])].map((row) => row.get(1)?.text);
  expect(texts.slice(-2)).toEqual(CODES.slice(0, 2));
  const parts = unzipSync(bytes.get('summaries/2021/00000002.xlsx')!);
  for (const [name, projects] of [
    ['未达标清单', 0],
    ['问题整改台账', 4],
  ] as const) {
    const list = summary.find((sheet) => sheet.name === name);
    const sums = [...(list?.rows.get(3)?.values() ?? [])];
    expect(Number(sums.find(({ number }) => number !== undefined)?.number)).toBe(projects);
  }
  const formulas = Object.values(parts)
    .map((part) => strFromU8(part))
    .join('');
  expect(formulas).toContain('../../summaries/2021/details/LG-BBB/0001-v2.xlsx');

  const key = 'summaries/2021/details/LG-BBB/0001-v2.xlsx';
  const [details] = (await sheetsOf(bytes.get(key)!)).filter(({ name }) => name === '项目明细');
  const all = [...(details?.rows.values() ?? [])].flatMap((row) => [...row.values()]);
  expect(all.map(({ text }) => text)).toEqual(expect.arrayContaining(['LG-BBB 一', 'LG-BBB 二']));
  // From summaries/2021/details/LG-BBB/ up to the bucket and down again.
  const own = Object.values(unzipSync(bytes.get(key)!));
  expect(own.map((part) => strFromU8(part)).join('')).toContain(
    'HYPERLINK(&quot;../../../../submissions/2021/LG-BBB/0001/report.pdf',
  );
  const before = bytes.get(key);
  await rebuildSummary({ period: '2021' }, ports, LIMITS);
  expect(bytes.get(key)).toEqual(before);

  const written = new Set(bytes.keys());
  const known = { ...ports, portalOrigin: 'https://jixiao.test' };
  await rebuildSummary({ period: '2021' }, known, LIMITS);
  // Files that lead elsewhere are other files, which the summary leads to.
  const [anew = '', ...others] = [...bytes.keys()].filter(
    (each) => !written.has(each) && each.includes('LG-BBB') && each.endsWith('xlsx'),
  );
  expect(others).toEqual([]);
  const led = (each: string): string =>
    Object.values(unzipSync(bytes.get(each)!))
      .map((part) => strFromU8(part))
      .join('');
  expect(led('summaries/2021/00000002.xlsx')).toContain(`https://jixiao.test/open?key=${anew}`);
  const report = 'https://jixiao.test/open?key=submissions/2021/LG-BBB/0001/report.pdf';
  expect(led(anew)).toContain(report);
  expect(led(anew)).not.toContain('../');
});

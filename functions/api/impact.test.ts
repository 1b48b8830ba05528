import { beforeEach, describe, expect, test } from 'vitest';
import type { Policy } from '../../shared/severity.ts';
import type { UploadEvent } from '../../shared/upload.ts';
import { uploadId } from '../../shared/upload-id.ts';
import { fileTable, UNIT_NAMES, type UnitCode } from '../../test/filed-files.ts';
import { type ApiWorld, makeApiWorld, type Person } from '../../test/memory-api.ts';
import type { FileRows } from '../../test/stand-in-files.ts';
import type { ImpactPageAnswer, TableImpactLine } from './impact-schemas.ts';
import type { ProblemDocument } from './schemas.ts';

const PATH = '/api/periods/2021/impact';

/** Serial 2 is missing: a warning, as long as nobody says otherwise. */
const GAP = [{}, { serial: 3, projectName: '乙' }];
const WRONG_RATE = [{ executionRate: 0.5 }];
/** An error once its day has come. */
const STAGED: Policy = {
  'serials-continuous': { severity: 'error', from: '2999-01-01', before: 'warning' },
};

let world: ApiWorld;
beforeEach(async () => {
  world = await makeApiWorld();
});

/** A file of a unit, received and judged. */
function file(unit: UnitCode, rows: FileRows | 'JPEG', versionId = 'v1'): Promise<UploadEvent> {
  world.now = new Date(Date.parse(world.now) + 60_000).toISOString();
  return fileTable(world, unit, rows, { versionId, eventTime: world.now });
}

const ask = (body: object, who: Person = 'cai'): Promise<Response> =>
  world.post(who, PATH, { after: null, ...body });
const page = async (body: object): Promise<ImpactPageAnswer> =>
  (await (await ask(body)).json()) as ImpactPageAnswer;
const tables = async (policy: Policy): Promise<readonly TableImpactLine[]> =>
  (await page({ policy })).tables;

/** All that is kept, but for what people are. */
const kept = (): string => JSON.stringify([...Object.entries(world.tables)].map(entriesOf));
const entriesOf = ([name, table]: [string, unknown]): unknown =>
  table instanceof Map ? [name, [...table]] : [name, table];

describe('what was filed is judged anew', () => {
  test('what turns, what stays, and what holds no table', async () => {
    await file('LG-GXJ', GAP);
    await file('LG-TZTGS', [{}]);
    await world.post('zhang', '/api/periods/2021/units/LG-FGJ/nil-return', { basedOn: 'none' });
    await world.settle();
    const [before, outputs] = [kept(), world.outputs.size];
    expect(await page({ policy: STAGED })).toEqual({
      submissions: 3,
      total: 3,
      next: null,
      tables: [
        {
          unit: { code: 'LG-FGJ', name: UNIT_NAMES['LG-FGJ'] },
          upload: null,
          standing: null,
          untried: 'answer',
          impact: null,
        },
        {
          unit: { code: 'LG-GXJ', name: UNIT_NAMES['LG-GXJ'] },
          upload: { id: uploadId('uploads', 'uploads/2021/LG-GXJ/表.xlsx', 'v1'), revision: 1 },
          standing: 'accepted',
          untried: null,
          impact: {
            errors: { now: 0, tried: 1 },
            warnings: { now: 1, tried: 0 },
            turn: 'returned',
            newWarnings: 0,
            rules: [{ rule: 'serials-continuous', appear: 0, vanish: 0, heavier: 1, lighter: 0 }],
          },
        },
        expect.objectContaining({
          unit: { code: 'LG-TZTGS', name: UNIT_NAMES['LG-TZTGS'] },
          impact: expect.objectContaining({ turn: 'none', rules: [] }),
        }),
      ],
    });
    expect([kept(), world.outputs.size, world.messages.length]).toEqual([before, outputs, 0]);
    expect(JSON.stringify(world.logged)).not.toContain('表.xlsx');
  });

  test('a returned one that is the newest may be accepted; what counts stands beside it', async () => {
    await file('LG-FGJ', [{}]);
    await file('LG-FGJ', WRONG_RATE, 'v2');
    expect(await tables({ 'execution-rate-correct': 'warning' })).toMatchObject([
      { upload: { revision: 1 }, standing: 'accepted', impact: { turn: 'none' } },
      { upload: { revision: 2 }, standing: 'returned', impact: { turn: 'accepted' } },
    ]);
  });

  test('against what it was held against when it came, by the policy of its period', async () => {
    await file('LG-FGJ', [{ projectName: '甲' }, { projectName: '乙' }]);
    await file('LG-FGJ', [{ projectName: '甲' }], 'v2');
    const [compared] = await tables({ 'revision-keeps-projects': 'error' });
    expect(compared).toMatchObject({ upload: { revision: 2 }, impact: { turn: 'returned' } });
    const [period] = await world.ports.submissions.periods();
    await world.ports.submissions.putPeriods([
      { ...period!, policy: { 'revision-keeps-projects': 'off' } },
    ]);
    // In place of what the period says: left out, the rule weighs again what it usually does.
    expect(await tables({})).toMatchObject([
      { impact: { newWarnings: 1, rules: [{ rule: 'revision-keeps-projects', appear: 1 }] } },
    ]);
  });

  test('thresholds are tried as well', async () => {
    await file('LG-FGJ', [{ problems: '无' }]);
    const { tables: lines } = await page({ thresholds: { lowExecution: 99 } });
    expect(lines).toMatchObject([
      {
        impact: {
          newWarnings: 1,
          rules: [
            { rule: 'low-execution-explained', appear: 1 },
            { rule: 'slight-remainder-noted', vanish: 1 },
          ],
        },
      },
    ]);
  });

  test('a file that is gone, and one that was not even opened, are said', async () => {
    world.remove(await file('LG-FGJ', [{}]));
    await file('LG-GXJ', 'JPEG');
    expect(await tables(STAGED)).toMatchObject([
      { untried: 'gone', impact: null },
      { standing: 'returned', impact: { errors: { now: 1, tried: 1 }, turn: 'none' } },
    ]);
  });

  test('nothing filed', async () => {
    expect(await page({})).toEqual({ tables: [], submissions: 0, total: 0, next: null });
  });
});

test('a page ends when its time is up, and the next one goes on', async () => {
  for (const unit of Object.keys(UNIT_NAMES) as UnitCode[]) await file(unit, [{}]);
  const { read } = world.ports.reader;
  const slowly: typeof read = async (bytes) => {
    world.now = new Date(Date.parse(world.now) + 3_000).toISOString();
    return read(bytes);
  };
  Object.assign(world.ports.reader, { read: slowly });
  const first = await page({});
  expect(first).toMatchObject({ submissions: 2, total: 3, next: 'LG-GXJ' });
  const second = await page({ after: first.next });
  expect(second).toMatchObject({ submissions: 1, total: null, next: null });
  expect(second.tables.map(({ unit }) => unit.code)).toEqual(['LG-TZTGS']);
});

test.each([
  ['a rule nobody knows', { policy: { 'no-rule': 'error' } }],
  ['a threshold nobody knows', { thresholds: { lowest: 3 } }],
  ['a place that is no unit', { after: 'LG-FGJ#HEAD' }],
])('%s is not tried', async (_, body) => {
  const response = await ask(body);
  expect([response.status, ((await response.json()) as ProblemDocument).type]).toEqual([
    422,
    '/api/problems/not-valid',
  ]);
});

test('each may ask for some in a row, then has to wait', async () => {
  const statuses: number[] = [];
  for (let asked = 0; asked < 7; asked += 1) statuses.push((await ask({})).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { Period } from '../../shared/period.ts';
import { purge } from '../../shared/purge/purge-key.ts';
import { type ApiWorld, makeApiWorld, type Person } from '../../test/memory-api.ts';
import type { ReviewAnswer } from './review-schemas.ts';
import type { ScanLink, ScanList } from './scan-schemas.ts';
import type { ProblemDocument } from './schemas.ts';

const UNIT = '/api/periods/2021/units/LG-FGJ';
const SCANS = `${UNIT}/revisions/1/scans`;

const periodWith = (scan: 'off' | 'optional' | 'required'): Period => ({
  id: '2021',
  forms: ['longgang-2021'],
  budgetBasis: '未注明',
  review: { explanations: false, scan },
});

let world: ApiWorld;
beforeEach(async () => {
  world = await makeApiWorld();
  await world.ports.submissions.putPeriods([periodWith('required')]);
  await world.sendAs('zhang', [{}]);
  await world.settle();
});

const add = (who: Person, text: string, query = '?confirmed=true'): Promise<Response> =>
  world.ask(who, `${SCANS}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: text,
  });
const list = async (who: Person): Promise<ScanList> =>
  (await (await world.ask(who, SCANS)).json()) as ScanList;
const problemIn = async (response: Response): Promise<readonly [number, string, string]> => {
  const { type, refusal = '' } = (await response.json()) as ProblemDocument;
  return [response.status, type.split('/').at(-1) ?? '', refusal];
};
const approve = (id: string): Promise<Response> =>
  world.post('cai', `${UNIT}/revisions/1/acts`, { id, action: { kind: 'approve' } });

const PDF = '%PDF-1.7 盖章';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a scan of the sealed paper', () => {
  test('is added by people of the unit, and told to whoever reviews', async () => {
    expect(await list('zhang')).toEqual({
      revision: 1,
      policy: 'required',
      scans: [],
      add: { refusal: null },
    });
    const added = await add('li', PDF);
    expect(added.status).toBe(201);
    expect(await list('cai')).toMatchObject({
      scans: [{ number: 1, type: 'pdf', name: '李四', bytes: bytesOf(PDF).length }],
      add: null,
    });
    const file = await world.ask('cai', `${SCANS}/1`);
    expect(await file.text()).toBe(PDF);
    expect((await world.ask('cai', `${SCANS}/2`)).status).toBe(404);
  });

  test('is needed for approval where the period says so', async () => {
    expect(await problemIn(await approve('approve-1'))).toEqual([
      409,
      'act-refused',
      'scan-missing',
    ]);
    const { revisions } = (await (await world.ask('cai', `${UNIT}/review`)).json()) as ReviewAnswer;
    const step = revisions[0]?.steps.find(({ kind }) => kind === 'approve');
    expect(step?.refusal?.zh).toContain('盖章扫描件');
    await add('zhang', PDF);
    expect((await approve('approve-2')).status).toBe(200);
    expect(await problemIn(await add('zhang', `${PDF}二`))).toEqual([
      409,
      'act-refused',
      'scan-approved',
    ]);
  });

  test('is replaced with the one before it kept; the same again is no other', async () => {
    await add('zhang', PDF);
    await add('zhang', PDF);
    await add('li', `${PDF}二`);
    const { scans } = await list('zhang');
    expect(scans.map(({ number, name }) => [number, name])).toEqual([
      [2, '李四'],
      [1, '张三'],
    ]);
    const first = await world.ask('shen', `${SCANS}/1`);
    expect(await first.text()).toBe(PDF);
    const trail = await (await world.ask('shen', '/api/periods/2021/audit')).text();
    expect(trail.match(/"action":"add-scan"/g)).toHaveLength(2);
    expect(trail).toContain(scans[0]?.sha256);
  });

  test('is no other kind of file, not empty, and confirmed', async () => {
    expect(await problemIn(await add('zhang', 'PK 工作簿'))).toEqual([422, 'no-scan', '']);
    expect(await problemIn(await add('zhang', ''))).toEqual([422, 'no-file', '']);
    expect(await problemIn(await add('zhang', PDF, ''))).toEqual([422, 'not-confirmed', '']);
    const large = `%PDF-${'x'.repeat(4 * 1024 * 1024)}`;
    expect(await problemIn(await add('zhang', large))).toEqual([413, 'scan-too-large', '']);
    expect((await list('zhang')).scans).toEqual([]);
  });

  test('is not taken where the period takes none, and then not offered', async () => {
    await world.ports.submissions.putPeriods([periodWith('off')]);
    expect((await list('zhang')).add).toBeNull();
    expect(await problemIn(await add('zhang', PDF))).toEqual([409, 'act-refused', 'scans-off']);
    expect([...world.outputs.keys()].some((key) => key.includes('/scans/'))).toBe(false);
  });

  test('of a revision that is not there is not there', async () => {
    const address = `${UNIT}/revisions/7/scans`;
    expect((await world.ask('zhang', address)).status).toBe(404);
  });
});

describe('a larger scan', () => {
  const link = async (size = 5_000_000): Promise<Response> =>
    world.post('zhang', `${SCANS}/link`, { size, confirmed: true });

  test('is posted to a key of its own, then told of and laid with its revision', async () => {
    const { fields, ticket, mostBytes } = (await (await link()).json()) as ScanLink;
    expect(mostBytes).toBe(20 * 1024 * 1024);
    expect(fields['key']).toBe(`incoming/2021/LG-FGJ/0001/${ticket}`);
    expect((await world.post('zhang', `${SCANS}/posted`, { ticket })).status).toBe(410);
    world.outputs.set(fields['key'] ?? '', PDF);
    expect((await world.post('zhang', `${SCANS}/posted`, { ticket })).status).toBe(201);
    const { scans } = await list('zhang');
    expect(world.outputs.get(`submissions/2021/LG-FGJ/0001/scans/${scans[0]?.sha256}.pdf`)).toBe(
      PDF,
    );
  });

  test('is not larger than anybody needs, and looked at when it is there', async () => {
    expect(await problemIn(await link(21 * 1024 * 1024))).toEqual([413, 'scan-too-large', '']);
    const { fields, ticket } = (await (await link()).json()) as ScanLink;
    world.outputs.set(fields['key'] ?? '', 'PK');
    const posted = await world.post('zhang', `${SCANS}/posted`, { ticket });
    expect(await problemIn(posted)).toEqual([422, 'no-scan', '']);
    const strange = await world.post('zhang', `${SCANS}/posted`, { ticket: '../../../etc' });
    expect(strange.status).toBe(422);
  });
});

test('a scan is purged with its upload, also one that nobody has told of', async () => {
  await add('zhang', PDF);
  const { ports } = world;
  const file = { contentType: 'application/pdf', downloadName: 'x.pdf' };
  await world.api.scans.storeScan('incoming/2021/LG-FGJ/0001/abc', bytesOf(PDF), file);
  const request = { key: 'uploads/2021/LG-FGJ/自评表.xlsx', by: '管理员', reason: '误传' };
  await purge(request, ports);
  expect(world.outputVersions.filter(({ text }) => text === PDF)).toEqual([]);
  expect((await list('zhang')).scans).toEqual([]);
  expect((await world.ask('zhang', `${SCANS}/1`)).status).toBe(404);
});

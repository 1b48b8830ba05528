import { beforeEach, describe, expect, test, vi } from 'vitest';
import { NOT_PUBLIC } from '../../shared/records/record.ts';
import type { ReviewAction } from '../../shared/review/review-act.ts';
import { fileTable } from '../../test/filed-files.ts';
import { type ApiWorld, makeApiWorld, type Person } from '../../test/memory-api.ts';
import type { FileRows } from '../../test/stand-in-files.ts';
import type {
  PreviewAnswer,
  PublicationAnswer,
  PublicationLine,
  PublicationList,
  TableAnswer,
} from './publication-schemas.ts';

/* A department on its way to the public: what it is shown before, and what is told of all. */

const GXJ = '/api/periods/2021/units/LG-GXJ';
const GOAL = '金鹮栖息地三处';

let world: ApiWorld;
let sent = 0;
beforeEach(async () => {
  world = await makeApiWorld();
  sent = 0;
  await world.ports.submissions.putPeriods([
    {
      ...{ id: '2021', forms: ['longgang-2021'], budgetBasis: '未注明' },
      review: { explanations: false, signatures: 1 },
    },
  ]);
  await send([{ projectName: '甲', annualGoal: GOAL }, { projectName: '乙' }]);
  await act('cai', { kind: 'approve' });
});

async function send(rows: FileRows): Promise<void> {
  sent += 1;
  const eventTime = `2022-03-01T0${sent}:00:00.000Z`;
  await fileTable(world, 'LG-GXJ', rows, { versionId: `v${sent}`, eventTime });
}

let acts = 0;
async function act(who: Person, action: ReviewAction, revision = 1): Promise<void> {
  acts += 1;
  const response = await world.post(who, `${GXJ}/revisions/${revision}/acts`, {
    id: `act-no-${acts}`,
    action,
  });
  if (response.status !== 200) throw new Error(await response.text());
}

const told = async <T>(path: string, who: Person = 'zhao'): Promise<T> =>
  (await (await world.ask(who, path)).json()) as T;

const publication = () => told<PublicationAnswer>(`${GXJ}/publication`);
const table = (revision = 1) => told<TableAnswer>(`${GXJ}/revisions/${revision}/table`);
const preview = (revision = 1) => told<PreviewAnswer>(`${GXJ}/revisions/${revision}/preview`);

const lineFor = async (who: Person): Promise<PublicationLine | undefined> =>
  (await told<PublicationList>('/api/periods/2021/publications', who)).units.find(
    ({ unit }) => unit.code === 'LG-GXJ',
  );

/** The goal of the first project, as it is to be masked. */
async function goal(revision = 1) {
  const { sheet, lines } = await table(revision);
  return { sheet, row: lines[0]?.row ?? 0, field: 'annualGoal' };
}

const mask = async (): Promise<void> =>
  act('zhao', { kind: 'mask', cells: [{ ...(await goal()), reason: '商业秘密' }], reason: '—' });

async function publish(): Promise<void> {
  await act('zhao', { kind: 'sign' });
  await act('zhao', { kind: 'publish' });
  await world.settle();
}

test('the table stands under the official header, each line with its place in the file', async () => {
  const { header, headerRows, columns, lines } = await table();
  expect(headerRows).toBe(3);
  expect(header[0]?.title.zh).toBe('序号');
  const texts = lines[0]?.texts ?? [];
  expect(texts).toHaveLength(columns.length);
  expect(texts[columns.findIndex(({ field }) => field === 'annualGoal')]).toBe(GOAL);
  expect((await world.ask('zhao', `${GXJ}/revisions/7/table`)).status).toBe(404);
});

test('page and report are shown masked before anything is public', async () => {
  expect((await preview()).page).toContain(GOAL);
  await mask();
  const { page, erratum } = await preview();
  expect(page).not.toContain(GOAL);
  expect(page).toContain(NOT_PUBLIC);
  expect(erratum).toBeNull();
  const report = await world.ask('zhao', `${GXJ}/revisions/1/preview/report`);
  expect(report.headers.get('content-type')).toBe('application/pdf');
  expect(world.publicFiles.size).toBe(0);
});

test('a report of more bytes than the API hands out is told as such', async () => {
  const print = async () => new Uint8Array(5 * 1024 * 1024);
  Object.assign(world.api.printer, { print });
  const refused = await world.ask('zhao', `${GXJ}/revisions/1/preview/report`);
  expect([refused.status, await refused.json()]).toMatchObject([
    413,
    { type: '/api/problems/preview-too-large' },
  ]);
});

describe('an erratum', () => {
  beforeEach(async () => {
    await mask();
    await publish();
    await send([{ projectName: '丙' }, { projectName: '甲', annualGoal: `${GOAL}，另加一处` }]);
    await act('cai', { kind: 'take' }, 2);
    await act('cai', { kind: 'approve' }, 2);
  });

  test('is proposed the masks of what is public, wherever their projects stand now', async () => {
    const { revision, toConfirm, editions, address } = await publication();
    expect([revision, address]).toEqual([2, 'https://example.test/2021/LG-GXJ/']);
    const { lines } = await table(2);
    expect(toConfirm).toEqual({
      revision: 1,
      lost: 0,
      cells: [{ ...(await goal()), row: lines[1]?.row, reason: '商业秘密' }],
    });
    expect(editions).toMatchObject([{ edition: 1, revision: 1, status: 'current' }]);
    await act('zhao', { kind: 'mask', cells: toConfirm?.cells ?? [], reason: '—' }, 2);
    expect((await publication()).toConfirm).toBeNull();
  });

  test('says what it changes, without what is masked', async () => {
    const cells = (await publication()).toConfirm?.cells ?? [];
    await act('zhao', { kind: 'mask', cells, reason: '—' }, 2);
    const { erratum, page } = await preview(2);
    expect(erratum).toEqual({
      cells: [{ project: '甲', column: '序号', before: '1', after: '2' }],
      added: ['丙'],
      dropped: 1,
    });
    expect(page).not.toContain(GOAL);
    expect(page).toContain('更正内容');
  });

  test('of a project that is gone, the mask is told as lost', async () => {
    await send([{ projectName: '丁' }]);
    await act('cai', { kind: 'take' }, 3);
    await act('cai', { kind: 'approve' }, 3);
    expect((await publication()).toConfirm).toEqual({ revision: 1, cells: [], lost: 1 });
  });
});

describe('of all units', () => {
  test('it is told what each waits for, and who may publish', async () => {
    expect(await lineFor('zhao')).toMatchObject({
      stateName: { zh: '审核通过' },
      waits: { what: { zh: '批准' }, who: { zh: '主管部门' } },
      isReady: false,
    });
    await act('zhao', { kind: 'sign' });
    expect(await lineFor('zhao')).toMatchObject({ waits: { what: { zh: '公开' } }, isReady: true });
    expect(await lineFor('cai')).toMatchObject({ waits: { what: { zh: '公开' } }, isReady: false });
    const notBefore = '2022-06-01T00:00:00.000Z';
    await act('zhao', { kind: 'schedule', notBefore });
    await act('zhao', { kind: 'unschedule', reason: '改日' });
    expect(await lineFor('cai')).toMatchObject({
      scheduled: null,
      unscheduled: { name: '赵六', reason: '改日' },
    });
    await act('zhao', { kind: 'schedule', notBefore });
    expect(await lineFor('zhao')).toMatchObject({
      waits: { what: { zh: '到时公开' } },
      scheduled: { name: '赵六', notBefore },
      unscheduled: null,
    });
    await act('zhao', { kind: 'publish' });
    await world.settle();
    expect(await lineFor('shen')).toMatchObject({
      waits: null,
      scheduled: null,
      publishedAt: world.now,
      address: 'https://example.test/2021/LG-GXJ/',
    });
    await send([{ projectName: '戊' }]);
    await act('cai', { kind: 'take' }, 2);
    expect(await lineFor('zhao')).toMatchObject({ revision: 1, publishedAt: world.now });
    await act('cai', { kind: 'approve' }, 2);
    expect(await lineFor('zhao')).toMatchObject({ revision: 2, isErratum: true });
  });

  test('nothing is read but heads, unless nobody acted since they say what is open', async () => {
    await send([{ projectName: '庚', annualGoal: '联系人张三，电话 13812345678' }]);
    await act('cai', { kind: 'take' }, 2);
    await act('cai', { kind: 'approve' }, 2);
    const { submissions } = world.api;
    const reads = (['revision', 'recordsOf', 'bureauState', 'upload'] as const).map((name) =>
      vi.spyOn(submissions, name),
    );
    const files = vi.spyOn(world.api.outputs, 'readOutput');
    const line = await lineFor('zhao');
    expect(line).toMatchObject({ waits: { what: { zh: expect.stringMatching(/^签认或遮蔽/) } } });
    expect(reads.map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0, 0]);
    expect(files).not.toHaveBeenCalled();

    const review = world.tables.heads.get('2021/LG-GXJ')?.review;
    for (const own of Object.values(review?.revisions ?? {})) {
      Object.assign(own, { openGates: undefined });
    }
    expect(await lineFor('zhao')).toEqual(line);
    expect(files).toHaveBeenCalledTimes(1);
  });

  test('days count from the day of the final accounts, also for units below, until it is public', async () => {
    await act('zhao', { kind: 'note-accounts', on: '2022-02-15' });
    // In Beijing it is 1 March.
    const days = { accountsOn: '2022-02-15', dueOn: '2022-03-07', daysLeft: 6 };
    expect(await lineFor('zhao')).toMatchObject(days);
    expect(await publication()).toMatchObject(days);
    const name = '深圳市龙岗区投资推广署';
    const below = world.send([{ unitName: name, submitter: name }], {
      key: 'uploads/2021/LG-TZTGS/表.xlsx',
    });
    world.messages.push({ stage: 'intake', body: below });
    await world.settle();
    const { units } = await told<PublicationList>('/api/periods/2021/publications');
    expect(units.find(({ unit }) => unit.code === 'LG-TZTGS')).toMatchObject({
      ...days,
      waits: { what: { zh: '审核' } },
    });
    await publish();
    expect(await lineFor('zhao')).toMatchObject({ dueOn: '2022-03-07', daysLeft: null });
  });

  test('marked places are counted until each is signed off or masked', async () => {
    await send([{ projectName: '庚', annualGoal: '联系人张三，电话 13812345678' }]);
    await act('cai', { kind: 'take' }, 2);
    await act('cai', { kind: 'approve' }, 2);
    expect(await lineFor('zhao')).toMatchObject({
      waits: { what: { zh: expect.stringMatching(/^签认或遮蔽 \d 处$/) } },
    });
  });

  test('nothing counts, nothing is told', async () => {
    await act('zhao', { kind: 'note-accounts', on: '2022-02-15' });
    const { units } = await told<PublicationList>('/api/periods/2021/publications', 'cai');
    expect(units.map(({ unit }) => unit.code)).toEqual(['LG-GXJ']);
  });
});

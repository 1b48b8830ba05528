import { beforeEach, describe, expect, test } from 'vitest';
import { uploadId } from '../../shared/upload-id.ts';
import { type ApiWorld, makeApiWorld } from '../../test/memory-api.ts';
import type { Download, FormList, Obligation, PeriodList, UploadStatusAnswer } from './schemas.ts';
import type { Sent } from './sending-schemas.ts';

let world: ApiWorld;
beforeEach(async () => {
  world = await makeApiWorld();
});

const sent = async (): Promise<string> =>
  ((await (await world.sendAs('zhang', [{}])).json()) as Sent).id;
const statusOf = async (id: string): Promise<UploadStatusAnswer> =>
  (await (await world.ask('zhang', `/api/uploads/${id}`)).json()) as UploadStatusAnswer;
const statesIn = ({ steps }: UploadStatusAnswer) => steps.map(({ state }) => state);

describe('the status of an upload', () => {
  test('from the moment it is sent until its report is printed', async () => {
    const id = await sent();
    const before = await statusOf(id);
    expect(before).toMatchObject({ status: 'received', revision: null, isSettled: false });
    expect(statesIn(before)).toEqual(['done', 'waiting', 'waiting', 'waiting']);
    await world.settle();
    const after = await statusOf(id);
    expect(after).toMatchObject({
      status: 'accepted',
      statusName: { zh: '已接收·待审核' },
      revision: 1,
      rows: 1,
      isCurrent: true,
      isSettled: true,
      report: 'ready',
      unit: { code: 'LG-FGJ', name: '深圳市龙岗区发展和改革局' },
      outputs: {
        report: `/api/uploads/${id}/report`,
        stamped: `/api/uploads/${id}/stamped`,
        findings: `/api/uploads/${id}/findings`,
      },
    });
    expect(statesIn(after)).toEqual(['done', 'done', 'done', 'done']);
    expect(after.steps.map(({ at }) => at)).toEqual(Array(4).fill(world.now));
  });

  test('of one that was returned: no rows stored, nothing printed', async () => {
    const id = ((await (await world.sendAs('zhang', 'JPEG')).json()) as Sent).id;
    await world.settle();
    const returned = await statusOf(id);
    expect(returned).toMatchObject({ status: 'returned', isSettled: true, report: 'none' });
    expect(statesIn(returned)).toEqual(['done', 'done', 'skipped', 'skipped']);
  });

  test('of the same bytes again: the outputs of the first, without its times', async () => {
    const first = await sent();
    await world.settle();
    world.now = '2022-03-01T04:20:00.000Z';
    const again = await sent();
    await world.settle();
    const repeated = await statusOf(again);
    expect(repeated).toMatchObject({ duplicateOf: first, report: 'ready', isSettled: true });
    expect(repeated.steps.map(({ at }) => at)).toEqual([world.now, null, null, null]);
    expect((await world.ask('zhang', `/api/uploads/${again}/report`)).status).toBe(200);
  });

  test('of a file put into the bucket: by nobody in particular', async () => {
    const dropped = world.send([{}]);
    world.messages.push({ stage: 'intake', body: dropped });
    await world.settle();
    const id = uploadId(dropped.bucket, dropped.key, dropped.versionId);
    const sender = { via: 'bucket', sub: null, name: '经存储桶' };
    expect(await statusOf(id)).toMatchObject({ sender });
    const receipt = await (await world.ask('zhang', `/api/uploads/${id}/receipt`)).json();
    expect(receipt).toMatchObject({ sender, confirmedAt: null });
  });

  test('of a file deleted since: who sent it is known still', async () => {
    const id = await sent();
    const [message] = world.messages;
    await world.settle();
    if (message?.stage === 'intake') world.remove(message.body);
    expect(await statusOf(id)).toMatchObject({ sender: { sub: 'zhang', name: '张三' } });
  });
});

describe('waiting for news', () => {
  const pausing = (then: (paused: number) => Promise<void>): number[] => {
    const pauses: number[] = [];
    const pause = async (milliseconds: number): Promise<void> => {
      await then(pauses.push(milliseconds));
    };
    Object.assign(world.api, { clock: { ...world.api.clock, pause } });
    return pauses;
  };

  test('ends when the upload is settled', async () => {
    const id = await sent();
    const pauses = pausing(async (paused) => {
      if (paused === 3) await world.settle();
    });
    const answer = await world.ask('zhang', `/api/uploads/${id}?waitSeconds=20`);
    expect(await answer.json()).toMatchObject({ isSettled: true });
    expect(pauses).toHaveLength(3);
  });

  test('ends with 304 when there is none in time', async () => {
    const id = await sent();
    const etag = (await world.ask('zhang', `/api/uploads/${id}`)).headers.get('etag')!;
    const pauses = pausing(async () => {});
    const known = { headers: { 'if-none-match': etag } };
    const answer = await world.ask('zhang', `/api/uploads/${id}?waitSeconds=2`, known);
    expect(answer.status).toBe(304);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBe(2000);
  });

  test('ends at the first change', async () => {
    const id = await sent();
    const etag = (await world.ask('zhang', `/api/uploads/${id}`)).headers.get('etag')!;
    await world.settle();
    const known = { headers: { 'if-none-match': etag } };
    const pauses = pausing(async () => {});
    const answer = await world.ask('zhang', `/api/uploads/${id}?waitSeconds=20`, known);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).not.toBe(etag);
    expect(pauses).toEqual([]);
  });

  test('for longer than the gateway waits is refused', async () => {
    const id = await sent();
    expect((await world.ask('zhang', `/api/uploads/${id}?waitSeconds=21`)).status).toBe(422);
  });
});

describe('outputs', () => {
  test('small ones come through the API as they say of themselves', async () => {
    const id = await sent();
    expect((await world.ask('zhang', `/api/uploads/${id}/findings`)).status).toBe(404);
    await world.settle();
    const findings = await world.ask('zhang', `/api/uploads/${id}/findings`);
    expect(findings.headers.get('content-type')).toBe('application/json');
    expect(findings.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(await findings.json()).toMatchObject({ unit: 'LG-FGJ', rows: 1 });
  });

  test('large ones by an address of the bucket, any by asking for it', async () => {
    const id = await sent();
    await world.settle();
    const link = await world.ask('zhang', `/api/uploads/${id}/report?as=link`);
    expect(((await link.json()) as Download).url).toMatch(
      /^https:\/\/outputs\.example\/submissions\/2021\/LG-FGJ\/0001\/report\.pdf\?seconds=300$/,
    );
    world.outputs.set('submissions/2021/LG-FGJ/0001/report.pdf', 'x'.repeat(4 * 1024 * 1024 + 1));
    const large = await world.ask('zhang', `/api/uploads/${id}/report`);
    expect(large.status).toBe(302);
    expect(large.headers.get('location')).toContain('report.pdf');
  });

  test('what an upload does not have is not there', async () => {
    const id = ((await (await world.sendAs('zhang', 'JPEG')).json()) as Sent).id;
    await world.settle();
    for (const name of ['report', 'stamped', 'feedback', 'corrected', 'records']) {
      expect((await world.ask('zhang', `/api/uploads/${id}/${name}`)).status).toBe(404);
    }
  });
});

describe('what can be asked without an upload', () => {
  test('periods, with their last day where one is set', async () => {
    const period = { id: '2022', forms: ['longgang-2021'], budgetBasis: '年初' } as const;
    await world.ports.submissions.putPeriods([{ ...period, dueOn: '2023-03-31' }]);
    const { periods } = (await (await world.ask('shen', '/api/periods')).json()) as PeriodList;
    expect(periods.map(({ id, dueOn }) => [id, dueOn])).toEqual([
      ['2021', null],
      ['2022', '2023-03-31'],
    ]);
  });

  test('forms with their columns', async () => {
    const { forms } = (await (await world.ask('zhang', '/api/forms')).json()) as FormList;
    expect(forms.map(({ id, columns }) => [id, columns.length])).toEqual([
      ['longgang-2020', 27],
      ['longgang-2021', 33],
    ]);
  });

  const template = (query: string, unit = 'LG-FGJ') =>
    world.ask('zhang', `/api/periods/2021/units/${unit}/template?${query}`);

  test('a blank template, named as the table is', async () => {
    const blank = await template('');
    expect(decodeURIComponent(blank.headers.get('content-disposition') ?? '')).toContain(
      '2021年度深圳市龙岗区发展和改革局部门预算项目绩效自评表（模板）.xlsx',
    );
    expect(await blank.json()).toMatchObject({ filledFrom: null, projects: 0 });
  });

  test('one with last year’s projects, where there are any', async () => {
    await world.ports.submissions.putPeriods([
      { id: '2022', forms: ['longgang-2021'], budgetBasis: '未注明' },
    ]);
    const next = '/api/periods/2022/units/LG-FGJ/template?from=last-year';
    const offered = async (): Promise<string | null | undefined> => {
      const answer = await (await world.ask('zhang', '/api/obligations')).json();
      const { obligations } = answer as { obligations: Obligation[] };
      return obligations.find(({ period }) => period === '2022')?.lastYear;
    };
    expect(await offered()).toBeNull();
    expect((await world.ask('zhang', next)).status).toBe(404);
    world.messages.push({ stage: 'intake', body: world.send([{}, {}]) });
    await world.settle();
    expect(await (await world.ask('zhang', next)).json()).toEqual({
      submitter: { code: 'LG-FGJ', name: '深圳市龙岗区发展和改革局' },
      filledFrom: '2021',
      projects: 2,
    });
    expect((await world.ask('zhang', `/api/uploads/${await offered()}`)).status).toBe(200);
    await world.post('zhang', '/api/periods/2021/units/LG-FGJ/revisions/1/recall');
    expect(await offered()).toBeNull();
    expect((await world.ask('zhang', next)).status).toBe(404);
  });

  test('a form that the period does not take is told', async () => {
    expect((await template('form=longgang-2020')).status).toBe(422);
    const noPeriod = await world.ask('zhang', '/api/periods/2019/units/LG-FGJ/template');
    expect(noPeriod.status).toBe(404);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { type ApiWorld, makeApiWorld, type Person } from '../../test/memory-api.ts';
import type { Definition, RegisterAnswer } from './collection-schemas.ts';
import type { Obligation, ProblemDocument } from './schemas.ts';

let world: ApiWorld;
beforeEach(async () => {
  world = await makeApiWorld();
});

let acts = 0;
const nextId = (): string => `definition-${++acts}`;

const problemOf = async (response: Response): Promise<ProblemDocument> =>
  (await response.json()) as ProblemDocument;

describe('periods', () => {
  const get = async (period = '2021'): Promise<Definition> =>
    (await (await world.ask('cai', `/api/periods/${period}/definition`)).json()) as Definition;
  const post = (definition: object, basedOn: string, period = '2021'): Promise<Response> =>
    world.post('cai', `/api/periods/${period}/definition`, { id: nextId(), basedOn, definition });

  test('are changed as they were seen, and the trail says what', async () => {
    const { definition, basedOn } = await get();
    const next = {
      ...definition,
      title: '{year}年度{name}绩效自评表',
      dueOn: '2022-05-31',
      graceDays: 2,
      holidays: ['2022-06-03'],
    };
    expect((await post(next, basedOn)).status).toBe(200);
    expect((await get()).definition).toEqual(next);
    const late = await problemOf(await post({ ...next, graceDays: 3 }, basedOn));
    expect(late.refusal).toBe('changed-meanwhile');
    const same = await problemOf(await post(next, (await get()).basedOn));
    expect(same.refusal).toBe('unchanged');
    const [entry] = await world.ports.submissions.entriesAfter('2021', 0);
    expect(entry).toMatchObject({
      action: 'define-period',
      before: { dueOn: null, graceDays: null },
      after: { dueOn: '2022-05-31', graceDays: 2 },
    });
    expect(entry?.after).not.toHaveProperty('forms');
  });

  test('say by their titles which tables a unit owes', async () => {
    const { definition, basedOn } = await get();
    const forms = ['longgang-2020', 'longgang-2021'];
    await post({ ...definition, forms, title: '{name}{year}年绩效自评表' }, basedOn);
    const { obligations } = (await (await world.ask('zhang', '/api/obligations')).json()) as {
      obligations: readonly Obligation[];
    };
    const title = '深圳市龙岗区发展和改革局2021年绩效自评表';
    expect(obligations[0]?.tables).toEqual([
      { form: 'longgang-2020', title, attachment: null },
      { form: 'longgang-2021', title, attachment: '附件2' },
    ]);
  });

  test('are made', async () => {
    const made = { id: '2022', forms: ['longgang-2021'], budgetBasis: '年初' };
    expect((await post(made, 'none', '2022')).status).toBe(200);
    const periods = (await (await world.ask('zhang', '/api/periods')).json()) as {
      periods: { id: string }[];
    };
    expect(periods.periods.map(({ id }) => id)).toEqual(['2021', '2022']);
  });

  test.each([
    ['a form nobody knows', { forms: ['longgang-2035'] }, '应为已有的表式'],
    ['a unit beyond the register', { owedBy: ['LG-NONE'] }, '名册里没有 LG-NONE'],
    ['a rule nobody knows', { policy: { 'no-rule': 'error' } }, '没有规则'],
    ['an end before the beginning', { opensOn: '2022-06-01', dueOn: '2022-05-01' }, '早于'],
    ['no day', { dueOn: '五月' }, 'definition.dueOn'],
    ['a field nobody knows', { dueon: '2022-05-01' }, 'definition'],
  ])('are refused as a file of periods is: %s', async (_, change, says) => {
    const { definition, basedOn } = await get();
    const response = await post({ ...definition, ...change }, basedOn);
    expect(response.status).toBe(422);
    expect((await problemOf(response)).message.zh).toContain(says);
  });

  test('are not made under another address than their own', async () => {
    const { definition } = await get();
    expect((await post(definition, 'none', '2033')).status).toBe(404);
  });
});

describe('the register', () => {
  const get = async (): Promise<RegisterAnswer> =>
    (await (await world.ask('cai', '/api/register')).json()) as RegisterAnswer;
  const post = (units: readonly object[], basedOn: number, who: Person = 'cai') =>
    world.post(who, '/api/register', { id: nextId(), basedOn, reason: '机构改革', units });
  const owed = async (who: Person): Promise<readonly { isOwed: boolean; period: string }[]> =>
    (
      (await (await world.ask(who, '/api/obligations')).json()) as {
        obligations: { isOwed: boolean; period: string }[];
      }
    ).obligations;

  test('is changed as it was seen: names keep their history, contacts stay out of the trail', async () => {
    const { units, version } = await get();
    const fgj = units.find(({ code }) => code === 'LG-FGJ')!;
    const next = { ...fgj, name: '龙岗区发改局', contact: '张三', phone: '0755-28921234' };
    expect((await post([next], version)).status).toBe(200);
    const after = await get();
    expect(after.units.find(({ code }) => code === 'LG-FGJ')).toEqual({
      ...next,
      aliases: [fgj.name],
      formerNames: [fgj.name],
    });
    expect((await problemOf(await post([fgj], version))).refusal).toBe('changed-meanwhile');
    const entries = await world.ports.submissions.entriesAfter('register', 0);
    expect(entries).toMatchObject([
      { action: 'change-register', reason: '机构改革', submission: null },
    ]);
    expect(JSON.stringify(entries)).not.toContain('28921234');
    expect(JSON.stringify(entries)).toContain('contactChanged');
  });

  test('a unit that ended owes nothing more, and nothing of it is lost', async () => {
    expect((await owed('zhang'))[0]?.isOwed).toBe(true);
    const { units, version } = await get();
    const fgj = units.find(({ code }) => code === 'LG-FGJ')!;
    const ended = {
      ...fgj,
      parent: 'LG-GXJ',
      retired: true,
      ended: { on: '2022-01-01', into: 'LG-GXJ' },
    };
    expect((await post([ended], version)).status).toBe(200);
    expect((await owed('zhang'))[0]?.isOwed).toBe(false);
    expect((await get()).units).toHaveLength(units.length);
    expect((await world.ask('zhao', '/api/periods/2021/units/LG-FGJ/revisions')).status).toBe(200);
  });

  test('is not changed to one that could not be used', async () => {
    const { units, version } = await get();
    const ring = { ...units[0]!, parent: units[0]!.code };
    const response = await post([ring], version);
    expect(response.status).toBe(422);
    expect((await problemOf(response)).message.zh).toContain('绕成了一圈');
    expect((await post([{ ...units[0]!, code: 'lower' }], version)).status).toBe(422);
  });

  test('its contacts are told to nobody else', async () => {
    const { units, version } = await get();
    await post([{ ...units[0]!, phone: '0755-28921234' }], version);
    for (const path of ['/api/periods/2021/board', '/api/obligations', '/api/me']) {
      for (const who of ['zhao', 'zhang', 'shen'] as const) {
        expect(await (await world.ask(who, path)).text()).not.toContain('28921234');
      }
    }
  });
});

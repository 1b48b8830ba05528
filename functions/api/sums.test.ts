import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Period } from '../../shared/period.ts';
import { type ApiWorld, makeApiWorld, type Person } from '../../test/memory-api.ts';
import type { FileRows } from '../../test/memory-ports.ts';
import { periodSums } from './period-sums.ts';
import type { SumLine, Sums } from './sums-schemas.ts';

const PERIOD: Period = {
  id: '2021',
  forms: ['longgang-2021'],
  budgetBasis: '未注明',
  review: { explanations: false },
};

let world: ApiWorld;
beforeEach(async () => {
  world = await makeApiWorld();
  await world.ports.submissions.putPeriods([PERIOD]);
});

const NAMES: Readonly<Record<string, string>> = {
  'LG-FGJ': '深圳市龙岗区发展和改革局',
  'LG-GXJ': '深圳市龙岗区工业和信息化局',
  'LG-TZTGS': '深圳市龙岗区投资推广署',
};

async function send(unit: string, rows: FileRows): Promise<void> {
  const name = NAMES[unit] ?? '';
  const named = rows.map((each) => ({ unitName: name, submitter: name, ...each }));
  const event = world.send(named, { key: `uploads/2021/${unit}/表.xlsx` });
  world.messages.push({ stage: 'intake', body: event });
  await world.settle();
}

const ask = (who: Person, query = ''): Promise<Response> =>
  world.ask(who, `/api/periods/2021/sums${query}`);

const sums = async (who: Person, query = ''): Promise<Sums> =>
  (await (await ask(who, query)).json()) as Sums;

/** A row of a budget and what was spent of it, both in hundredths of 万元, all of one source. */
const row = (budget: number, actual: number, name: string): FileRows[number] => ({
  projectName: name,
  budgetTotal: budget / 100,
  budgetGeneral: budget / 100,
  budgetFund: 0,
  budgetNonFiscal: 0,
  actualTotal: actual / 100,
  actualGeneral: actual / 100,
  actualFund: 0,
  actualNonFiscal: 0,
  executionRate: { number: actual / budget, text: `${((actual / budget) * 100).toFixed(2)}%` },
  problems: '进度偏慢，因招标推迟',
  rectification: '已督促加快',
});

const lineOf = ({ lines }: Sums, code: string): SumLine | undefined =>
  lines.find(({ unit }) => unit.code === code);

/** Fen in a hundredth of 万元. */
const FEN = 10_000;

const amounts = fc
  .record({ budget: fc.integer({ min: 1, max: 10 ** 8 }), part: fc.integer({ min: 0, max: 100 }) })
  .map(({ budget, part }) => ({ budget, actual: Math.floor((budget * part) / 100) }));
const tables = fc.record({
  'LG-FGJ': fc.array(amounts, { minLength: 1, maxLength: 4 }),
  'LG-GXJ': fc.array(amounts, { minLength: 1, maxLength: 4 }),
  'LG-TZTGS': fc.array(amounts, { minLength: 1, maxLength: 4 }),
});

test('what was sent is added up to the fen, for all and for each department', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (given) => {
      world = await makeApiWorld();
      for (const [unit, projects] of Object.entries(given)) {
        await send(
          unit,
          projects.map(({ budget, actual }, index) => row(budget, actual, `项目${index}`)),
        );
      }
      const sum = (units: readonly (keyof typeof given)[], side: 'budget' | 'actual') =>
        units.flatMap((unit) => given[unit]).reduce((total, each) => total + each[side], 0) * FEN;
      const everyone = ['LG-FGJ', 'LG-GXJ', 'LG-TZTGS'] as const;
      const answer = await sums('cai');
      expect(answer.passed.tables).toBe(3);
      expect(answer.passed.totals.budget.total).toBe(sum(everyone, 'budget'));
      expect(answer.passed.totals.actual.total).toBe(sum(everyone, 'actual'));
      expect(answer.passed.totals.actual.general).toBe(sum(everyone, 'actual'));
      const bands = Object.values(answer.passed.bands);
      expect(bands.reduce((total, { budget }) => total + budget, 0)).toBe(sum(everyone, 'budget'));
      expect(lineOf(answer, 'LG-GXJ')?.share).toEqual({
        projects: given['LG-GXJ'].length + given['LG-TZTGS'].length,
        budget: sum(['LG-GXJ', 'LG-TZTGS'], 'budget'),
        actual: sum(['LG-GXJ', 'LG-TZTGS'], 'actual'),
      });
      const isLow = ({ budget, actual }: { budget: number; actual: number }): boolean =>
        BigInt(actual) * 100n < BigInt(budget) * 80n;
      const low = everyone.flatMap((unit) => given[unit]).filter(isLow);
      expect(answer.passed.low.projects).toBe(low.length);
      expect(answer.lowProjects.map(({ budget, actual }) => budget - actual)).toEqual(
        low.map(({ budget, actual }) => (budget - actual) * FEN).sort((a, b) => b - a),
      );
    }),
    { numRuns: 15 },
  );
});

describe('who sees what', () => {
  beforeEach(async () => {
    await send('LG-FGJ', [row(10_000, 10_000, '甲')]);
    await send('LG-TZTGS', [row(300, 100, '乙')]);
  });

  test('finance all, a department its own and those below', async () => {
    expect((await sums('cai')).passed.totals.budget.total).toBe(10_300 * FEN);
    expect((await sums('shen')).lines.map(({ unit }) => unit.code)).toEqual(['LG-FGJ', 'LG-GXJ']);
    const own = await sums('zhao');
    expect(own.passed.totals.budget.total).toBe(300 * FEN);
    expect(own.lines.map(({ unit }) => unit.code)).toEqual(['LG-GXJ']);
    expect(JSON.stringify(own)).not.toContain('LG-FGJ');
  });

  test('one department, down to its uploads and implementing units', async () => {
    const { lines, department, passed, owed, reported } = await sums('cai', '?department=LG-GXJ');
    expect(department).toEqual({ code: 'LG-GXJ', name: '深圳市龙岗区工业和信息化局' });
    expect([passed.tables, owed, reported]).toEqual([1, 1, 0]);
    expect(lines.map(({ unit, table }) => [unit.code, table?.revision])).toEqual([
      ['LG-TZTGS', 1],
      ['LG-GXJ', undefined],
    ]);
    expect(lines[0]?.units.map(({ share }) => share.actual)).toEqual([100 * FEN]);
    const upload = await world.ask('cai', `/api/uploads/${lines[0]?.table?.id}`);
    expect(await upload.json()).toMatchObject({ revision: 1, rows: 1 });
  });

  test('not a department of others, nor one that is not there', async () => {
    expect((await ask('zhao', '?department=LG-FGJ')).status).toBe(404);
    expect((await ask('cai', '?department=LG-NONE')).status).toBe(404);
    expect((await ask('zhang')).status).toBe(403);
  });

  test('what finance approved is added up beside what passed', async () => {
    expect((await sums('cai')).approved.tables).toBe(0);
    await world.post('cai', '/api/periods/2021/units/LG-FGJ/revisions/1/acts', {
      id: 'act-approve',
      action: { kind: 'approve' },
    });
    const { approved, passed, lines } = await sums('cai');
    expect(approved).toMatchObject({ tables: 1, totals: { budget: { total: 10_000 * FEN } } });
    expect(passed.tables).toBe(2);
    expect(lines.map((line) => line.approved)).toEqual([1, 0]);
  });
});

describe('a project that a unit and its department both report', () => {
  const listed = (unitName: string, ...rest: Parameters<typeof row>) => ({
    ...row(...rest),
    unitName,
  });
  const unit = NAMES['LG-TZTGS'] ?? '';
  const act = async (who: Person, code: string, kind: 'forward' | 'approve') => {
    const acts = `/api/periods/2021/units/${code}/revisions/1/acts`;
    const taken = await world.post(who, acts, { id: `${kind}-${code}`, action: { kind } });
    expect(taken.ok).toBe(true);
  };

  beforeEach(async () => {
    await send('LG-FGJ', [row(7_000, 7_000, '甲')]);
    await send('LG-GXJ', [
      row(10_000, 10_000, '局'),
      listed(unit, 300, 100, '乙'),
      listed(unit, 50, 50, '只在局的表中'),
    ]);
    await send('LG-TZTGS', [row(400, 100, '乙'), row(20, 20, '丙')]);
  });

  test('counts once, in the unit’s own table, and is told with both amounts', async () => {
    const { passed, lines, lowProjects, doubles } = await sums('cai');
    expect(passed.totals).toMatchObject({ projects: 5, budget: { total: 17_470 * FEN } });
    expect(lines.map(({ unit: { code }, share }) => [code, share.projects])).toEqual([
      ['LG-GXJ', 4],
      ['LG-FGJ', 1],
    ]);
    expect(lowProjects.map(({ submitter, budget }) => [submitter.code, budget])).toEqual([
      ['LG-TZTGS', 400 * FEN],
    ]);
    expect(doubles.setAside).toEqual({ projects: 1, budget: 300 * FEN, actual: 100 * FEN });
    expect(doubles.list).toMatchObject([
      {
        unit,
        project: '乙',
        counted: { submitter: { code: 'LG-TZTGS' }, budget: 400 * FEN, isApproved: false },
        setAside: { submitter: { code: 'LG-GXJ', name: NAMES['LG-GXJ'] }, budget: 300 * FEN },
      },
    ]);
    const [double] = doubles.list;
    const upload = await world.ask('cai', `/api/uploads/${double?.setAside.id}`);
    expect(await upload.json()).toMatchObject({ revision: 1, rows: 3 });
  });

  test('adds up to the same in the department’s lines, for finance and for itself', async () => {
    for (const answer of [await sums('cai', '?department=LG-GXJ'), await sums('zhao')]) {
      expect(answer.passed.totals).toMatchObject({ projects: 4, budget: { total: 10_470 * FEN } });
      expect(answer.doubles.setAside.projects).toBe(1);
    }
    const { lines } = await sums('cai', '?department=LG-GXJ');
    expect(lines.map(({ share, units }) => [share.projects, units.length])).toEqual([
      [2, 2],
      [2, 1],
    ]);
    expect((await sums('cai', '?department=LG-FGJ')).doubles).toEqual({
      setAside: { projects: 0, budget: 0, actual: 0 },
      list: [],
    });
  });

  test('counts where it is approved, if only one table is', async () => {
    await act('cai', 'LG-GXJ', 'approve');
    const { approved, passed, doubles } = await sums('cai');
    expect(approved.totals).toMatchObject({ projects: 3, budget: { total: 10_350 * FEN } });
    expect(passed.totals).toMatchObject({ projects: 5, budget: { total: 17_370 * FEN } });
    expect(doubles.list[0]?.counted).toMatchObject({
      submitter: { code: 'LG-GXJ' },
      isApproved: true,
    });
    const own = await periodSums(PERIOD, null, ['LG-TZTGS'], world.ports.submissions);
    // Whoever sees the unit alone learns nothing of the department's table, nor misses a row for it.
    expect(own.passed.totals).toMatchObject({ projects: 2, budget: { total: 420 * FEN } });
    expect(own.doubles.list).toEqual([]);
    await act('zhao', 'LG-TZTGS', 'forward');
    await act('cai', 'LG-TZTGS', 'approve');
    const both = await sums('cai');
    expect(both.approved.totals).toMatchObject({ projects: 4, budget: { total: 10_470 * FEN } });
  });
});

test('findings are counted by rule, the most frequent first', async () => {
  const unexplained = (name: string) => ({ ...row(300, 100, name), problems: '无' });
  await send('LG-FGJ', [unexplained('甲'), unexplained('乙')]);
  await send('LG-TZTGS', [unexplained('丙'), row(300, 100, '丁')]);
  const { rules } = await sums('cai');
  expect(rules.find(({ rule }) => rule === 'low-execution-explained')).toMatchObject({
    number: expect.stringMatching(/\d/),
    title: { zh: expect.stringContaining('执行率') },
    findings: 3,
    tables: 2,
  });
  const counts = rules.map(({ findings }) => findings);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});

describe('the year before', () => {
  const before: Period = { ...PERIOD, id: '2020' };

  async function twoYears(earlier: Period, unitName?: string): Promise<Sums['lastYear']> {
    await world.ports.submissions.putPeriods([PERIOD, earlier]);
    const heads = await headsOf(unitName);
    const { headsOf: given } = world.ports.submissions;
    Object.assign(world.ports.submissions, {
      headsOf: async (year: string) => (year === '2020' ? heads : given(year)),
    });
    return (await sums('cai')).lastYear;
  }

  /** Heads of 2021 as if they were of the year before. */
  async function headsOf(unitName: string | undefined) {
    await send('LG-FGJ', [row(10_000, 9_000, '甲')]);
    const heads = await world.ports.submissions.headsOf('2021');
    return heads.map((head) => {
      if (unitName === undefined || head.current === null) return { ...head, period: '2020' };
      const units = head.current.units.map((unit) => ({ ...unit, code: null, name: unitName }));
      return { ...head, period: '2020', current: { ...head.current, units } };
    });
  }

  test('stands beside this one where it means the same', async () => {
    const money = { projects: 1, budget: 10_000 * FEN, actual: 9_000 * FEN };
    expect(await twoYears(before)).toEqual({
      period: '2020',
      compared: 1,
      now: money,
      earlier: money,
      otherBasis: 0,
      otherUnits: 0,
    });
  });

  test('is not compared where budgets are of another basis', async () => {
    expect(await twoYears({ ...before, budgetBasis: '年初' })).toMatchObject({
      compared: 0,
      now: { budget: 0 },
      earlier: { budget: 0 },
      otherBasis: 1,
    });
  });

  test('is not compared where the table speaks of other units', async () => {
    expect(await twoYears(before, '另一个单位')).toMatchObject({ compared: 0, otherUnits: 1 });
  });

  test('is nothing where nobody knows that year', async () => {
    await send('LG-FGJ', [row(10_000, 9_000, '甲')]);
    expect((await sums('cai')).lastYear).toBeNull();
  });
});

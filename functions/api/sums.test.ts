import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Period } from '../../shared/period.ts';
import { fileTable, type UnitCode } from '../../test/filed-files.ts';
import { LENIENT } from '../../test/memory-ports.ts';
import { FEN, makeSumsWorld, row, type SumsWorld } from '../../test/sums-api.ts';
import type { SumLine, Sums } from './sums-schemas.ts';

let world: SumsWorld;
beforeEach(async () => {
  world = await makeSumsWorld();
});

const lineOf = ({ lines }: Sums, code: string): SumLine | undefined =>
  lines.find(({ unit }) => unit.code === code);

const amounts = fc
  .record({ budget: fc.integer({ min: 1, max: 10 ** 8 }), part: fc.integer({ min: 0, max: 100 }) })
  .map(({ budget, part }) => ({ budget, actual: Math.floor((budget * part) / 100) }));
type Amounts = readonly { readonly budget: number; readonly actual: number }[];
const tables = fc.record({
  'LG-FGJ': fc.array(amounts, { minLength: 1, maxLength: 4 }),
  'LG-GXJ': fc.array(amounts, { minLength: 1, maxLength: 4 }),
  'LG-TZTGS': fc.array(amounts, { minLength: 1, maxLength: 4 }),
});

test('what was sent is added up to the fen, for all and for each department', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (given) => {
      world = await makeSumsWorld();
      for (const [unit, projects] of Object.entries(given) as [UnitCode, Amounts][]) {
        await fileTable(
          world,
          unit,
          projects.map(({ budget, actual }, index) => row(budget, actual, `项目${index}`)),
        );
      }
      const sum = (units: readonly (keyof typeof given)[], side: 'budget' | 'actual') =>
        units.flatMap((unit) => given[unit]).reduce((total, each) => total + each[side], 0) * FEN;
      const everyone = ['LG-FGJ', 'LG-GXJ', 'LG-TZTGS'] as const;
      const answer = await world.sums('cai');
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
    await fileTable(world, 'LG-FGJ', [row(10_000, 10_000, '甲')]);
    await fileTable(world, 'LG-TZTGS', [row(300, 100, '乙')]);
  });

  test('finance all, a department its own and those below', async () => {
    expect((await world.sums('cai')).passed.totals.budget.total).toBe(10_300 * FEN);
    expect((await world.sums('shen')).lines.map(({ unit }) => unit.code)).toEqual([
      'LG-FGJ',
      'LG-GXJ',
    ]);
    const own = await world.sums('zhao');
    expect(own.passed.totals.budget.total).toBe(300 * FEN);
    expect(own.lines.map(({ unit }) => unit.code)).toEqual(['LG-GXJ']);
    expect(JSON.stringify(own)).not.toContain('LG-FGJ');
  });

  test('one department, down to its uploads and implementing units', async () => {
    const { lines, department, passed, owed, reported } = await world.sums(
      'cai',
      '?department=LG-GXJ',
    );
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
    expect((await world.askSums('zhao', '?department=LG-FGJ')).status).toBe(404);
    expect((await world.askSums('cai', '?department=LG-NONE')).status).toBe(404);
    expect((await world.askSums('zhang')).status).toBe(403);
  });

  test('what finance approved is added up beside what passed', async () => {
    expect((await world.sums('cai')).approved.tables).toBe(0);
    await world.post('cai', '/api/periods/2021/units/LG-FGJ/revisions/1/acts', {
      id: 'act-approve',
      action: { kind: 'approve' },
    });
    const { approved, passed, lines } = await world.sums('cai');
    expect(approved).toMatchObject({ tables: 1, totals: { budget: { total: 10_000 * FEN } } });
    expect(passed.tables).toBe(2);
    expect(lines.map((line) => line.approved)).toEqual([1, 0]);
  });
});

test('findings are counted by rule, the most frequent first', async () => {
  const unexplained = (name: string) => ({ ...row(300, 100, name), problems: '无' });
  await fileTable(world, 'LG-FGJ', [unexplained('甲'), unexplained('乙')]);
  await fileTable(world, 'LG-TZTGS', [unexplained('丙'), row(300, 100, '丁')]);
  const { rules } = await world.sums('cai');
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
  const before: Period = { ...LENIENT, id: '2020' };

  async function twoYears(earlier: Period, unitName?: string): Promise<Sums['lastYear']> {
    await world.ports.submissions.putPeriods([LENIENT, earlier]);
    const heads = await headsOf(unitName);
    const { headsOf: given } = world.ports.submissions;
    Object.assign(world.ports.submissions, {
      headsOf: async (year: string) => (year === '2020' ? heads : given(year)),
    });
    return (await world.sums('cai')).lastYear;
  }

  /** Heads of 2021 as if they were of the year before. */
  async function headsOf(unitName: string | undefined) {
    await fileTable(world, 'LG-FGJ', [row(10_000, 9_000, '甲')]);
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
    await fileTable(world, 'LG-FGJ', [row(10_000, 9_000, '甲')]);
    expect((await world.sums('cai')).lastYear).toBeNull();
  });
});

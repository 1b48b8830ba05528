import { beforeEach, describe, expect, test } from 'vitest';
import { fileTable, UNIT_NAMES } from '../../test/filed-files.ts';
import type { Person } from '../../test/memory-api.ts';
import { LENIENT } from '../../test/memory-ports.ts';
import { FEN, makeSumsWorld, row, type SumsWorld } from '../../test/sums-api.ts';
import { periodSums } from './period-sums.ts';

let world: SumsWorld;
beforeEach(async () => {
  world = await makeSumsWorld();
});

describe('a project that a unit and its department both report', () => {
  const listed = (unitName: string, ...rest: Parameters<typeof row>) => ({
    ...row(...rest),
    unitName,
  });
  const unit = UNIT_NAMES['LG-TZTGS'];
  const act = async (who: Person, code: string, kind: 'forward' | 'approve') => {
    const acts = `/api/periods/2021/units/${code}/revisions/1/acts`;
    const taken = await world.post(who, acts, { id: `${kind}-${code}`, action: { kind } });
    expect(taken.ok).toBe(true);
  };

  beforeEach(async () => {
    await fileTable(world, 'LG-FGJ', [row(7_000, 7_000, '甲')]);
    await fileTable(world, 'LG-GXJ', [
      row(10_000, 10_000, '局'),
      listed(unit, 300, 100, '乙'),
      listed(unit, 50, 50, '只在局的表中'),
    ]);
    await fileTable(world, 'LG-TZTGS', [row(400, 100, '乙'), row(20, 20, '丙')]);
  });

  test('counts once, in the unit’s own table, and is told with both amounts', async () => {
    const { passed, lines, lowProjects, doubles } = await world.sums('cai');
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
        setAside: { submitter: { code: 'LG-GXJ', name: UNIT_NAMES['LG-GXJ'] }, budget: 300 * FEN },
      },
    ]);
    const [double] = doubles.list;
    const upload = await world.ask('cai', `/api/uploads/${double?.setAside.id}`);
    expect(await upload.json()).toMatchObject({ revision: 1, rows: 3 });
  });

  test('adds up to the same in the department’s lines, for finance and for itself', async () => {
    for (const answer of [
      await world.sums('cai', '?department=LG-GXJ'),
      await world.sums('zhao'),
    ]) {
      expect(answer.passed.totals).toMatchObject({ projects: 4, budget: { total: 10_470 * FEN } });
      expect(answer.doubles.setAside.projects).toBe(1);
    }
    const { lines } = await world.sums('cai', '?department=LG-GXJ');
    expect(lines.map(({ share, units }) => [share.projects, units.length])).toEqual([
      [2, 2],
      [2, 1],
    ]);
    expect((await world.sums('cai', '?department=LG-FGJ')).doubles).toEqual({
      setAside: { projects: 0, budget: 0, actual: 0 },
      list: [],
    });
  });

  test('counts where it is approved, if only one table is', async () => {
    await act('cai', 'LG-GXJ', 'approve');
    const { approved, passed, doubles } = await world.sums('cai');
    expect(approved.totals).toMatchObject({ projects: 3, budget: { total: 10_350 * FEN } });
    expect(passed.totals).toMatchObject({ projects: 5, budget: { total: 17_370 * FEN } });
    expect(doubles.list[0]?.counted).toMatchObject({
      submitter: { code: 'LG-GXJ' },
      isApproved: true,
    });
    const own = await periodSums(LENIENT, null, ['LG-TZTGS'], world.ports.submissions);
    // Whoever sees the unit alone learns nothing of the department's table, nor misses a row for it.
    expect(own.passed.totals).toMatchObject({ projects: 2, budget: { total: 420 * FEN } });
    expect(own.doubles.list).toEqual([]);
    await act('zhao', 'LG-TZTGS', 'forward');
    await act('cai', 'LG-TZTGS', 'approve');
    const both = await world.sums('cai');
    expect(both.approved.totals).toMatchObject({ projects: 4, budget: { total: 10_470 * FEN } });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchProjects, projectKey } from './match-projects.ts';
import type { ProjectRecord } from './record.ts';

const record = (
  projectName: string,
  more: Partial<ProjectRecord> & { readonly unitName?: string } = {},
): ProjectRecord => {
  const { unitName = '某局', ...rest } = more;
  return {
    number: 1,
    implementingUnit: null,
    texts: { serial: '1', unitName, projectName },
    amounts: {},
    rates: {},
    extraIndicators: [],
    source: { sheet: '自评表', row: 5 },
    ...rest,
  };
};

const names = (records: readonly ProjectRecord[]) =>
  records.map(({ texts }) => texts['projectName']);

test('a name is compared, not spelled: width, spaces and “（本级）” do not count', () => {
  expect(projectKey(record('规划 (一期)', { unitName: '某局（本级）' }))).toBe(
    projectKey(record('规划（一期）', { unitName: '某局' })),
  );
});

test('the same name in two units is two projects', () => {
  const { kept, dropped, added } = matchProjects(
    [record('党建', { unitName: '甲局' })],
    [record('党建', { unitName: '乙署' })],
  );
  expect([kept.length, dropped.length, added.length]).toEqual([0, 1, 1]);
});

test('the serial does not matter, the second of a name goes to the second', () => {
  const [a1, a2, b] = [record('甲'), record('甲'), record('乙')];
  const [after1, after2] = [record('甲'), record('丙')];
  const { kept, dropped, added } = matchProjects([a1, a2, b], [after2, after1]);
  expect(kept).toEqual([[a1, after1]]);
  expect(kept[0]?.[0]).toBe(a1);
  expect(dropped).toEqual([a2, b]);
  expect(names(added)).toEqual(['丙']);
});

describe('codes', () => {
  test('go before names', () => {
    const before = [record('旧名', { projectCode: 'P1' }), record('新名')];
    const after = [record('新名', { projectCode: 'P1' })];
    const { kept, dropped } = matchProjects(before, after);
    expect(kept.map(([old]) => names([old]))).toEqual([['旧名']]);
    expect(names(dropped)).toEqual(['新名']);
  });

  test('on one side only leave it to the names', () => {
    const { kept } = matchProjects([record('甲')], [record('甲', { projectCode: 'P1' })]);
    expect(kept).toHaveLength(1);
  });
});

test('every project is kept, dropped or added exactly once', () => {
  const any = fc
    .tuple(
      fc.constantFrom('甲', '乙', '丙'),
      fc.option(fc.constantFrom('P1', 'P2'), { nil: undefined }),
    )
    .map(([name, projectCode]) => record(name, projectCode === undefined ? {} : { projectCode }));
  fc.assert(
    fc.property(fc.array(any), fc.array(any), (before, after) => {
      const { kept, dropped, added } = matchProjects(before, after);
      const old = [...kept.map(([earlier]) => earlier), ...dropped];
      const current = [...kept.map(([, later]) => later), ...added];
      expect(new Set(old)).toEqual(new Set(before));
      expect(old).toHaveLength(before.length);
      expect(new Set(current)).toEqual(new Set(after));
      expect(current).toHaveLength(after.length);
    }),
  );
});

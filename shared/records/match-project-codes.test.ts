import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchProjects } from './match-projects.ts';
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

describe('codes of projects', () => {
  test('go before names', () => {
    const before = [record('旧名', { projectCode: 'P1' }), record('新名')];
    const after = [record('新名', { projectCode: 'P1' })];
    const { pairs, dropped } = matchProjects(before, after);
    expect(pairs.map(([old]) => names([old]))).toEqual([['旧名']]);
    expect(names(dropped)).toEqual(['新名']);
  });

  test('on one side only leave it to the names', () => {
    const { pairs } = matchProjects([record('甲')], [record('甲', { projectCode: 'P1' })]);
    expect(pairs).toHaveLength(1);
  });
});

test('every project is paired, dropped or added exactly once', () => {
  const any = fc
    .tuple(
      fc.constantFrom('甲', '乙', '丙'),
      fc.option(fc.constantFrom('P1', 'P2'), { nil: undefined }),
    )
    .map(([name, projectCode]) => record(name, projectCode === undefined ? {} : { projectCode }));
  fc.assert(
    fc.property(fc.array(any), fc.array(any), (before, after) => {
      const { pairs, dropped, added } = matchProjects(before, after);
      const old = [...pairs.map(([earlier]) => earlier), ...dropped];
      const current = [...pairs.map(([, later]) => later), ...added];
      expect(new Set(old)).toEqual(new Set(before));
      expect(old).toHaveLength(before.length);
      expect(new Set(current)).toEqual(new Set(after));
      expect(current).toHaveLength(after.length);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchProjects } from './match-projects.ts';
import type { ProjectRecord } from './record.ts';

let number = 0;
const project = (
  projectName: string,
  unitName = '某局',
  implementingUnit: string | null = null,
): ProjectRecord => {
  number += 1;
  return {
    number,
    implementingUnit,
    texts: { projectName, unitName, serial: String(number) },
    amounts: {},
    rates: {},
    extraIndicators: [],
    source: { sheet: '表', row: number },
  };
};

const names = (records: readonly ProjectRecord[]) =>
  records.map(({ texts }) => texts['projectName']);

test('projects are matched by unit and name, whatever their order and serials', () => {
  const before = [project('甲（一期）'), project('乙'), project('丙', '某署')];
  const after = [project('丙'), project('乙'), project('甲(一期)', '某局（本级）')];
  const { pairs, dropped, added } = matchProjects(before, after);
  expect(pairs.map(([one, other]) => [...names([one]), ...names([other])])).toEqual([
    ['乙', '乙'],
    ['甲（一期）', '甲(一期)'],
  ]);
  expect([names(dropped), names(added)]).toEqual([['丙'], ['丙']]);
});

test('of one name the first goes with the first', () => {
  const before = [project('甲'), project('甲')];
  const after = [project('甲'), project('甲'), project('甲')];
  const { pairs, added } = matchProjects(before, after);
  expect(pairs).toEqual([
    [before[0], after[0]],
    [before[1], after[1]],
  ]);
  expect(added).toEqual([after[2]]);
});

test('a code on one side only is no obstacle', () => {
  const [before, after] = [[project('甲')], [project('甲', '某局', 'LG-JU')]];
  expect(matchProjects(before, after).pairs).toHaveLength(1);
});

test('codes go before names', () => {
  const before = [{ ...project('旧名'), projectCode: 'P1' }, project('新名')];
  const after = [{ ...project('新名'), projectCode: 'P1' }];
  const { pairs, dropped } = matchProjects(before, after);
  expect(pairs.map(([one]) => names([one]))).toEqual([['旧名']]);
  expect(names(dropped)).toEqual(['新名']);
});

test('the year in a name counts within a year, not from year to year', () => {
  const [before, after] = [[project('2020年度评审费')], [project('2021年评审费')]];
  expect(matchProjects(before, after).pairs).toEqual([]);
  expect(matchProjects(before, after, 'a year apart').pairs).toHaveLength(1);
});

test('every project is matched once, dropped or added', () => {
  const table = fc.array(
    fc.constantFrom('甲', '乙', '2020年丙', '2021年丙', '').map((name) => name),
  );
  fc.assert(
    fc.property(table, table, (a, b) => {
      const [before, after] = [a, b].map((list) => list.map((name) => project(name)));
      const { pairs, dropped, added } = matchProjects(before ?? [], after ?? [], 'a year apart');
      expect(new Set([...pairs.map(([one]) => one), ...dropped]).size).toBe(a.length);
      expect(new Set([...pairs.map(([, one]) => one), ...added]).size).toBe(b.length);
      expect(pairs.length * 2 + dropped.length + added.length).toBe(a.length + b.length);
    }),
  );
});

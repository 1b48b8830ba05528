import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doubleRows, type FiledTable, tablesInCommon, unitCodesIn } from './double-rows.ts';
import type { ProjectRecord } from './record.ts';

const record = (
  unit: string | null,
  projectName: string,
  more: Partial<ProjectRecord> = {},
): ProjectRecord => ({
  number: 1,
  implementingUnit: unit,
  texts: { serial: '1', unitName: unit ?? '某局', projectName },
  amounts: {},
  rates: {},
  extraIndicators: [],
  source: { sheet: '自评表', row: 5 },
  ...more,
});

const filed = (submitter: string, records: readonly ProjectRecord[], isApproved = false) => ({
  table: { submitter, unitCodes: unitCodesIn(records), isApproved },
  records,
});

/** `D 甲 → U 甲`: a row of D that is set aside for one of U. */
const told = (group: Parameters<typeof doubleRows>[0]): readonly string[] =>
  doubleRows(group).map(({ counted, setAside }) =>
    [setAside, counted]
      .map(({ table, record: { texts } }) => `${table.submitter} ${texts['projectName']}`)
      .join(' → '),
  );

describe('tables that may tell of the same rows', () => {
  const table = (submitter: string | null, ...unitCodes: string[]): FiledTable => ({
    submitter,
    unitCodes,
    isApproved: false,
  });

  test('are those with rows of one unit, group by group', () => {
    const [d, other, u, v, alone] = [
      table('D', 'D', 'U'),
      table('E', 'E', 'X'),
      table('U', 'U', 'V'),
      table('V', 'V'),
      table('X', 'Y'),
    ] as const;
    expect(tablesInCommon([d, other, u, v, alone])).toEqual([[d, u, v]]);
    expect(tablesInCommon([v, table('F', 'X'), other, d, u]).map((group) => group.length)).toEqual([
      3, 2,
    ]);
  });

  test('are none where each unit stands in one, or nobody knows who sent it', () => {
    expect(tablesInCommon([table('D', 'D', 'U'), table('V', 'V'), table(null, 'U')])).toEqual([]);
    expect(tablesInCommon([table('D', 'U'), table('D', 'U')])).toEqual([]);
  });
});

describe('a row in two tables', () => {
  const department = filed('D', [record('D', '甲'), record('U', '甲'), record('U', '乙')]);

  test('counts in the unit’s own; what only the department lists counts there', () => {
    const unit = filed('U', [record('U', '丙'), record('U', ' 甲')]);
    expect(told([department, unit])).toEqual(['D 甲 → U  甲']);
    expect(told([unit, department])).toEqual(['D 甲 → U  甲']);
  });

  test('counts in the approved one, where only one is', () => {
    const unit = filed('U', [record('U', '甲')]);
    const approved = filed('D', department.records, true);
    expect(told([approved, unit])).toEqual(['U 甲 → D 甲']);
    expect(told([approved, filed('U', unit.records, true)])).toEqual(['D 甲 → U 甲']);
  });

  test('is known by its code first; other codes are other projects', () => {
    const code = (projectCode: string) => ({ projectCode });
    const one = filed('D', [record('U', '旧名', code('P1')), record('U', '乙', code('P2'))]);
    const other = filed('U', [record('U', '新名', code('P1')), record('U', '乙', code('P3'))]);
    expect(told([one, other])).toEqual(['D 旧名 → U 新名']);
    expect(told([one, filed('U', [record('U', '乙')])])).toEqual(['D 乙 → U 乙']);
  });

  test('is no other than the first of its name, if the unit has several', () => {
    const unit = filed('U', [record('U', '甲', { number: 1 }), record('U', '甲', { number: 2 })]);
    expect(told([department, unit])).toEqual(['D 甲 → U 甲']);
  });

  test('in three tables counts in that of the unit, or of whoever is nearest', () => {
    const rows = [record('V', '甲')];
    const [d, u] = [filed('D', [record('U', '乙'), ...rows]), filed('U', [...rows])];
    expect(told([d, u, filed('V', rows)])).toEqual(['U 甲 → V 甲', 'D 甲 → V 甲']);
    expect(told([d, u])).toEqual(['D 甲 → U 甲']);
  });
});

test('what counts is every project once, whoever sends it and whatever is approved', () => {
  // D is above U, U above V: each table names its submitter or those below.
  const names = fc.uniqueArray(fc.constantFrom('甲', '乙', '丙', '丁'));
  const below = { D: ['D', 'U', 'V'], U: ['U', 'V'], V: ['V'] } as const;
  const any = fc.record({
    rows: fc.record({ D: names, U: names, V: names }),
    isApproved: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.record({ D: any, U: any, V: any }), (given) => {
      const tables = (['D', 'U', 'V'] as const).map((submitter) => {
        const { rows, isApproved } = given[submitter];
        const records = below[submitter].flatMap((unit) =>
          rows[unit].map((name) => record(unit, name)),
        );
        return filed(submitter, records, isApproved);
      });
      const out = new Set(doubleRows(tables).map(({ setAside }) => setAside.record));
      const keyOf = ({ implementingUnit, texts }: ProjectRecord): string =>
        `${implementingUnit} ${texts['projectName']}`;
      for (const part of [tables, tables.filter(({ table }) => table.isApproved)]) {
        const all = part.flatMap(({ records }) => records);
        const counted = all.filter((each) => !out.has(each)).map(keyOf);
        expect(counted.sort()).toEqual([...new Set(all.map(keyOf))].sort());
      }
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { GOOD_ROW, merge, sheetOf, type Typed, typeInto } from '../../test/make-sheet.ts';
import { tableIn } from '../../test/table-in.ts';
import type { Table } from './row.ts';

const project = (serial: number): Readonly<Record<string, Typed>> => ({ ...GOOD_ROW, serial });

/** Serials of what was read as projects. */
const serialsOf = ({ rows }: Table) => rows.map(({ entries }) => entries['serial']?.text);

/** Kinds of what was left out, with their rows. */
const leftOutOf = ({ leftOut }: Table) => leftOut.map(({ kind, row }) => `${kind} ${row.number}`);

describe('merged cells', () => {
  const two = () => sheetOf([project(1), { serial: 2, projectName: '另一项目' }]);
  const figures = ({ rows }: Table, field: string) =>
    rows.map(({ entries }) => entries[field]?.figure?.kind);

  test('an amount merged over projects counts once, for the first', () => {
    const table = tableIn(merge(two(), 'D6:D7'));
    expect(figures(table, 'budgetTotal')).toEqual(['amount', 'blank']);
    expect(table.mergedOverProjects).toMatchObject([{ field: 'budgetTotal', rows: [6, 7] }]);
  });

  test('what lies hidden under a merge is not read, be it an amount or a text', () => {
    const sheet = merge(sheetOf([project(1), project(2)]), 'D6:D7', 'C6:C7', 'M6:N6');
    typeInto(sheet, 6, 14, '藏着的字');
    const table = tableIn(sheet);
    expect(figures(table, 'budgetTotal')).toEqual(['amount', 'blank']);
    expect(table.rows.map(({ entries }) => entries['projectName']?.text)).toEqual([
      '粮食储备费用',
      '',
    ]);
    expect(table.rows[0]?.entries['overallCompletion']?.text).toBe('');
  });

  test('a unit, a goal, an indicator merged over projects hold for each', () => {
    const sheet = merge(two(), 'B6:B7', 'M6:M7');
    const [, second] = tableIn(sheet).rows;
    expect([second?.entries['unitName']?.text, second?.entries['annualGoal']?.text]).toEqual([
      '深圳市龙岗区发展和改革局',
      '完成储备',
    ]);
  });

  test('a project over several rows is one project, and its further rows are told', () => {
    const more = { quantityTarget: '不少于2个', quantityActual: '2个' };
    const sheet = merge(sheetOf([project(1), more, more, project(2)]), 'A6:A8', 'C6:C8', 'D6:D8');
    const table = tableIn(sheet);
    expect(serialsOf(table)).toEqual(['1', '2']);
    expect(leftOutOf(table)).toEqual(['continuation 7', 'continuation 8']);
    expect(table.mergedOverProjects).toEqual([]);
  });

  test('a merge over the whole sheet harms nobody', () => {
    const whole = { top: 6, left: 1, bottom: 1_048_576, right: 16_384 };
    const sheet = sheetOf([project(1), project(2)]);
    expect(tableIn({ ...sheet, merges: [...sheet.merges, whole] }).rows).toHaveLength(0);
  });
});

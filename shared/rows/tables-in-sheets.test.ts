import { describe, expect, test } from 'vitest';
import { longgang2020 } from '../../templates/longgang-2020/form.ts';
import {
  GOOD_ROW,
  sheetOf,
  sheetOfLines,
  stackSheets,
  type Typed,
  typeInto,
  unmerged,
} from '../../test/make-sheet.ts';
import { tableIn } from '../../test/table-in.ts';
import type { Cell, Sheet } from '../cells/cell.ts';
import type { Table } from './row.ts';

const project = (serial: number): Readonly<Record<string, Typed>> => ({ ...GOOD_ROW, serial });

/** Serials of what was read as projects. */
const serialsOf = ({ rows }: Table) => rows.map(({ entries }) => entries['serial']?.text);

/** Kinds of what was left out, with their rows. */
const leftOutOf = ({ leftOut }: Table) => leftOut.map(({ kind, row }) => `${kind} ${row.number}`);

describe('repeated headers', () => {
  /** Pages of one table, each with its header, the later ones with a caption. */
  const pages = (caption: readonly string[], second = [project(3), project(4)]): Sheet => {
    const page = sheetOf(second);
    for (const row of [1, 2]) (page.rows as Map<number, unknown>).delete(row);
    const lines = caption.length > 0 ? [sheetOfLines(caption)] : [];
    return stackSheets(sheetOf([project(1), project(2)]), ...lines, page);
  };

  test.each<[string, readonly string[]]>([
    ['the header alone', []],
    ['续表', ['续表']],
    [
      'title and captions again',
      [
        '2021年度某局部门预算项目绩效自评表（续）',
        '部门名称（盖章）：深圳市龙岗区发展和改革局|单位：万元',
      ],
    ],
    ['a page number', ['第 2 页，共 3 页']],
    ['本页合计 of the page before', ['本页合计|||70']],
  ])('on every printed page: %s', (_why, caption) => {
    for (const sheet of [pages(caption), unmerged(pages(caption), 'in the first cell')]) {
      const table = tableIn(sheet);
      expect(serialsOf(table)).toEqual(['1', '2', '3', '4']);
      expect(table.otherTables).toEqual([]);
      expect(leftOutOf(table)).toHaveLength(/续表|页/.test(caption[0] ?? '') ? 1 : 0);
    }
  });

  test('without the projects’ own figures being taken for a year', () => {
    const named = { ...project(2), projectName: '2020年度绩效自评工作经费' };
    const page = pages([]);
    for (const [column, cell] of sheetOf([named]).rows.get(6) ?? []) {
      typeInto(page, 7, column, cell.text);
    }
    expect(tableIn(page).otherTables).toEqual([]);
  });

  test('part of a header, on a page without captions', () => {
    const sheet = sheetOf([project(1), {}, {}, project(2)]);
    for (const row of [4, 5]) {
      for (const [column, { text }] of sheet.rows.get(row) ?? [])
        typeInto(sheet, row + 3, column, text);
    }
    expect(serialsOf(tableIn(sheet))).toEqual(['1', '2']);
  });

  test('an empty first page', () => {
    const table = tableIn(stackSheets(sheetOf([]), sheetOf([project(1)])));
    expect([serialsOf(table), table.otherTables]).toEqual([['1'], []]);
  });
});

describe('a second table', () => {
  const place = ({ otherTables }: Table) =>
    otherTables.map(({ at, rows }) => `${at.sheet} ${at.cell} ${rows}`);

  test('on another sheet, below the first, of another year, of another unit', () => {
    const first = sheetOf([project(1), project(2)]);
    expect(place(tableIn(first, sheetOf([GOOD_ROW], { name: '乙' })))).toEqual(['乙 A3 1']);
    expect(place(tableIn(stackSheets(first, first)))).toEqual(['自评表 A11 2']);
    const lastYear = sheetOf([project(3)], { title: '2020年度某局绩效自评表' });
    expect(place(tableIn(stackSheets(first, lastYear)))).toEqual(['自评表 A11 1']);
    const otherForm = sheetOf([project(3)], { form: longgang2020 });
    expect(place(tableIn(stackSheets(first, otherForm)))).toEqual(['自评表 A11 1']);
    const otherUnit = sheetOf([project(3)], { submitter: '深圳市龙岗区工业和信息化局' });
    expect(place(tableIn(stackSheets(first, otherUnit)))).toEqual(['自评表 A11 1']);
  });

  test('is one of a few: a workbook with more was made to waste time', () => {
    const page = sheetOf([project(1)]);
    expect(tableIn(stackSheets(page, ...Array(80).fill(page))).otherTables).toHaveLength(49);
  });

  test('is not read: none of its projects is in the first', () => {
    const table = tableIn(stackSheets(sheetOf([project(1)]), sheetOf([project(1), project(2)])));
    expect([serialsOf(table), table.leftOut]).toEqual([['1'], []]);
  });

  test('beside the first: its columns are told as repeated', () => {
    const sheet = sheetOf([project(1)]);
    const beside = sheetOf([project(1)], { offset: { rows: 0, columns: 34 } });
    for (const [row, cells] of beside.rows) {
      for (const [column, cell] of cells)
        (sheet.rows.get(row) as Map<number, Cell>).set(column, cell);
    }
    const table = tableIn({ ...sheet, merges: [...sheet.merges, ...beside.merges] });
    expect(serialsOf(table)).toEqual(['1']);
    expect(table.repeatedColumns.map(({ field }) => field)).toContain('projectName');
  });
});

import { describe, expect, test } from 'vitest';
import { GOOD_ROW, sheetOf, type Typed } from '../../test/make-sheet.ts';
import { tableIn } from '../../test/table-in.ts';
import type { Table } from './row.ts';

const project = (serial: number): Readonly<Record<string, Typed>> => ({ ...GOOD_ROW, serial });

/** Serials of what was read as projects. */
const serialsOf = ({ rows }: Table) => rows.map(({ entries }) => entries['serial']?.text);

/** Kinds of what was left out, with their rows. */
const leftOutOf = ({ leftOut }: Table) => leftOut.map(({ kind, row }) => `${kind} ${row.number}`);

describe('between the projects', () => {
  test('blank rows, and a block after a gap, belong to the table', () => {
    const gap = Array.from({ length: 40 }, () => ({}));
    expect(serialsOf(tableIn(sheetOf([project(1), {}, project(2), ...gap, project(3)])))).toEqual([
      '1',
      '2',
      '3',
    ]);
  });

  test.each<[string, Readonly<Record<string, Typed>>]>([
    ['sum', { serial: '合计', budgetTotal: 35 }],
    ['sum', { projectName: '本页合计', budgetTotal: 35 }],
    ['sum', { unitName: '发展和改革局小计', budgetTotal: 35 }],
    ['sum', { projectName: '累　计', budgetTotal: 35 }],
    ['sum', { serial: '共计：3 个项目', budgetTotal: 35 }],
    ['sum', { projectName: '合计', budgetTotal: 35, annualGoal: '注：含结转' }],
    ['note', { serial: '注：本表合计 35 万元，其中财政拨款 30 万元' }],
    ['note', { budgetTotal: '注：本表合计35万元' }],
    ['note', { serial: '备注1：金额以万元计', annualGoal: '备注2：见附件' }],
    ['note', { serial: '续表' }],
    ['note', { annualGoal: '第 2 页' }],
    ['note', { serial: '一、', unitName: '本级项目' }],
    [
      'note',
      { serial: '填表人：', unitName: '张三', projectName: '联系电话：', budgetTotal: 13800138000 },
    ],
    [
      'note',
      {
        serial: '单位负责人（签字）：',
        projectName: '审核人：',
        budgetTotal: '填表人：',
        annualGoal: '日期：',
        quantityTarget: '2022-01-05',
      },
    ],
    [
      'note',
      {
        serial: '镇长：',
        unitName: '甲',
        projectName: '分管委员：',
        annualGoal: '乙',
        quantityTarget: '见证：丙',
      },
    ],
    ['note', { serial: '示例', projectName: '某项目', budgetTotal: 98, actualTotal: 96 }],
    [
      'note',
      {
        unitName: '（全称）',
        projectName: '（照批复）',
        budgetTotal: '（万元）',
        annualGoal: '（不超过500字）',
      },
    ],
    ['numbered', { serial: '7' }],
    [
      'numbered',
      { serial: '7', budgetTotal: 0, actualTotal: 0, executionRate: { error: '#DIV/0!' } },
    ],
    ['numbered', { serial: '1.1' }],
  ])('%s %j is no project', (kind, line) => {
    const table = tableIn(sheetOf([project(1), line, project(2)]));
    expect([serialsOf(table), leftOutOf(table)]).toEqual([['1', '2'], [`${kind} 7`]]);
  });

  test('lines of formulas that nobody filled in say nothing', () => {
    const formulas = {
      budgetTotal: 0,
      actualTotal: 'uncomputed formula',
      executionRate: { error: '#DIV/0!' },
    } as const;
    const table = tableIn(
      sheetOf([project(1), formulas, { ...formulas, budgetTotal: '0.00' }, project(2)]),
    );
    expect([serialsOf(table), leftOutOf(table)]).toEqual([['1', '2'], []]);
  });

  test.each<[string, Readonly<Record<string, Typed>>]>([
    [
      'holds zeros beside its name',
      {
        budgetTotal: 0,
        budgetGeneral: 0,
        budgetFund: 0,
        actualTotal: 0,
        actualGeneral: 0,
        actualFund: 0,
        executionRate: '—',
      },
    ],
    [
      'holds an amount and no name',
      { serial: '', unitName: '', projectName: '', annualGoal: '', overallCompletion: '' },
    ],
    ['begins like a note but has money', { serial: '', projectName: '说明书印制费' }],
    ['begins just like a note but has money', { serial: '注：', projectName: '某项目' }],
    ['has a serial with parts', { serial: '1.1' }],
    ['has no serial', { serial: '' }],
    ['has a letter for a serial', { serial: 'A-3' }],
    ['has a serial in Chinese numerals', { serial: '二' }],
    [
      'has a name that ends like a sum',
      { serial: '', projectName: '社保费用小计', quantityTarget: '3个', quantityActual: '3个' },
    ],
    ['has the word of a contact in its goal', { annualGoal: '联系人：张三' }],
    [
      'has its amounts in error',
      { serial: '', budgetTotal: { error: '#REF!' }, actualTotal: 'uncomputed formula' },
    ],
    [
      'has about so much',
      { serial: '', budgetTotal: '约35万元', actualTotal: '', executionRate: '' },
    ],
  ])('what %s is a project', (_why, values) => {
    const table = tableIn(sheetOf([project(1), { ...GOOD_ROW, ...values }]));
    expect([table.rows.length, table.leftOut]).toEqual([2, []]);
  });

  test('a section that sums up its projects is a sum, one that does not is a project', () => {
    const lines = (amount: number) => [
      { serial: '一', projectName: '本级项目', budgetTotal: amount, actualTotal: 68.16 },
      project(1),
      project(2),
      { serial: '（二）', projectName: '下属单位项目', budgetTotal: 35, actualTotal: 34.08 },
      project(3),
    ];
    const summed = tableIn(sheetOf(lines(70)));
    expect([serialsOf(summed), leftOutOf(summed)]).toEqual([
      ['1', '2', '3'],
      ['sum 6', 'sum 9'],
    ]);
    const odd = tableIn(sheetOf(lines(71)));
    expect([serialsOf(odd), leftOutOf(odd)]).toEqual([['一', '1', '2', '3'], ['sum 9']]);
  });

  test('projects in hidden rows are read and their rows named', () => {
    const sheet = { ...sheetOf([project(1), project(2), {}]), hiddenRows: new Set([7, 8]) };
    const table = tableIn(sheet);
    expect([serialsOf(table), table.hiddenRows]).toEqual([['1', '2'], [7]]);
  });
});

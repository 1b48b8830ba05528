import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS } from '../../templates/forms.ts';
import { longgang2020 } from '../../templates/longgang-2020/form.ts';
import {
  FULL_ROW,
  GOOD_ROW,
  merge,
  sheetOf,
  sheetOfLines,
  stackSheets,
  type Typed,
  typeInto,
  unmerged,
} from '../../test/make-sheet.ts';
import { addressOf, type Cell, type Sheet } from '../cells/cell.ts';
import { findTable } from './find-table.ts';
import type { Table } from './row.ts';

/* Where the table stands, what stands around it, and what stands between its projects. */

function tableIn(...sheets: readonly Sheet[]): Table {
  const result = findTable(sheets, FORMS);
  if (!result.found) throw new Error(`no table: ${JSON.stringify(result.noTable)}`);
  return result.table;
}

const project = (serial: number): Readonly<Record<string, Typed>> => ({ ...GOOD_ROW, serial });

/** Serials of what was read as projects. */
const serialsOf = ({ rows }: Table) => rows.map(({ entries }) => entries['serial']?.text);

/** Kinds of what was left out, with their rows. */
const leftOutOf = ({ leftOut }: Table) => leftOut.map(({ kind, row }) => `${kind} ${row.number}`);

const COVER = sheetOfLines(
  [
    '|附件2',
    '|2021年度部门预算项目绩效自评报告',
    '|单位名称|深圳市龙岗区某局',
    '|序号|1',
    '|填报日期|2022年1月5日',
    '|合计|98',
  ],
  '封面',
);

const GUIDE = sheetOfLines(
  [
    '填报说明',
    '栏目|填什么|好的例子',
    '序号|从 1 起连续编号|1',
    '部门名称|填报送单位全称|深圳市龙岗区某局',
    '项目名称|照预算批复填|粮食储备费用',
    '项目年度预算金额·合计|三个来源之和|98',
    '实际支出金额·合计|三个来源之和|96',
    '预算支出执行率|实际支出÷预算|97.96%',
    '年初绩效目标|照批复填|完成储备',
    '整改情况|没有的填“无”|无',
  ],
  '填报说明',
);

/** The issue list of a feedback workbook: titles much like the table's. */
const ISSUES = sheetOfLines(
  [
    '校验问题清单',
    '编号|级别|单元格|序号|项目名称|栏目|问题|建议值|单位说明',
    '1|错误|D6|1|粮食储备费用|合计|没有填||',
  ],
  '问题清单',
);

describe('wherever the table stands', () => {
  test('behind a cover, an issue list and instructions, before others', () => {
    const table = tableIn(COVER, ISSUES, GUIDE, sheetOf([FULL_ROW], { name: '附件2' }), GUIDE);
    expect(table).toMatchObject({ sheet: '附件2', otherTables: [], hiddenSheets: [] });
    expect(serialsOf(table)).toEqual(['1']);
  });

  test('below instructions and figures on its own sheet: what stands above is not data', () => {
    const above = sheetOfLines([
      '填报说明',
      '1|本表由各部门填写，项目名称照预算批复填|98',
      '2|某局|某项目|98|98|0|0|96',
      '合计|||35',
    ]);
    const table = tableIn(stackSheets(above, sheetOf([project(1), project(2)])));
    expect([serialsOf(table), leftOutOf(table)]).toEqual([['1', '2'], []]);
    expect(table.titleYear).toBe('2021');
  });

  test('property: moved, with lines above and below it, it holds the same projects', () => {
    const rows = [FULL_ROW, project(2), project(3)];
    const expected = tableIn(sheetOf(rows)).rows.map(({ entries }) =>
      Object.values(entries).map(({ text, figure }) => [text, figure]),
    );
    const line = fc.constantFrom(
      '注：金额单位为万元',
      '2021年度某局绩效自评',
      '填表人：张三|审核人：李四',
      '单位负责人：|王五||联系电话：|13800138000',
      '（此表由各部门填报）',
      '第 1 页 共 2 页',
      '',
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 5 }),
        fc.array(line, { maxLength: 5 }),
        fc.nat({ max: 9 }),
        (above, below, columns) => {
          const offset = { rows: 0, columns };
          const around = [sheetOfLines(above.length > 0 ? above : ['附件']), sheetOfLines(below)];
          const sheet = stackSheets(around[0]!, sheetOf(rows, { offset }), around[1]!);
          const table = tableIn(sheet);
          expect(
            table.rows.map(({ entries }) =>
              Object.values(entries).map(({ text, figure }) => [text, figure]),
            ),
          ).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});

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

describe('a sheet made to waste time', () => {
  const lines = (count: number, line: (row: number) => readonly string[]): Sheet => ({
    ...sheetOf([], { name: '乱' }),
    merges: [],
    rows: new Map(
      Array.from({ length: count }, (_, index) => {
        const row = index + 1;
        const cells = line(row).map((text, place): [number, Cell] => [
          place + 1,
          { at: addressOf('乱', row, place + 1), text },
        ]);
        return [row, new Map(cells)];
      }),
    ),
  });

  test('with a header on every row, each another, is given up and the table still found', () => {
    const titles = [...(sheetOf([]).rows.get(3)?.values() ?? [])].map(({ text }) => text);
    const evil = lines(3_000, (row) => [...titles, `${row}`]);
    expect(tableIn(sheetOf([GOOD_ROW]), evil).rows).toHaveLength(1);
    expect(findTable([evil], FORMS).found).toBe(false);
  });
});

test('property: whatever a sheet holds, nothing throws and every value stands where its address says', () => {
  const words = [...(sheetOf([]).rows.values() ?? [])].flatMap((cells) =>
    [...cells.values()].map(({ text }) => text),
  );
  const odd = [
    '合计',
    '小计',
    '1',
    '2',
    '一、',
    '注：',
    '填表人：',
    '张三',
    '35',
    '#REF!',
    '（）',
    '…',
    ' ',
  ];
  const cell = fc.oneof(
    fc.constantFrom(...words, ...odd),
    fc.string({ maxLength: 6, unit: 'binary' }),
  );
  const range = fc
    .tuple(fc.nat(14), fc.nat(36), fc.nat(3), fc.nat(5))
    .map(([row, column, down, right]) => ({
      ...{ top: row + 1, left: column + 1 },
      ...{ bottom: row + 1 + down, right: column + 1 + right },
    }));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(14), fc.nat(36), cell), { maxLength: 40 }),
      fc.array(range, { maxLength: 6 }),
      fc.boolean(),
      (typed, merges, withTable) => {
        const sheet = withTable ? sheetOf([FULL_ROW, project(2), project(3)]) : sheetOfLines([]);
        for (const [row, column, text] of typed) typeInto(sheet, row + 1, column + 1, text);
        const result = findTable([{ ...sheet, merges: [...sheet.merges, ...merges] }], FORMS);
        if (!result.found) return;
        for (const { entries } of result.table.rows) {
          for (const { at, text } of Object.values(entries)) {
            const there = [...(sheet.rows.get(at.row) ?? [])].find(
              ([, own]) => own.at.cell === at.cell,
            );
            if (there !== undefined && text !== '') expect(there[1].text).toBe(text);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

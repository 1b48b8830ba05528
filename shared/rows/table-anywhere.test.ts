import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS } from '../../templates/forms.ts';
import {
  FULL_ROW,
  GOOD_ROW,
  sheetOf,
  sheetOfLines,
  stackSheets,
  type Typed,
  typeInto,
} from '../../test/make-sheet.ts';
import { tableIn } from '../../test/table-in.ts';
import { addressOf, type Cell, type Sheet } from '../cells/cell.ts';
import { findTable } from './find-table.ts';
import type { Table } from './row.ts';

/* Where the table stands, what stands around it, and what stands between its projects. */

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

import { read, utils } from '@e965/xlsx';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheetsOf } from '../../../test/read-sheets.ts';
import { collected } from '../../byte-pieces.ts';
import { lazyList, streamedList } from '../long-list.ts';
import { lineRow, sheetOfRows, titleRow } from '../sheet-rows.ts';
import {
  blankCell,
  type CellModel,
  formulaCell,
  linkCell,
  numberCell,
  type RowModel,
  type StreamedWorkbook,
  textCell,
} from '../workbook-model.ts';
import { writeWorkbook } from '../write-workbook.ts';
import { fillShell, streamWorkbook } from './stream-workbook.ts';
import { openShell } from './workbook-shell.ts';

type Lines = readonly RowModel[];

const COLUMNS = [
  { title: { zh: '甲', en: 'A' }, width: 20 },
  { title: { zh: '乙', en: 'B' }, width: 12 },
  { title: { zh: '丙', en: 'C' }, width: 12 },
];

const list = (name: string) => ({
  name,
  columns: COLUMNS,
  above: [titleRow('标题', COLUMNS.length)],
  spanned: { rows: 1, columns: COLUMNS.length },
  print: { titleColumns: 1 },
  frozenColumns: 1,
  filterable: true,
});

/** A workbook whose lines are streamed on one sheet, made lazily on another, and stand on a third. */
const streamed = (items: readonly Lines[]): StreamedWorkbook<Lines> => {
  const lines = items.flat();
  return {
    title: '流',
    sheets: [
      sheetOfRows({ ...list('平常'), lines: lines.slice(0, 2) }),
      lazyList({ ...list('现写'), count: lines.length, lines: () => lines }),
      streamedList<Lines>({ ...list('流'), count: lines.length, linesOf: (item) => item }),
    ],
  };
};

const plain = (items: readonly Lines[]) => ({
  title: '流',
  sheets: [
    sheetOfRows({ ...list('平常'), lines: items.flat().slice(0, 2) }),
    sheetOfRows({ ...list('现写'), lines: items.flat() }),
    sheetOfRows({ ...list('流'), lines: items.flat() }),
  ],
});

async function* oneByOne<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

const bytesOf = (items: readonly Lines[]): Promise<Uint8Array> =>
  collected(streamWorkbook(streamed(items), oneByOne(items)));

/** Everything exceljs sees in a workbook: values, looks, heights, widths, merges, filters, panes. */
async function seen(bytes: Uint8Array) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook.worksheets.map((sheet) => {
    const rows: unknown[] = [];
    sheet.eachRow({ includeEmpty: true }, (row, number) => {
      const cells: unknown[] = [];
      row.eachCell({ includeEmpty: true }, ({ address, value, style }) => {
        cells.push([address, value, style]);
      });
      rows.push([number, row.height, cells]);
    });
    const { name, views, autoFilter, columns, pageSetup } = sheet;
    return { name, rows, views, autoFilter, pageSetup, widths: columns.map(({ width }) => width) };
  });
}

const cell: fc.Arbitrary<CellModel> = fc.oneof(
  fc
    .oneof(
      fc.constantFrom('=1+1', '+86', '-1', '@x', '<b>&"\'', ' 前后 ', '两行\n下行', '㐂𠮷'),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    )
    .map((text) =>
      textCell(text.replace(/[^\t\n\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''), 'topText'),
    ),
  fc
    .tuple(fc.integer(), fc.constantFrom('General', '#,##0.00', '0.00%', '000', '0" 个"'))
    .map(([number, format]) => numberCell(number / 100, 'topFigure', format)),
  fc.constant(formulaCell('IF(A1=0,"—",1)', '—', 'figure', '0.00%')),
  fc.constant(linkCell('流', 'A1', '到 <流> 去')),
  fc.constant({ ...textCell('错', 'text'), mark: 'error' as const }),
  fc.constant(blankCell('total')),
);
const rows = fc
  .array(fc.tuple(cell, cell, cell), { maxLength: 6 })
  .map((all) => all.map((cells) => lineRow(cells, COLUMNS)));

describe('what is streamed is the workbook that exceljs would have written', () => {
  test('cell by cell, with looks, heights and frozen panes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rows, { maxLength: 3 }), async (items) => {
        expect(await seen(await bytesOf(items))).toEqual(
          await seen(await writeWorkbook(plain(items))),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('other readers find the same', async () => {
    const items = [
      [
        lineRow(
          [textCell('=甲', 'text'), numberCell(1.5, 'figure'), textCell('_x000D_', 'text')],
          COLUMNS,
        ),
      ],
    ];
    const bytes = await bytesOf(items);
    const [, , sheet] = await sheetsOf(bytes);
    expect(sheet?.rows.get(3)?.get(1)?.text).toBe('=甲');
    const found = read(bytes).Sheets['流']!;
    expect(utils.sheet_to_json(found, { header: 1 })[2]).toEqual(['=甲', 1.5, '_x000D_']);
  });
});

/** Enough to be deflated in several pieces; no two lines alike. */
const MANY = Array.from(
  { length: 3000 },
  (_, index): RowModel =>
    lineRow(
      [
        textCell(`第${index}个项目的文字`, 'topText'),
        numberCell(index, 'topFigure'),
        blankCell('text'),
      ],
      COLUMNS,
    ),
);

describe('the same bytes', () => {
  test('again, and however the lines come', async () => {
    const whole = await bytesOf([MANY]);
    expect(await bytesOf([MANY])).toEqual(whole);
    const pieces = Array.from({ length: 300 }, (_, index) =>
      MANY.slice(index * 10, index * 10 + 10),
    );
    expect(await bytesOf(pieces)).toEqual(whole);
  });

  test('through a shell that was opened for another workbook of its make', async () => {
    const shell = await openShell(streamed([[]]));
    const long = [MANY.slice(0, 500)];
    // The first sheet is part of the shell; it holds none of the lines in either workbook.
    const model = {
      ...streamed(long),
      sheets: [streamed([[]]).sheets[0]!, ...streamed(long).sheets.slice(1)],
    };
    expect(await collected(fillShell(shell, model, oneByOne(long)))).toEqual(
      await collected(streamWorkbook(model, oneByOne(long))),
    );
  });
});

test('every line of many arrives, in its row', async () => {
  const [, , sheet] = await sheetsOf(await bytesOf([MANY]));
  expect(sheet?.rows.size).toBe(3002);
  expect(sheet?.rows.get(3002)?.get(1)?.text).toBe('第2999个项目的文字');
});

test.each([
  [
    'a text too long for a cell',
    { ...blankCell('text'), content: { kind: 'text', text: '长'.repeat(32_768) } },
    null,
  ],
  ['a row too tall', blankCell('text'), 410],
  ['a note', { ...blankCell('text'), note: '批注' }, null],
] as const)('%s is refused, with its place', async (_, content, height) => {
  const row: RowModel = { height, cells: [content] };
  const good: RowModel = { height: null, cells: [blankCell('text')] };
  await expect(bytesOf([[good, good, row]])).rejects.toThrow(/现写/);
});

import { readFileSync } from 'node:fs';
import { CFB, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { compoundBytes } from '../../test/hostile/hostile-others.ts';
import { refusalOf, sheetsOf } from '../../test/read-sheets.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { readWorkbook } from './read-workbook.ts';

const SAMPLE = new Uint8Array(
  readFileSync(
    new URL(
      '../../templates/samples/2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx',
      import.meta.url,
    ),
  ),
);

type BookType = 'xlsx' | 'biff8' | 'ods' | 'csv' | 'xlsb';

/** A workbook with one sheet, written by another producer than the samples'. */
function bookOf(cells: readonly (readonly unknown[])[], bookType: BookType): Uint8Array {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(cells.map((row) => [...row])), '表');
  return new Uint8Array(write(workbook, { bookType, type: 'array' }) as ArrayBuffer);
}

describe.each(['xlsx', 'biff8', 'ods', 'xlsb'] as const)('a %s file', (bookType) => {
  test('gives texts and numbers at the addresses where they were typed', async () => {
    const [sheet] = await sheetsOf(bookOf([['项目', null, 34.08], [], [null, '不适用']], bookType));
    expect(sheet?.rows.get(1)?.get(1)).toMatchObject({ text: '项目', at: { cell: 'A1' } });
    expect(sheet?.rows.get(1)?.get(3)).toMatchObject({
      number: 34.08,
      at: { sheet: '表', cell: 'C1', row: 1, column: 'C' },
    });
    expect(sheet?.rows.get(3)?.get(2)).toMatchObject({ text: '不适用', at: { cell: 'B3' } });
    expect(sheet?.rows.get(1)?.has(2)).toBe(false);
  });
});

describe('a text file', () => {
  // “项目,执行率\n储备,0.9233679\n” as Excel saves it in China.
  const GB18030 = Uint8Array.from([
    0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0xd6, 0xb4, 0xd0, 0xd0, 0xc2, 0xca, 0x0a, 0xb4, 0xa2, 0xb1, 0xb8,
    0x2c, 0x30, 0x2e, 0x39, 0x32, 0x33, 0x33, 0x36, 0x37, 0x39, 0x0a,
  ]);

  test.each([
    ['UTF-8', strToU8('项目,执行率\n储备,0.9233679\n')],
    ['UTF-8 with a mark', strToU8('\uFEFF项目,执行率\n储备,0.9233679\n')],
    ['GB18030', GB18030],
  ])('in %s is read as a table, figures as typed', async (_encoding, bytes) => {
    const [sheet] = await sheetsOf(bytes);
    expect(sheet?.rows.get(1)?.get(1)?.text).toBe('项目');
    expect(sheet?.rows.get(2)?.get(2)?.text).toBe('0.9233679');
  });
});

test('a date is a text, not the number of days it is stored as', async () => {
  const workbook = utils.book_new();
  const sheet = utils.aoa_to_sheet([[44256]]);
  sheet['A1'].z = 'yyyy-mm-dd';
  utils.book_append_sheet(workbook, sheet, '表');
  const bytes = new Uint8Array(write(workbook, { bookType: 'xlsx', type: 'array' }) as ArrayBuffer);
  const cell = (await sheetsOf(bytes))[0]?.rows.get(1)?.get(1);
  expect([cell?.text, cell?.number]).toEqual(['2021-03-01', undefined]);
});

/** The smallest package a spreadsheet program opens, around the given cells. */
const packageOf = (cells: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
        '<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/>' +
        '</Types>',
    ),
    'xl/workbook.xml': strToU8(
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
    ),
    'xl/externalLinks/externalLink1.xml': strToU8('<externalLink/>'),
  });

test('dates of an .xls in the formats of Chinese Excel are dates', async () => {
  const workbook = utils.book_new();
  const sheet = utils.aoa_to_sheet([[44256, 44256.5, 1234.5]]);
  sheet['A1'].z = 'm/d/yy';
  sheet['B1'].z = 'h:mm';
  utils.book_append_sheet(workbook, sheet, '表');
  const file = CFB.read(
    new Uint8Array(write(workbook, { bookType: 'biff8', type: 'array' }) as ArrayBuffer),
    { type: 'array' },
  );
  const records = new Uint8Array(CFB.find(file, '/Workbook')?.content as number[]);
  const view = new DataView(records.buffer);
  for (let at = 0; at < records.length - 4; at += 4 + view.getUint16(at + 2, true)) {
    const format = view.getUint16(at, true) === 0x00e0 ? view.getUint16(at + 6, true) : 0;
    if (format === 14) view.setUint16(at + 6, 31, true);
    if (format === 20) view.setUint16(at + 6, 33, true);
  }
  const row = (await sheetsOf(compoundBytes({ '/Workbook': records })))[0]?.rows.get(1);
  expect([1, 2, 3].map((column) => row?.get(column))).toMatchObject([
    { text: '2021/3/1', isDate: true },
    { text: '12:00:00', isDate: true },
    { text: '1234.5', number: 1234.5 },
  ]);
  expect(row?.get(1)?.number).toBeUndefined();
});

test('an .xls with comments is read, and the comments are not', async () => {
  const sheet = utils.aoa_to_sheet([
    ['序号', '项目名称'],
    [1, '粮食储备费用'],
  ]);
  for (const [cell, text] of [
    ['A1', '请财务科复核'],
    ['B2', '很长的批注。'.repeat(2000)],
  ] as const) {
    sheet[cell].c = [{ a: '李', t: text }];
  }
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, '表');
  const bytes = new Uint8Array(write(workbook, { bookType: 'biff8', type: 'array' }));
  const [read] = await sheetsOf(bytes);
  const texts = [...(read?.rows.values() ?? [])].flatMap((row) =>
    [...row.values()].map(({ text }) => text),
  );
  expect(texts).toEqual(['序号', '项目名称', '1', '粮食储备费用']);
});

test('hidden rows and sheets, merges and percentages of an .xls are told', async () => {
  const workbook = utils.book_new();
  const sheet = utils.aoa_to_sheet([['一'], ['二'], [0.92]]);
  sheet['!rows'] = [{}, { hidden: true }];
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }];
  sheet['A3'].z = '0%';
  utils.book_append_sheet(workbook, sheet, '表');
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([['选项']]), '隐');
  workbook.Workbook = { Sheets: [{}, { Hidden: 1 }] };
  for (const bookType of ['biff8', 'xlsx'] as const) {
    const bytes = new Uint8Array(write(workbook, { bookType, type: 'array' }) as ArrayBuffer);
    const [first, second] = await sheetsOf(bytes);
    expect([first?.hidden, second?.hidden]).toEqual([false, true]);
    expect(first?.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 4 }]);
    expect(first?.rows.get(3)?.get(1)).toMatchObject({
      text: '92%',
      number: 0.92,
      isPercent: true,
    });
    // SheetJS writes hidden rows into .xlsx alone.
    if (bookType === 'xlsx') expect([...(first?.hiddenRows ?? [])]).toEqual([2]);
  }
});

test('formulas without a stored result and error values are kept as what they are', async () => {
  const cells =
    '<c r="A1"><f>B1*2</f></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="e"><v>#REF!</v></c>';
  const row = (await sheetsOf(packageOf(cells)))[0]?.rows.get(1);
  expect(row?.get(1)).toMatchObject({ isUncomputed: true });
  expect(row?.get(2)).toMatchObject({ number: 2, text: '2' });
  expect(row?.get(3)).toMatchObject({ isError: true, text: '#REF!' });
});

test('thousands of rows with nothing but a border are no rows, as many with texts are too heavy', async () => {
  const rows = (cell: (row: number) => string): string =>
    Array.from({ length: 30_000 }, (_, at) => `</row><row r="${at + 2}">${cell(at + 2)}`).join('');
  const bordered = packageOf(`<c r="A1"><v>1</v></c>${rows((row) => `<c r="A${row}" s="0"/>`)}`);
  expect((await sheetsOf(bordered))[0]?.rows.size).toBe(1);
  const filled = packageOf(`<c r="A1"><v>1</v></c>${rows((row) => `<c r="A${row}"><v>1</v></c>`)}`);
  expect(await refusalOf(filled)).toEqual({
    kind: 'too-heavy',
    why: 'rows',
    limit: DEFAULT_LIMITS.sheetRows,
    sheet: '表',
    cell: `A${DEFAULT_LIMITS.sheetRows + 1}`,
  });
});

test('the limits are the caller’s to set', async () => {
  const file = packageOf('<c r="A1"><v>1</v></c><c r="B1"><v>1</v></c>');
  const limits = { ...DEFAULT_LIMITS, sheetColumns: 1 };
  expect(await readWorkbook(file, limits)).toEqual({
    ok: false,
    refusal: { kind: 'too-heavy', why: 'columns', limit: 1, sheet: '表', cell: 'B1' },
  });
});

test('whatever byte of a workbook is broken, the reader returns', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: SAMPLE.length - 1 }),
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
      async (at, noise) => {
        const broken = SAMPLE.slice();
        broken.set(noise.subarray(0, SAMPLE.length - at), at);
        expect(typeof (await readWorkbook(broken)).ok).toBe('boolean');
      },
    ),
    { numRuns: 200 },
  );
});

test('a file cut anywhere is told as cut short, or is no workbook yet', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 4, max: SAMPLE.length - 1 }), async (length) => {
      expect(await refusalOf(SAMPLE.subarray(0, length))).toEqual({
        kind: 'damaged',
        how: 'truncated',
      });
    }),
  );
});

describe.each(['biff8', 'xlsb'] as const)('a number in a %s file', (bookType) => {
  test.each([
    [-44_561, 'm/d/yy'],
    [9_007_199_254.740_992, 'mmm-yy'],
    [2_958_466, 'm/d/yy h:mm'],
    [1e100, '[h]:mm:ss'],
    [35, ';;;'],
  ])('is never blank: %d as %s', async (value, code) => {
    const workbook = utils.book_new();
    const sheet = utils.aoa_to_sheet([[value]]);
    sheet['A1'].z = code;
    utils.book_append_sheet(workbook, sheet, '表');
    const bytes = new Uint8Array(write(workbook, { bookType, type: 'array' }) as ArrayBuffer);
    expect((await sheetsOf(bytes))[0]?.rows.get(1)?.get(1)?.text).toMatch(/\d/);
  });

  test('is never endless', async () => {
    const cell = (await sheetsOf(bookOf([[1.797e308]], bookType)))[0]?.rows.get(1)?.get(1);
    expect(cell?.text).not.toBe(undefined);
    expect(Number.isFinite(cell?.number ?? 0)).toBe(true);
  });
});

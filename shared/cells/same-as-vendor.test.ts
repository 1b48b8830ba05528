import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CellObject, read, utils, type WorkSheet, write } from '@e965/xlsx';
import { Workbook } from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Sheet } from './cell.ts';
import { cleanText } from './clean-text.ts';
import { readWorkbook } from './read-workbook.ts';

/*
 * Our reader of .xlsx against SheetJS, cell by cell: on the samples and on what SheetJS and exceljs
 * write themselves.
 */

/** What both readers must agree on of a cell. */
interface Seen {
  readonly text: string;
  readonly number?: number;
}

const ours = (sheet: Sheet): Readonly<Record<string, Seen>> =>
  Object.fromEntries(
    [...sheet.rows.values()].flatMap((row) =>
      [...row.values()].map((cell) => [cell.at.cell, seenOf(cell)]),
    ),
  );

const seenOf = ({ text, number }: Cell): Seen =>
  number === undefined ? { text } : { text, number };

function theirs(sheet: WorkSheet | undefined): Readonly<Record<string, Seen>> {
  const seen: Record<string, Seen> = {};
  for (const [row, cells] of (sheet?.['!data'] ?? []).entries()) {
    for (const [column, cell] of (cells ?? []).entries()) {
      const text = cell === undefined ? '' : textOf(cell);
      if (cell === undefined || (text === '' && cell.f === undefined)) continue;
      const isNumber = cell.t === 'n' && !/[ymdhs]/.test(String(cell.z));
      seen[utils.encode_cell({ r: row, c: column })] = isNumber
        ? { text, number: Number(cell.v) }
        : { text };
    }
  }
  return seen;
}

const textOf = ({ t, v, w }: CellObject): string =>
  t === 'z' ? '' : cleanText(t === 's' ? String(v) : (w ?? String(v ?? '')));

async function expectSame(bytes: Uint8Array): Promise<void> {
  const result = await readWorkbook(bytes);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  const vendor = read(bytes, {
    type: 'array',
    dense: true,
    cellNF: true,
    sheetStubs: true,
    dateNF: 'yyyy/m/d',
  });
  expect(result.sheets.map(({ name }) => name)).toEqual(vendor.SheetNames);
  for (const sheet of result.sheets) {
    const source = vendor.Sheets[sheet.name];
    expect(ours(sheet)).toEqual(theirs(source));
    expect(sheet.merges.map(({ top, left, bottom, right }) => [top, left, bottom, right])).toEqual(
      (source?.['!merges'] ?? []).map(({ s, e }) => [s.r + 1, s.c + 1, e.r + 1, e.c + 1]),
    );
  }
}

const SAMPLES = fileURLToPath(new URL('../../templates/samples/', import.meta.url));

test.each(globSync('*/*/*.xlsx', { cwd: SAMPLES }))('%s', async (file) => {
  await expectSame(new Uint8Array(readFileSync(`${SAMPLES}${file}`)));
});

/** Without references: the vendor resolves `&amp;lt;` twice. */
const typed = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .filter((text) => !/[\uD800-\uDFFF&]|_x/.test(text));

/**
 * Cut to four decimals: beyond, halves may round either way. Nothing negative that rounds to nought:
 * the vendor keeps its sign in some formats only.
 */
const figure = fc
  .double({ min: -1e7, max: 1e7, noNaN: true })
  .map((value) => Math.round((value > -1 ? Math.abs(value) : value) * 1e4) / 1e4 + 0);

const content = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  figure,
  typed,
  fc.constantFrom('=1+1', '-', '第一行\n第二行', 'a & b <c>', '  空格  ', '０．５', '%'),
);

const grid = fc.array(fc.array(content, { maxLength: 8 }), { maxLength: 8 });

const FORMATS = ['General', '0', '0.0', '0.00', '#,##0', '#,##0.00', '0%', '0.00%', '0.00_ ', '@'];

describe('what other programs write is read the same', () => {
  test('SheetJS', async () => {
    await fc.assert(
      fc.asyncProperty(
        grid,
        fc.constantFrom(...FORMATS),
        fc.boolean(),
        async (cells, z, bookSST) => {
          const sheet = utils.aoa_to_sheet(cells);
          for (const cell of Object.values(sheet) as CellObject[]) if (cell.t === 'n') cell.z = z;
          const workbook = utils.book_new();
          utils.book_append_sheet(workbook, sheet, '表');
          const options = { bookType: 'xlsx', type: 'array', bookSST } as const;
          await expectSame(new Uint8Array(write(workbook, options) as ArrayBuffer));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('exceljs', async () => {
    await fc.assert(
      fc.asyncProperty(grid, fc.constantFrom(...FORMATS), async (cells, numFmt) => {
        const workbook = new Workbook();
        const sheet = workbook.addWorksheet('表');
        for (const [row, values] of cells.entries()) {
          for (const [column, value] of values.entries()) {
            const cell = sheet.getCell(row + 1, column + 1);
            cell.value = value;
            if (typeof value === 'number') cell.numFmt = numFmt;
          }
        }
        sheet.getCell('J1').value = { formula: '1+1', result: 2 };
        sheet.getCell('J2').value = {
          richText: [{ text: '富' }, { font: { bold: true }, text: '文本' }],
        };
        sheet.getCell('J3').value = new Date(Date.UTC(2021, 2, 1));
        sheet.getCell('J4').value = { error: '#N/A' };
        sheet.getCell('J5').value = { text: '链接', hyperlink: 'https://example.org' };
        sheet.mergeCells('K1:L3');
        const other = workbook.addWorksheet('隐', { state: 'veryHidden' });
        other.getCell('A1').value = 1;
        await expectSame(new Uint8Array(await workbook.xlsx.writeBuffer()));
      }),
      { numRuns: 40 },
    );
  });
});

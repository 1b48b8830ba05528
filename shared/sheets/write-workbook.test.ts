import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type CellModel,
  formulaCell,
  linkCell,
  numberCell,
  type SheetModel,
  textCell,
  type WorkbookModel,
} from './workbook-model.ts';
import { WRITER, writeWorkbook } from './write-workbook.ts';

const sheetOf = (cells: readonly CellModel[], name = '表'): SheetModel => ({
  name,
  widths: cells.map(() => 12),
  rows: [{ height: 20, cells }],
  merges: [],
  frozen: { rows: 1, columns: 0 },
  filter: null,
  zoom: 100,
  print: {
    paper: 'A4',
    orientation: 'landscape',
    margin: { top: 15, right: 12, bottom: 15, left: 12 },
    titleRows: { from: 1, to: 1 },
    columns: null,
    pagesWide: 1,
    titleColumns: 0,
  },
});

const workbookOf = (cells: readonly CellModel[], name?: string): WorkbookModel => ({
  title: '测试',
  sheets: [sheetOf(cells, name)],
});

/** The first row as it is read back. */
async function readBack(cells: readonly CellModel[]) {
  const sheet = read(await writeWorkbook(workbookOf(cells)), { cellNF: true }).Sheets['表'];
  return cells.map((_, column) => sheet?.[utils.encode_cell({ r: 0, c: column })]);
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('same model, same bytes', () => {
  const model = workbookOf([
    textCell('序号', 'header'),
    numberCell(1424.79, 'figure', '#,##0.00'),
    { ...textCell('有误', 'text'), mark: 'error', note: '［错误］请改' },
    linkCell('表', 'A1', '→ A1'),
  ]);

  test('whenever it is written', async () => {
    const first = await writeWorkbook(model);
    vi.useFakeTimers({ now: new Date('2031-07-08T09:10:11Z'), toFake: ['Date'] });
    expect(await writeWorkbook(model)).toEqual(first);
  });

  test('wherever it is written', async () => {
    const first = await writeWorkbook(model);
    vi.stubEnv('TZ', 'America/St_Johns');
    expect(await writeWorkbook(model)).toEqual(first);
  });

  test('with its entries sorted and the writer named', async () => {
    const entries = unzipSync(await writeWorkbook(model));
    const names = Object.keys(entries);
    expect(names).toEqual(names.toSorted());
    expect(names[0]).toBe('[Content_Types].xml');
    expect(strFromU8(entries['docProps/core.xml'] ?? new Uint8Array())).toContain(WRITER);
  });

  test('and the writer named is the one in use', () => {
    const packageFile = new URL('../../package.json', import.meta.url);
    const { dependencies } = JSON.parse(readFileSync(packageFile, 'utf8'));
    expect(WRITER).toBe(`exceljs ${dependencies.exceljs}`);
  });
});

describe('texts', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")'])(
    '%s stays a text, also once it is edited',
    async (text) => {
      const [cell] = await readBack([textCell(text, 'text')]);
      expect(cell).toMatchObject({ t: 's', v: text, z: '@' });
      expect(cell.f).toBeUndefined();
    },
  );

  test.each([' 前后有空格 ', '两\n行', '_x000D_', '<a>&"\'', '𠮷㎡', 'a_x0041_b'])(
    '%j is read back as it was',
    async (text) => {
      const [cell] = await readBack([textCell(text, 'text')]);
      expect(cell.v).toBe(text);
    },
  );

  test('a formula carries its value', async () => {
    const [sum, link] = await readBack([
      formulaCell('SUM(B2:B3)', 12.5, 'figure', '#,##0.00'),
      linkCell('表', 'L17', '看“L17”'),
    ]);
    expect(sum).toMatchObject({ t: 'n', f: 'SUM(B2:B3)', v: 12.5 });
    expect(link).toMatchObject({ t: 's', f: `HYPERLINK("#'表'!L17","看“L17”")`, v: '看“L17”' });
  });
});

describe('Excel’s limits are not passed on to the reader', () => {
  test('a text too long names its cell', async () => {
    const model = workbookOf([numberCell(1, 'figure'), textCell('长'.repeat(32_768), 'text')]);
    await expect(writeWorkbook(model)).rejects.toThrow('表!B1 holds 32768 characters');
  });

  test('a row too tall', async () => {
    const sheet = sheetOf([textCell('高', 'text')]);
    const model = { title: '', sheets: [{ ...sheet, rows: [{ height: 410, cells: [] }] }] };
    await expect(writeWorkbook(model)).rejects.toThrow('row 1 of 表 is 410 pt tall');
  });

  test.each(['', '一'.repeat(32), 'a/b', "'a'"])('no sheet is named %j', async (name) => {
    await expect(writeWorkbook(workbookOf([], name))).rejects.toThrow('no name for a sheet');
  });
});

test('a note gets a box that holds its text, however short the rows are', async () => {
  const note = '［错误］执行率填 0.9581458；按 53.28÷55.59 应为 0.9584458。'.repeat(4);
  const entries = unzipSync(
    await writeWorkbook(workbookOf([{ ...textCell('0.9581458', 'text'), note }])),
  );
  const drawing = strFromU8(entries['xl/drawings/vmlDrawing1.vml'] ?? new Uint8Array());
  const [, , topRow = 0, , , , bottomRow = 0] = (/<x:Anchor>([^<]*)</.exec(drawing)?.[1] ?? '')
    .split(', ')
    .map(Number);
  // Four sentences of 36 ems in a box of 23: seven lines, where exceljs would draw four rows.
  expect(bottomRow - topRow).toBeGreaterThan(4);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { summaryBytes } from '../summary-bytes.ts';
import { SUMMARY_CASES } from '../summary-cases.ts';
import { picturesOf, textOfPages } from './poppler.ts';
import { throughLibreOffice } from './recalculate.ts';
import { describeWith } from './tools.ts';

/* The charts of 总览 as LibreOffice prints them: their titles are there, and so are their bars. */

/** Titles that stand in charts and nowhere else. */
const TITLES = ['报送进度（个）', '预算与实际支出（万元）', '各率段项目数（个）'];

/** Shade of the bars of actual expenditure (1F4E79) among others. */
const DARKEST_BAR = 70;

describeWith('LibreOffice', 'charts, printed by LibreOffice', () => {
  let folder: string;
  let files: readonly string[];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'jixiao-charts-'));
    const bytes = await summaryBytes(SUMMARY_CASES['a period under way']!());
    const printed = await throughLibreOffice([bytes, withoutCharts(bytes)], 'pdf');
    files = printed.map((pdf, index) => {
      const file = path.join(folder, `${index}.pdf`);
      writeFileSync(file, pdf);
      return file;
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('show their titles on the first page, which holds all of 总览', async () => {
    const [first = '', second = ''] = await textOfPages(files[0]!);
    for (const title of TITLES) expect(first).toContain(title);
    expect(first).toContain('详见“口径说明”');
    expect(second).toContain('2021年度部门汇总');
  });

  test('show their bars', async () => {
    const [charted, bare] = [await barDots(files[0]!), await barDots(files[1]!)];
    // Edges of letters have that shade too, but no more of them for the charts.
    expect(charted - bare).toBeGreaterThan(2_000);
  });
});

/** The same workbook, its first sheet without the part that leads to its charts. */
function withoutCharts(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const name = 'xl/worksheets/sheet1.xml';
  const sheet = strFromU8(parts[name] ?? new Uint8Array());
  return zipSync({ ...parts, [name]: strToU8(sheet.replace(/<drawing [^>]*\/>/, '')) });
}

/** Dots of the first page in the shade of the darkest bars. */
async function barDots(pdf: string): Promise<number> {
  const [page] = await picturesOf(pdf, 1);
  return page?.shades.filter((shade) => Math.abs(shade - DARKEST_BAR) <= 3).length ?? 0;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadMetrics } from '../../templates/fonts/load-fonts.ts';
import { type FormDefinition, leaves } from '../../templates/form.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { randomRecord } from '../../test/random-records.ts';
import { readablePages } from '../../test/readable-pages.ts';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import { printedValue, type RecordSet } from '../records/record.ts';
import { TAIL_DIFFERENCE_NOTE } from '../records/tail-difference.ts';
import { layOutReport } from './lay-out-report.ts';
import type { Line, Page, ReportPages } from './pages.ts';
import { figureWidth, textWidth } from './text-width.ts';
import { millimetres, SEAL_DIAMETER } from './typography.ts';

const metrics = loadMetrics();

const widthOf = (line: Line): number =>
  line.size *
  (line.tabular
    ? figureWidth(line.text, metrics)
    : textWidth(line.text.trimEnd(), metrics, line.weight));

/** What the pages print of a record, cell by cell, its lines joined over all pages. */
function cellsOf(report: ReportPages, record: number): readonly string[] {
  const parts = report.pages.flatMap(({ rows }) => rows.filter((row) => row.record === record));
  return report.columns.map((_, column) =>
    parts.flatMap(({ cells }) => (cells[column] ?? []).map(({ text }) => text)).join(''),
  );
}

function expectAllPrinted(report: ReportPages, recordSet: RecordSet, form: FormDefinition): void {
  for (const [index, record] of recordSet.records.entries()) {
    const texts = leaves(form.columns).map((leaf) => printedValue(record, leaf));
    expect(cellsOf(report, index)).toEqual(texts.map((text) => text.replaceAll('\n', '')));
  }
}

/** Every line of a row lies in its column and between the row's rules. */
function expectInsideCells(report: ReportPages, page: Page): void {
  for (const row of page.rows) {
    for (const [column, lines] of row.cells.entries()) {
      const edges = report.columns[column];
      for (const line of lines) {
        expect(line.x).toBeGreaterThanOrEqual(edges?.left ?? 0);
        expect(line.x + widthOf(line)).toBeLessThanOrEqual((edges?.right ?? 0) + 0.02);
        expect(line.y - line.size * 0.88).toBeGreaterThanOrEqual(row.top);
        expect(line.y + line.size * 0.12).toBeLessThanOrEqual(row.bottom);
      }
    }
  }
}

describe('layOutReport', () => {
  describe.each([
    ['2020', sample2020()],
    ['2021', sample2021()],
  ])('the published table of %s', (_, { recordSet, form }) => {
    const report = layOutReport(recordSet, form, metrics);

    test('prints every cell whole', () => {
      expectAllPrinted(report, recordSet, form);
    });

    test('keeps every line inside its cell', () => {
      for (const page of report.pages) expectInsideCells(report, page);
    });

    test('sets the body in 6.5 points or more', () => {
      const sizes = report.pages.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.flat().map(({ size }) => size)),
      );
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(6.5);
    });

    test('repeats the header and numbers the pages', () => {
      const [first] = report.pages;
      for (const [index, page] of report.pages.entries()) {
        expect(page.header.map(({ lines }) => lines.map(({ text }) => text))).toEqual(
          first?.header.map(({ lines }) => lines.map(({ text }) => text)),
        );
        expect(page.furniture.map(({ text }) => text)).toContain(`— ${index + 1} —`);
        expect(page.heading.length > 0).toBe(index === 0);
      }
    });

    test('marks a row that goes on with its 序号 and 续', () => {
      for (const page of report.pages) {
        const marked = page.furniture.some(({ text }) => text === '续');
        expect(marked).toBe(page.rows.some(({ isStart }) => !isStart));
      }
    });
  });

  test('any table is printed whole, inside its cells', () => {
    fc.assert(
      fc.property(fc.array(randomRecord, { minLength: 1, maxLength: 4 }), (records) => {
        const recordSet = { ...sample2021().recordSet, records };
        const report = layOutReport(recordSet, longgang2021, metrics);
        expectAllPrinted(report, recordSet, longgang2021);
        for (const page of report.pages) expectInsideCells(report, page);
      }),
      { numRuns: 25 },
    );
  });

  test('figures of a column end on a common edge', () => {
    const { recordSet, form } = sample2021();
    const report = layOutReport(recordSet, form, metrics);
    const column = report.columns.findIndex(({ field }) => field === 'budgetTotal');
    const ends = report.pages.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => (cells[column] ?? []).map((line) => line.x + widthOf(line))),
    );
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(0.02);
  });

  test('a table without rows prints its header', () => {
    const { recordSet, form } = sample2021();
    const report = layOutReport({ ...recordSet, records: [] }, form, metrics);
    expect(report.pages).toHaveLength(1);
    expect(report.pages[0]?.header.length).toBeGreaterThan(0);
  });

  test('a long name and title break instead of running off the page', () => {
    const { recordSet, form } = sample2021();
    const submitter = { code: null, name: '深圳市龙岗区发展和改革局'.repeat(8) };
    const report = layOutReport({ ...recordSet, submitter }, form, metrics);
    for (const line of report.pages[0]?.heading.flatMap(({ lines }) => lines) ?? []) {
      expect(line.x).toBeGreaterThan(0);
      expect(line.x + widthOf(line)).toBeLessThan(report.width);
    }
  });

  test('leaves room for a seal where the form asks for one', () => {
    const { recordSet, form } = sample2021();
    const [page] = layOutReport(recordSet, form, metrics).pages;
    const bottom = page?.header[0]?.lines[0]?.y ?? 0;
    const [attachment, title, submitter, unit] = page?.heading ?? [];
    const name = submitter?.lines[0];
    const left = (name?.x ?? 0) + textWidth('部门名称（盖章）：', metrics, 'regular') * 10.5;
    const seal = millimetres(SEAL_DIAMETER);
    expect(bottom - seal).toBeGreaterThan(0);
    for (const line of [attachment, title, unit].flatMap((block) => block?.lines ?? [])) {
      expect(line.x + widthOf(line) < left || line.x > left + seal).toBe(true);
    }
  });

  describe('a word in place of an amount', () => {
    const { recordSet, form } = sample2021();
    const withWord = (word: string) => {
      const records = recordSet.records.map((record) => ({
        ...record,
        amounts: { ...record.amounts, budgetFund: null },
        texts: { ...record.texts, budgetFund: word },
      }));
      return { ...recordSet, records };
    };
    const column = leaves(form.columns).findIndex(({ field }) => field === 'budgetFund');
    const widthOfColumn = ({ columns }: ReportPages): number =>
      (columns[column]?.right ?? 0) - (columns[column]?.left ?? 0);

    test.each(['无', '不适用', '—'])('%s is printed on one line at the right', (word) => {
      const report = layOutReport(withWord(word), form, metrics);
      expectAllPrinted(report, withWord(word), form);
      const lines = report.pages.flatMap(({ rows }) => rows.map(({ cells }) => cells[column]));
      expect(Math.max(...lines.map((cell) => cell?.length ?? 0))).toBe(1);
    });

    test('that is a sentence breaks, and leaves the column narrow', () => {
      const sentence = '本年度未安排政府性基金预算2021年度执行中亦无追加';
      const report = layOutReport(withWord(sentence), form, metrics);
      expectAllPrinted(report, withWord(sentence), form);
      for (const page of report.pages) expectInsideCells(report, page);
      const narrow = layOutReport(withWord('不适用'), form, metrics);
      expect(widthOfColumn(report)).toBeLessThan(1.5 * widthOfColumn(narrow));
    });
  });

  test('a table whose printed parts do not add up says so below it, once', () => {
    const { recordSet, form } = sample2021();
    const records = recordSet.records.map((record) => ({
      ...record,
      amounts: {
        ...record.amounts,
        budgetTotal: 10_000,
        budgetGeneral: 5_000,
        budgetFund: 5_000,
        budgetNonFiscal: 0,
      },
    }));
    for (const count of [1, 2, 3, 5, 8, 13, 26]) {
      const set = { ...recordSet, records: records.slice(0, count) };
      const { pages, height } = layOutReport(set, form, metrics);
      const remarks = pages.flatMap(({ closing }) => closing);
      expect(remarks.map(({ text }) => text)).toEqual([TAIL_DIFFERENCE_NOTE]);
      const line = remarks[0]?.lines[0];
      expect(line?.y).toBeGreaterThan(pages.at(-1)?.rows.at(-1)?.bottom ?? 0);
      expect(line?.y).toBeLessThan(height - millimetres(form.page.margin.bottom));
    }
    expect(layOutReport(recordSet, form, metrics).pages.flatMap(({ closing }) => closing)).toEqual(
      [],
    );
  });

  test('a draft says so on every page', () => {
    const { recordSet, form } = sample2021();
    const report = layOutReport(recordSet, form, metrics, { draft: true });
    for (const page of report.pages) {
      expect(page.furniture.filter(({ text }) => text === '草稿')).toHaveLength(1);
    }
  });

  test('the placed pages of a small table', async () => {
    const { recordSet, form } = sample2021();
    const small = { ...recordSet, records: recordSet.records.slice(0, 2) };
    const report = layOutReport(small, form, metrics);
    await expect(readablePages(report)).toMatchFileSnapshot(
      '../../test/golden/longgang-2021/two-projects.pages.json',
    );
  });
});

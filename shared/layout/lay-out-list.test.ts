import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadMetrics } from '../../templates/fonts/load-fonts.ts';
import { leaves } from '../../templates/form.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { randomRecord } from '../../test/random-records.ts';
import { readablePages } from '../../test/readable-pages.ts';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import { TAIL_DIFFERENCE_NOTE } from '../records/tail-difference.ts';
import { layOutList } from './lay-out-list.ts';
import type { ListPage, ListPages, ListRow } from './list-pages.ts';
import { linesOf } from './page-lines.ts';
import type { Line } from './pages.ts';
import { textWidth } from './text-width.ts';
import { millimetres, SEAL_DIAMETER } from './typography.ts';

const metrics = loadMetrics();

const widthOf = ({ text, weight, size }: Line): number =>
  textWidth(text.trimEnd(), metrics, weight) * size;

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('');

/** The rows of every record on whatever pages, in the order in which they are printed. */
const rowsOf = ({ pages }: ListPages, record: number): readonly ListRow[] =>
  pages.flatMap(({ projects }) =>
    projects.filter((box) => box.record === record).flatMap(({ rows }) => rows),
  );

/** Heading, titles and texts are printed whole and in order. */
function expectAllPrinted(report: ListPages): void {
  const printed = report.pages.flatMap(({ projects }) => projects.map(({ record }) => record));
  expect([...new Set(printed)]).toEqual([...report.table.rows.keys()]);
  expect(printed).toEqual(printed.toSorted((a, b) => a - b));
  for (const [record, texts] of report.table.rows.entries()) {
    const rows = rowsOf(report, record);
    const columns = rows.map(({ column }) => column);
    expect(columns).toEqual(columns.toSorted((a, b) => a - b));
    const found = (part: 'label' | 'text') =>
      texts.map((_, column) =>
        rows
          .filter((row) => row.column === column)
          .map((row) => textOf(row[part]))
          .join(''),
      );
    expect(found('label')).toEqual(report.labels);
    expect(found('text')).toEqual(texts.map((text) => text.replaceAll('\n', '')));
  }
}

/** Nothing overlaps, nothing leaves its column, its row or the text area. */
function expectInPlace(report: ListPages, page: ListPage): void {
  const middle = page.tints[0]?.right ?? 0;
  const [left, right] = [millimetres(28), report.width - millimetres(26)];
  let above = page.number === 1 ? (page.heading.at(-1)?.lines[0]?.y ?? 0) : millimetres(37);
  const expectInside = (line: Line, box: { left: number; right: number }, row: ListRow): void => {
    expect(line.x).toBeGreaterThanOrEqual(box.left);
    expect(line.x + widthOf(line)).toBeLessThanOrEqual(box.right);
    expect(line.y - line.size * 0.88).toBeGreaterThanOrEqual(row.top);
    expect(line.y + line.size * 0.12).toBeLessThanOrEqual(row.bottom);
  };
  for (const { top, title, rows } of page.projects) {
    expect(top).toBeGreaterThanOrEqual(above - 0.02);
    above = top;
    for (const line of title) {
      expect(line.y - line.size * 0.88).toBeGreaterThanOrEqual(above - 0.02);
      expect(line.x + widthOf(line)).toBeLessThanOrEqual(right + 0.02);
      above = line.y + line.size * 0.12;
    }
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.top).toBeGreaterThanOrEqual(above - 0.02);
      above = row.bottom;
      for (const line of row.label) expectInside(line, { left, right: middle }, row);
      for (const line of row.text) expectInside(line, { left: middle, right }, row);
    }
  }
  expect(above).toBeLessThanOrEqual(report.height - millimetres(35) + 0.02);
}

describe.each([
  ['2020', sample2020()],
  ['2021', sample2021()],
])('the published table of %s as lists', (_, { recordSet, form }) => {
  const report = layOutList(recordSet, form, metrics);

  test('is A4, upright, in 9 points or more', () => {
    expect([report.width, report.height]).toEqual([595.28, 841.89]);
    const sizes = report.pages.flatMap((page) => linesOf(page).map(({ size }) => size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9);
  });

  test('prints every project whole, in order, each text in its place', () => {
    expectAllPrinted(report);
    for (const page of report.pages) expectInPlace(report, page);
  });

  test('breaks its title after the name of the submitter', () => {
    const title = report.pages[0]?.heading.find(({ role }) => role === 'title');
    const [first, ...others] = (title?.lines ?? []).map(({ text }) => text);
    expect(first?.endsWith(recordSet.submitter.name)).toBe(true);
    expect(others).toEqual(['部门预算项目绩效自评表']);
  });

  test('says above each list which project it is, and again where it goes on', () => {
    for (const page of report.pages) {
      for (const { record, title, rows } of page.projects) {
        const begins = rows[0]?.column === 0 && rows[0].isStart;
        expect(textOf(title)).toBe(begins ? report.titles[record] : '');
        const start = report.titles[record]?.slice(0, 12) ?? '';
        const repeated = page.furniture.filter(({ text }) => text.endsWith('（续）'));
        expect(repeated.some(({ text }) => text.startsWith(start))).toBe(!begins);
      }
    }
  });

  test('numbers the pages, odd ones at the right and even ones at the left', () => {
    for (const { number, furniture } of report.pages) {
      const line = furniture.find(({ text }) => text === `— ${number} —`);
      expect((line?.x ?? 0) > report.width / 2).toBe(number % 2 === 1);
    }
  });

  test('has a bookmark for each project, where it begins', () => {
    const bookmarks = report.bookmarks.flatMap(({ children }) => children);
    expect(bookmarks).toHaveLength(recordSet.records.length);
    for (const { title, page, top } of bookmarks) {
      const boxes = report.pages[page - 1]?.projects ?? [];
      expect(boxes.find((box) => box.top === top)?.title.length, title).toBeGreaterThan(0);
    }
  });
});

test('any table is printed whole, each text in its place', () => {
  fc.assert(
    fc.property(fc.array(randomRecord, { minLength: 1, maxLength: 4 }), (records) => {
      const report = layOutList({ ...sample2021().recordSet, records }, longgang2021, metrics);
      expectAllPrinted(report);
      for (const page of report.pages) expectInPlace(report, page);
    }),
    { numRuns: 25 },
  );
});

/** The 2021 table with one project, in which a text is another. */
function withText(field: string, text: string): ListPages {
  const { recordSet, form } = sample2021();
  const [first] = recordSet.records;
  if (first === undefined) throw new Error('the sample has no rows');
  const records = [{ ...first, texts: { ...first.texts, [field]: text } }];
  return layOutList({ ...recordSet, records }, form, metrics);
}

test('titles name their groups, and lines end between these where they can', () => {
  const report = layOutList(sample2021().recordSet, longgang2021, metrics);
  expect(report.labels).toContain('产出目标 · 数量指标 · 年度指标内容');
  const labels = rowsOf(report, 0).map(({ label }) => label.map(({ text }) => text));
  expect(labels).toContainEqual(['项目年度预算金额 · 其中：财政拨款 · ', '一般公共预算']);
});

test('a row that goes on repeats its title, and 续 below it', () => {
  const report = withText('annualGoal', '深圳市龙岗区的项目绩效，'.repeat(400));
  const column = leaves(longgang2021.columns).findIndex(({ field }) => field === 'annualGoal');
  const label = report.labels[column] ?? '';
  const later = report.pages.filter(({ projects: [box] }) => box?.rows[0]?.isStart === false);
  expect(later.length).toBeGreaterThan(1);
  for (const { furniture } of later) {
    expect(textOf(furniture)).toContain(`${label}续`);
  }
});

test('a name too long for a heading ends with dots there, and stands whole in its row', () => {
  const name = '龙岗区项目地图协同信息平台'.repeat(40);
  const report = withText('projectName', name);
  expect(report.titles[0]).toMatch(/^1 龙岗区.*……$/u);
  expect(report.pages[0]?.projects[0]?.title).toHaveLength(3);
  expectAllPrinted(report);
});

test('leaves room for a seal over the name, below the title', () => {
  const { recordSet, form } = sample2021();
  const [page] = layOutList(recordSet, form, metrics).pages;
  const title = page?.heading.find(({ role }) => role === 'title')?.lines.at(-1);
  const name = page?.heading.find(({ text }) => text.includes('盖章'))?.lines[0];
  const space = (name?.y ?? 0) - (title?.y ?? 0);
  expect(space).toBeGreaterThan(millimetres(SEAL_DIAMETER));
});

test('a table without rows has its heading and no list', () => {
  const { recordSet, form } = sample2021();
  const report = layOutList({ ...recordSet, records: [] }, form, metrics);
  expect(report.pages).toHaveLength(1);
  expect(report.pages[0]).toMatchObject({ projects: [], rules: [], tints: [] });
  expect(report.pages[0]?.heading.length).toBeGreaterThan(0);
});

test('the remark stands below the last project', () => {
  const { recordSet, form } = sample2021();
  const records = recordSet.records.map((record) => ({
    ...record,
    amounts: { ...record.amounts, budgetTotal: 10_000, budgetGeneral: 5_000, budgetFund: 5_000 },
  }));
  const { pages, height } = layOutList({ ...recordSet, records }, form, metrics);
  const remarks = pages.flatMap(({ closing }) => closing);
  expect(remarks.map(({ text }) => text)).toEqual([TAIL_DIFFERENCE_NOTE]);
  const y = remarks[0]?.lines[0]?.y ?? 0;
  expect(y).toBeGreaterThan(pages.at(-1)?.projects.at(-1)?.rows.at(-1)?.bottom ?? 0);
  expect(y).toBeLessThan(height - millimetres(35));
});

test('a draft says so on every page', () => {
  const { recordSet, form } = sample2021();
  for (const page of layOutList(recordSet, form, metrics, { draft: true }).pages) {
    expect(page.furniture.filter(({ text }) => text === '草稿')).toHaveLength(1);
  }
});

test('the placed pages of a project', async () => {
  const { recordSet, form } = sample2021();
  const small = { ...recordSet, records: recordSet.records.slice(0, 1) };
  await expect(readablePages(layOutList(small, form, metrics))).toMatchFileSnapshot(
    '../../test/golden/longgang-2021/one-project.lists.json',
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadFonts } from '../../templates/fonts/load-fonts.ts';
import { type FormDefinition, headerCells, leaves } from '../../templates/form.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { randomRecord } from '../../test/random-records.ts';
import { type FoundElement, type FoundTags, readTags } from '../../test/read-tags.ts';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import { layOutReport } from '../layout/lay-out-report.ts';
import type { ReportPages, RowBox } from '../layout/pages.ts';
import { printedValue, type RecordSet } from '../records/record.ts';
import { TAIL_DIFFERENCE_NOTE } from '../records/tail-difference.ts';
import { paintReport } from './paint-report.ts';

const files = loadFonts();

const tagsOf = async (recordSet: RecordSet, form: FormDefinition): Promise<FoundTags> =>
  readTags(await paintReport(layOutReport(recordSet, form, files.metrics), files));

/** Readers make and drop spaces at the ends of lines. */
const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

const printed = ({ records }: RecordSet, form: FormDefinition): readonly (readonly string[])[] =>
  records.map((record) =>
    leaves(form.columns).map((leaf) => withoutSpace(printedValue(record, leaf))),
  );

const tableOf = ({ top }: FoundTags): FoundElement =>
  top.children.find(({ role }) => role === 'Table') as FoundElement;

const rowsIn = (tags: FoundTags, part: 'THead' | 'TBody'): readonly FoundElement[] =>
  tableOf(tags).children.find(({ role }) => role === part)?.children ?? [];

const bodyTexts = (tags: FoundTags): readonly (readonly string[])[] =>
  rowsIn(tags, 'TBody').map(({ children }) => children.map(({ text }) => withoutSpace(text)));

describe.each([
  // One unit of 2020 is spelled with brackets of either width.
  ['2020', sample2020(), ['深圳市龙岗区工业和信息化局(本级)', '深圳市龙岗区投资推广署']],
  ['2021', sample2021(), ['深圳市龙岗区发展和改革局']],
])('the structure of the published table of %s', async (_, { recordSet, form }, units) => {
  const tags = await tagsOf(recordSet, form);

  test('is a document with its title as heading and one table', () => {
    const roles = tags.top.children.map(({ role }) => role);
    expect(tags.isMarked).toBe(true);
    expect(tags.top.role).toBe('Document');
    expect(roles.filter((role) => role !== 'P')).toEqual(['H1', 'Table']);
    const title = tags.top.children.find(({ role }) => role === 'H1');
    expect(withoutSpace(title?.text ?? '')).toBe(
      form.titlePattern
        .replace('{year}', recordSet.period)
        .replace('{name}', recordSet.submitter.name),
    );
  });

  test('has a row for every record, and every cell of it', () => {
    expect(bodyTexts(tags)).toEqual(printed(recordSet, form));
  });

  test('has the column titles with their spans', () => {
    const found = rowsIn(tags, 'THead').flatMap(({ children }) =>
      children.map(({ role, text, rowSpan = 1, colSpan = 1 }) => ({
        role,
        text: withoutSpace(text),
        rowSpan,
        colSpan,
      })),
    );
    const expected = headerCells(form.columns).map(({ title, rowSpan, columnSpan }) => ({
      role: 'TH',
      text: title.zh,
      rowSpan,
      colSpan: columnSpan,
    }));
    expect(found).toEqual(expected);
  });

  test('names each row by its project', () => {
    const heads = rowsIn(tags, 'TBody').map(({ children }) =>
      children.filter(({ role }) => role === 'TH').map(({ text }) => withoutSpace(text)),
    );
    expect(heads).toEqual(
      recordSet.records.map(({ texts }) => [withoutSpace(texts['projectName'] ?? '')]),
    );
  });

  test('leaves page numbers and repeated column titles out', () => {
    expect(tags.artifacts.join('')).toContain('— 1 —');
    const repeated = tags.artifacts.filter((text) => text === '产出目标');
    const pages = tags.artifacts.filter((text) => text.startsWith('— '));
    expect(repeated).toHaveLength(pages.length - 1);
  });

  test('has a bookmark for each unit and project', () => {
    expect(tags.bookmarks.map(({ title }) => title)).toEqual(units);
    const projects = tags.bookmarks.flatMap(({ children }) => children);
    expect(projects.map(({ title }) => title).sort()).toEqual(
      recordSet.records
        .map(({ texts }) => `${texts['serial']} ${texts['projectName']}`.replace(/\s+/gu, ' '))
        .sort(),
    );
    const pages = projects.map(({ page }) => page);
    expect(Math.max(...pages)).toBeGreaterThan(1);
  });
});

test('any table is given back cell by cell', async () => {
  const { recordSet, form } = sample2021();
  await fc.assert(
    fc.asyncProperty(fc.array(randomRecord, { minLength: 1, maxLength: 3 }), async (records) => {
      const set = { ...recordSet, records };
      expect(bodyTexts(await tagsOf(set, form))).toEqual(printed(set, form));
    }),
    { numRuns: 15 },
  );
});

test('a table without rows has column titles alone', async () => {
  const { recordSet, form } = sample2021();
  const tags = await tagsOf({ ...recordSet, records: [] }, form);
  const rows = tableOf(tags).children;
  expect(new Set(rows.map(({ role }) => role))).toEqual(new Set(['TR']));
  expect(rows.flatMap(({ children }) => children)).toHaveLength(headerCells(form.columns).length);
});

test('the remark below the table comes after it, though it stands on the last page', async () => {
  const { recordSet, form } = sample2021();
  const records = recordSet.records.map((record) => ({
    ...record,
    amounts: { ...record.amounts, budgetTotal: 10_000, budgetGeneral: 5_000, budgetFund: 5_000 },
  }));
  const { top } = await tagsOf({ ...recordSet, records }, form);
  const last = top.children.at(-1);
  expect(last?.role).toBe('P');
  expect(withoutSpace(last?.text ?? '')).toBe(TAIL_DIFFERENCE_NOTE);
});

test('a row that goes on over pages is one row', async () => {
  const { recordSet } = sample2021();
  const [first] = recordSet.records;
  if (first === undefined) throw new Error('the sample has no rows');
  const long = '深圳市龙岗区的项目绩效，'.repeat(2000);
  const records = [{ ...first, texts: { ...first.texts, annualGoal: long } }];
  const report = layOutReport({ ...recordSet, records }, longgang2021, files.metrics);
  expect(report.pages.length).toBeGreaterThan(2);
  const rows = bodyTexts(await readTags(await paintReport(report, files)));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain(long);
});

describe('what was not painted whole is our own fault:', () => {
  const { recordSet, form } = sample2021();
  const report = layOutReport(recordSet, form, files.metrics);
  /** The report with its rows changed, box by box. */
  const withRows = (change: (row: RowBox) => readonly RowBox[]): ReportPages => ({
    ...report,
    pages: report.pages.map((page) => ({ ...page, rows: page.rows.flatMap(change) })),
  });
  const last = recordSet.records.length - 1;

  test.each<[string, string, (row: RowBox) => readonly RowBox[]]>([
    [
      'the first character of every line',
      'lost text',
      (row) => [
        {
          ...row,
          cells: row.cells.map((lines) =>
            lines.map((line) => ({ ...line, text: line.text.slice(1) })),
          ),
        },
      ],
    ],
    [
      'the last line of every cell',
      'lost text',
      (row) => [{ ...row, cells: row.cells.map((lines) => lines.slice(0, -1)) }],
    ],
    ['a row between others', 'out of order', (row) => (row.record === 3 ? [] : [row])],
    ['the last row', 'shows 25 of 26 rows', (row) => (row.record === last ? [] : [row])],
    ['the start of a row', 'without a start', (row) => [{ ...row, isStart: false }]],
    ['the end of a row', 'out of order', (row) => [{ ...row, isEnd: false }]],
    [
      'a column that the record does not have',
      'no element',
      (row) => [{ ...row, cells: [...row.cells, ...row.cells] }],
    ],
  ])('%s', async (_, said, change) => {
    await expect(paintReport(withRows(change), files)).rejects.toThrow(said);
  });
});

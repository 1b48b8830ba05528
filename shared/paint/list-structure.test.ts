import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadFonts } from '../../templates/fonts/load-fonts.ts';
import { type FormDefinition, leafPaths, leaves } from '../../templates/form.ts';
import { randomRecord } from '../../test/random-records.ts';
import { readPdf } from '../../test/read-pdf.ts';
import { type FoundElement, type FoundTags, readTags } from '../../test/read-tags.ts';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import type { LayoutOptions } from '../layout/frame.ts';
import { layOutList } from '../layout/lay-out-list.ts';
import type { ListPages } from '../layout/list-pages.ts';
import type { Line } from '../layout/pages.ts';
import { printedValue, type RecordSet } from '../records/record.ts';
import { stampOf } from '../stamp-of.ts';
import { paintReport } from './paint-report.ts';

const files = loadFonts();

const paint = (set: RecordSet, form: FormDefinition, options: LayoutOptions = {}) =>
  paintReport(layOutList(set, form, files.metrics, options), files);

const tagsOf = async (set: RecordSet, form: FormDefinition): Promise<FoundTags> =>
  readTags(await paint(set, form));

/** Readers make and drop spaces at the ends of lines. */
const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

const printed = ({ records }: RecordSet, form: FormDefinition): readonly (readonly string[])[] =>
  records.map((record) =>
    leaves(form.columns).map((leaf) => withoutSpace(printedValue(record, leaf))),
  );

const partsOf = ({ top }: FoundTags, role: string): readonly FoundElement[] =>
  top.children.filter((child) => child.role === role);

/** Project by project, row by row: the texts of its cells of a kind. */
const cellTexts = (tags: FoundTags, role: 'TH' | 'TD'): readonly (readonly string[])[] =>
  partsOf(tags, 'Table').map(({ children }) =>
    children.map((row) =>
      row.children
        .filter((cell) => cell.role === role)
        .map(({ text }) => withoutSpace(text))
        .join('|'),
    ),
  );

describe.each([
  ['2020', sample2020(), 2],
  ['2021', sample2021(), 1],
])('the lists of the published table of %s', async (_, { recordSet, form }, units) => {
  const tags = await tagsOf(recordSet, form);

  test('are a document with a heading and a table for every project, in order', () => {
    const roles = tags.top.children.map(({ role }) => role).filter((role) => role !== 'P');
    expect(tags.isMarked).toBe(true);
    expect(roles).toEqual(['H1', ...recordSet.records.flatMap(() => ['H2', 'Table'])]);
    expect(partsOf(tags, 'H2').map(({ text }) => withoutSpace(text))).toEqual(
      recordSet.records.map(({ texts }) =>
        withoutSpace(`${texts['serial']}${texts['projectName']}`),
      ),
    );
  });

  test('have a row of title and text for every column', () => {
    const titles = leafPaths(form.columns).map(({ leaf, groups }) =>
      [...groups, leaf].map(({ title }) => title.zh).join('·'),
    );
    expect(cellTexts(tags, 'TH')).toEqual(recordSet.records.map(() => titles));
    expect(cellTexts(tags, 'TD')).toEqual(printed(recordSet, form));
  });

  test('leave page numbers and repeated headings out', () => {
    const artifacts = tags.artifacts.join('');
    expect(artifacts).toContain('— 1 —');
    expect(artifacts).toContain('（续）');
  });

  test('have a bookmark for each unit and project', () => {
    expect(tags.bookmarks).toHaveLength(units);
    expect(tags.bookmarks.flatMap(({ children }) => children)).toHaveLength(
      recordSet.records.length,
    );
  });

  test('are the same bytes again', async () => {
    const [once, again] = [await paint(recordSet, form), await paint(recordSet, form)];
    expect(Buffer.compare(once, again)).toBe(0);
  });
});

test('any records are given back text by text', async () => {
  const { recordSet, form } = sample2021();
  await fc.assert(
    fc.asyncProperty(fc.array(randomRecord, { minLength: 1, maxLength: 3 }), async (records) => {
      const set = { ...recordSet, records };
      expect(cellTexts(await tagsOf(set, form), 'TD')).toEqual(printed(set, form));
    }),
    { numRuns: 15 },
  );
});

test('without rows there is a heading and no table', async () => {
  const { recordSet, form } = sample2021();
  const tags = await tagsOf({ ...recordSet, records: [] }, form);
  expect(new Set(tags.top.children.map(({ role }) => role))).toEqual(new Set(['H1', 'P']));
});

test('the foot of a stamped copy belongs to the paper', async () => {
  const { recordSet, form } = sample2021();
  const stamp = stampOf(recordSet, form, 3);
  const bytes = await paint(recordSet, form, { stamp });
  const tags = await readTags(bytes);
  expect(cellTexts(tags, 'TD')).toEqual(printed(recordSet, form));
  const { pages } = await readPdf(bytes);
  expect(tags.artifacts.join('').split(stamp.code)).toHaveLength(pages + 1);
});

test('a text that was not painted whole is our own fault', async () => {
  const { recordSet, form } = sample2021();
  const report = layOutList(recordSet, form, files.metrics);
  const without = (part: 'label' | 'text'): ListPages => ({
    ...report,
    pages: report.pages.map((page) => ({
      ...page,
      projects: page.projects.map((box) => ({
        ...box,
        rows: box.rows.map((row) => ({ ...row, [part]: row[part].slice(1) })),
      })),
    })),
  });
  await expect(paintReport(without('text'), files)).rejects.toThrow('lost text of TD');
  await expect(paintReport(without('label'), files)).rejects.toThrow('lost text of TH');
  const [first, ...others] = report.pages;
  if (first === undefined) throw new Error('the report has no page');
  const titled = (title: (lines: readonly Line[]) => readonly Line[]): ListPages => {
    const projects = first.projects.map((box) => ({ ...box, title: title(box.title) }));
    return { ...report, pages: [{ ...first, projects }, ...others] };
  };
  const cut = titled((lines) => lines.map((line) => ({ ...line, text: line.text.slice(1) })));
  await expect(paintReport(cut, files)).rejects.toThrow('lost text of H2');
  await expect(
    paintReport(
      titled(() => []),
      files,
    ),
  ).rejects.toThrow('project 0 has no start');
  const unfinished = { ...report, pages: [first] };
  await expect(paintReport(unfinished, files)).rejects.toThrow('lost text');
});

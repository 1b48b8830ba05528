import { describe, expect, test } from 'vitest';
import { leaves } from '../../templates/form.ts';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import { printedTable } from '../records/printed-table.ts';
import { escaped, page } from './page.ts';
import { tableMarkup } from './table-markup.ts';

describe.each([
  ['2020', sample2020()],
  ['2021', sample2021()],
])('the table of %s', (_, { recordSet, form }) => {
  const markup = tableMarkup(recordSet, form);
  const columns = leaves(form.columns).length;

  test('says what the report says, cell by cell', () => {
    const cells = [...markup.matchAll(/<(?:td|th role="rowheader")[^>]*>([^<]*)<\/t[dh]>/g)];
    const { rows } = printedTable(recordSet, form);
    expect(cells.map(([, text]) => text)).toEqual(rows.flat().map(escaped));
  });

  test('every cell names headers that are there, its own project among them', () => {
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [...markup.matchAll(/<td[^>]* headers="(r\d+) ([^"]+)"/g)];
    expect(named).toHaveLength(recordSet.records.length * (columns - 1));
    for (const [, row = '', above = ''] of named) {
      expect(ids).toEqual(expect.arrayContaining([row, ...above.split(' ')]));
    }
    // Every column is reached from the top: as many headers as its title has parts.
    const [first = ''] = markup.split('<tbody')[1]?.split('</tr>') ?? [];
    const titles = [...first.matchAll(/headers="r1 ([^"]+)" data-title="([^"]+)"/g)];
    for (const [, above = '', title = ''] of titles) {
      expect(above.split(' ')).toHaveLength(title.split('·').length);
    }
  });

  test('header cells have a scope and cover the table', () => {
    const header = markup.split('</thead>')[0] ?? '';
    const cells = [...header.matchAll(/<th [^>]*>/g)].map(([cell]) => cell);
    const area = cells.map((cell) => {
      const size = (name: string): number =>
        Number(new RegExp(`${name}="(\\d+)"`).exec(cell)?.[1] ?? 1);
      expect(cell).toMatch(/ scope="(col|colgroup)"/);
      return size('rowspan') * size('colspan');
    });
    const depth = [...header.matchAll(/<tr/g)].length;
    expect(area.reduce((sum, each) => sum + each, 0)).toBe(depth * columns);
  });
});

test('a page runs nothing and loads nothing; what people typed stays text', () => {
  const site = { name: '<b>站</b>', address: null, footer: ['"&'] };
  const text = page({ title: '<script>alert(1)</script>', trail: [], body: '<p>正文</p>' }, site);
  expect(text).not.toMatch(/<script|<b>|<link|<img|src=| on\w+=|style="/);
  expect(text).toContain("default-src 'none'");
  expect(text).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
});

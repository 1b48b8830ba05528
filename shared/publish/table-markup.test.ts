import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { leaves } from '../../templates/form.ts';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import { printedTable } from '../records/printed-table.ts';
import { siteAsset } from '../site.ts';
import { escaped, packagePage, page } from './page.ts';
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

const asset = siteAsset('site', 'css', new TextEncoder().encode('body{margin:0}'));
const assets = { style: asset, search: asset, verify: asset, icon: asset };

describe('what people typed stays text, and nothing comes from elsewhere', () => {
  const site = {
    name: '<b>站</b>',
    address: null,
    footer: ['"&', { text: '<i>', href: 'https://a.cn/?"' }],
  };
  const content = {
    title: '<script>alert(1)</script>',
    top: '../',
    trail: [],
    body: '<p>正文</p>',
  };

  test('a page runs nothing, and loads the style and the icon of its site', () => {
    const text = page(content, { site, assets });
    expect(text).not.toMatch(/<script|<b>|<i>|<img|src=| on\w+=|style="|<style/);
    expect(text).toContain("default-src 'none'");
    expect(text).not.toContain('script-src');
    expect(text).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    const loaded = [...text.matchAll(/<link rel="(?:stylesheet|icon)" href="([^"]+)"/g)];
    expect(loaded.map(([, href]) => href)).toEqual([`../${asset.key}`, `../${asset.key}`]);
  });

  test('one with a script has it from its site alone', () => {
    const text = page({ ...content, script: 'search' }, { site, assets });
    expect(text.match(/<script[^>]*>/g)).toEqual([`<script src="../${asset.key}" defer>`]);
    expect(text).toContain("script-src 'self'; connect-src 'self'");
    expect(text).not.toMatch(/unsafe|https?:\/\/(?!a\.cn)/);
  });

  test('a page for somebody else’s site loads nothing at all', () => {
    const text = packagePage(content.title, content.body, { site, assets });
    expect(text).not.toMatch(/<script|<link|src=/);
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(text).toContain(`style-src 'sha256-${digest}'`);
  });
});

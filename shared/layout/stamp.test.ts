import decodeQr from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { loadMetrics } from '../../templates/fonts/load-fonts.ts';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import type { LayoutOptions } from './frame.ts';
import { layOutList } from './lay-out-list.ts';
import { layOutReport } from './lay-out-report.ts';
import { linesOf } from './page-lines.ts';
import type { Pattern } from './pages.ts';
import { stampText } from './stamp.ts';
import { textWidth } from './text-width.ts';
import { millimetres } from './typography.ts';

const metrics = loadMetrics();
const STAMP = { revision: 3, code: 'K7QM-2XPD-9RTA', address: null };

/** As long as they come: a host of the CDN, which the CDN names. */
const ADDRESS = 'https://d111111abcdef8.cloudfront.net/verify.html?code=K7QM2XPD9RTA';

/** Dots a square, and white squares around the code. */
const SCALE = 4;
const BORDER = 4;

/** What a scanner reads of a pattern as it lies on the page. */
function scanned({ runs }: Pattern): string {
  const squares = 1 + Math.max(...runs.map(([, column, length]) => column + length - 1));
  const side = (squares + 2 * BORDER) * SCALE;
  const data = new Uint8Array(side * side * 4).fill(255);
  const blacken = (row: number, column: number): void => {
    for (let y = 0; y < SCALE; y += 1) {
      for (let x = 0; x < SCALE; x += 1) {
        const dot = ((row + BORDER) * SCALE + y) * side + (column + BORDER) * SCALE + x;
        data.fill(0, 4 * dot, 4 * dot + 3);
      }
    }
  };
  for (const [row, column, length] of runs) {
    for (let at = 0; at < length; at += 1) blacken(row, column + at);
  }
  return decodeQr({ width: side, height: side, data });
}

describe.each([
  ['the table', layOutReport],
  ['lists', layOutList],
])('the stamped copy of %s', (_, layOut) => {
  const { recordSet, form } = sample2021();
  const report = layOut(recordSet, form, metrics, { stamp: STAMP });

  test('says revision and check code in the foot of every page', () => {
    for (const { furniture } of report.pages) {
      const texts = furniture.map(({ text }) => text);
      expect(texts).toContain('盖章稿　版次 3');
      expect(texts).toContain('校验码 K7QM-2XPD-9RTA');
    }
  });

  test('has a QR code there that says the same, with the period and the unit', () => {
    for (const { pattern } of report.pages) {
      if (pattern === undefined) throw new Error('no QR code');
      expect(scanned(pattern)).toBe('JIXIAO 2021 LG-FGJ 3 K7QM2XPD9RTA');
    }
  });

  test('has an address there where one answers', () => {
    const { pages } = layOut(recordSet, form, metrics, { stamp: { ...STAMP, address: ADDRESS } });
    for (const { pattern } of pages) {
      if (pattern === undefined) throw new Error('no QR code');
      expect(scanned(pattern)).toBe(ADDRESS);
    }
  });

  test.each([null, ADDRESS])('keeps the code whole on paper: %s', (address) => {
    const { pages } = layOut(recordSet, form, metrics, { stamp: { ...STAMP, address } });
    for (const { pattern, rules, closing, furniture, number } of pages) {
      if (pattern === undefined) throw new Error('no QR code');
      const squares = Math.max(...pattern.runs.map(([row]) => row)) + 1;
      const right = pattern.left + squares * pattern.module;
      const bottom = pattern.top + squares * pattern.module;
      const quiet = 4 * pattern.module;
      expect(pattern.module).toBeGreaterThan(millimetres(0.317));
      expect(bottom).toBeLessThan(report.height - millimetres(4));
      for (const { to } of rules) expect(to[1]).toBeLessThanOrEqual(pattern.top - quiet);
      for (const { y } of closing.flatMap(({ lines }) => lines)) {
        expect(y).toBeLessThan(pattern.top - quiet);
      }
      const page = furniture.find(({ text }) => text === `— ${number} —`);
      const end = (page?.x ?? 0) + textWidth(page?.text ?? '', metrics, 'regular') * 14;
      expect(end < pattern.left - quiet || (page?.x ?? 0) > right + quiet).toBe(true);
    }
  });

  test('has the rows of each page where the public copy has them', () => {
    const code = 'A'.repeat(32);
    for (const revision of [3, 120]) {
      const set = revision === 3 ? recordSet : { ...recordSet, submitter: { code, name: '甲' } };
      const placesOf = (options: LayoutOptions) =>
        layOut(set, form, metrics, options).pages.map((page) =>
          linesOf({ ...page, furniture: [] }).map(({ x, y }) => `${x} ${y}`),
        );
      expect(placesOf({ stamp: { ...STAMP, revision } })).toEqual(placesOf({}));
    }
  });

  test('is told from the public copy, which has none of it', () => {
    for (const page of layOut(recordSet, form, metrics).pages) {
      expect('pattern' in page).toBe(false);
      expect(page.furniture.some(({ text }) => /盖章稿|校验码/.test(text))).toBe(false);
    }
  });
});

test('what is not known is told as not known', () => {
  const { recordSet, form } = sample2020();
  const submitter = { ...recordSet.submitter, code: null };
  const stamp = { ...STAMP, revision: null };
  expect(stampText(stamp, { period: '2020', submitter })).toBe('JIXIAO 2020 - - K7QM2XPD9RTA');
  const [page] = layOutReport({ ...recordSet, submitter }, form, metrics, { stamp }).pages;
  expect(page?.furniture.map(({ text }) => text)).toContain('盖章稿　版次 —');
});

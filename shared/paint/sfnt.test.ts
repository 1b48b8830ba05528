import { describe, expect, test } from 'vitest';
import { loadFonts } from '../../templates/fonts/load-fonts.ts';
import { WEIGHTS, type Weight } from '../layout/metrics.ts';
import { codePointGlyphs } from './character-map.ts';
import { openFonts, type StackFont } from './open-fonts.ts';
import { glyphAdvances, openSfnt, outlinesOf } from './sfnt.ts';

const files = loadFonts();

/** The core font of a weight, open. */
async function coreFont(weight: Weight): Promise<StackFont> {
  const [core] = files.stack[weight];
  if (core === undefined) throw new Error('the stack has no fonts');
  return (await openFonts(files))(core);
}

const points = (text: string): readonly number[] =>
  [...text].map((character) => character.codePointAt(0) ?? 0);

describe('a subset of a font', () => {
  test.each([
    ['of the basic plane (cmap format 4)', '2021年度—绩效'],
    ['beyond it (cmap format 12)', '㙍𠅤𫖯䶮'],
  ])('has the characters asked for, %s', async (_, text) => {
    const coreRegular = await coreFont('regular');
    const glyphs = codePointGlyphs(openSfnt(coreRegular.subset(points(text))));
    expect([...glyphs.keys()].sort()).toEqual([...new Set(points(text))].sort());
  });

  test('leaves out what the font lacks', async () => {
    const coreRegular = await coreFont('regular');
    expect(codePointGlyphs(openSfnt(coreRegular.subset(points('龍'))))).toEqual(new Map());
  });

  test('keeps the widths that text was measured with', async () => {
    const text = points('2021年度—绩效，“i”%,.');
    for (const weight of WEIGHTS) {
      const tables = openSfnt((await coreFont(weight)).subset(text));
      const advanceOf = glyphAdvances(tables);
      for (const [point, glyph] of codePointGlyphs(tables)) {
        expect(advanceOf(glyph)).toBe(files.metrics.advance(point, weight));
      }
    }
  });
});

test('the outlines of a font are a sound TrueType file without its character map', async () => {
  const coreRegular = await coreFont('regular');
  const tables = openSfnt(coreRegular.subset(points('2021年度—绩效')));
  const bytes = outlinesOf(tables);
  const outlines = openSfnt(bytes);
  expect([...outlines.keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
  for (const tag of ['glyf', 'hmtx', 'loca']) expect(outlines.get(tag)).toEqual(tables.get(tag));
  const file = new DataView(bytes.buffer);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + file.getUint32(at)) >>> 0;
  expect(sum.toString(16)).toBe('b1b0afba');
});

test('a file that is cut off is told, whatever lies behind it in memory', async () => {
  const bytes = (await coreFont('regular')).subset(points('绩效'));
  for (const length of [20, 300, bytes.length - 1]) {
    expect(() => openSfnt(bytes.subarray(0, length))).toThrow(/cut off|Offset/);
  }
});

test('a file that is no font is told', () => {
  expect(() => openSfnt(new TextEncoder().encode('version https://git-lfs'))).toThrow('TrueType');
});

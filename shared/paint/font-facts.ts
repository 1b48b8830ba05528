import { CODE_POINTS } from '../layout/metrics.ts';
import { codePointGlyphs } from './character-map.ts';
import { glyphAdvances, requiredTable, type SfntTables } from './sfnt.ts';

/**
 * The characters that a font prints: code point → glyph id. What has no outline prints nothing, and is
 * left to another font unless it is a space; so are control and private characters, which say nothing to
 * a reader who has other fonts.
 */
export function printableGlyphs(tables: SfntTables): ReadonlyMap<number, number> {
  const isBlank = blankGlyphs(tables);
  const kept = new Map<number, number>();
  for (const [point, glyph] of codePointGlyphs(tables)) {
    if (isText(point) && (!isBlank(glyph) || isSpace(point))) kept.set(point, glyph);
  }
  return kept;
}

/** Code point → advance width in 1/1000 em, of every character that the font prints. */
export function printableAdvances(tables: SfntTables): ReadonlyMap<number, number> {
  const advanceOf = glyphAdvances(tables);
  return new Map([...printableGlyphs(tables)].map(([point, glyph]) => [point, advanceOf(glyph)]));
}

const isText = (point: number): boolean =>
  point >= 0x20 &&
  !(point >= 0x7f && point < 0xa0) &&
  !(point >= 0xd800 && point < 0xf900) &&
  point !== 0xfeff &&
  (point & 0xfffe) !== 0xfffe &&
  point < CODE_POINTS;

const isSpace = (point: number): boolean => /\p{Zs}/u.test(String.fromCodePoint(point));

/** An outline that begins where it ends is none. */
function blankGlyphs(tables: SfntTables): (glyph: number) => boolean {
  const places = requiredTable(tables, 'loca');
  const isLong = requiredTable(tables, 'head').getInt16(50) === 1;
  const placeOf = (glyph: number): number =>
    isLong ? places.getUint32(4 * glyph) : places.getUint16(2 * glyph);
  return (glyph) => placeOf(glyph) === placeOf(glyph + 1);
}

/** What a PDF states of a font besides its outlines; lengths in 1/1000 em. */
export interface FontLook {
  /** Left, bottom, right and top of what its glyphs cover. */
  readonly box: readonly number[];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  /** Width of an upright stroke: fonts do not say, so it is judged by their weight. */
  readonly stem: number;
}

/** Capitals of a font that does not say how high they are. */
const USUAL_CAP_HEIGHT = 700;

/** The look of a font. */
export function fontLook(tables: SfntTables): FontLook {
  const head = requiredTable(tables, 'head');
  const metrics = requiredTable(tables, 'OS/2');
  const scaled = (units: number): number => Math.round((units * 1000) / head.getUint16(18));
  return {
    box: [36, 38, 40, 42].map((offset) => scaled(head.getInt16(offset))),
    ascent: scaled(metrics.getInt16(68)),
    descent: scaled(metrics.getInt16(70)),
    capHeight: metrics.getUint16(0) >= 2 ? scaled(metrics.getInt16(88)) : USUAL_CAP_HEIGHT,
    stem: Math.max(50, Math.round(80 + ((metrics.getUint16(4) - 400) * 7) / 30)),
  };
}

const POSTSCRIPT_NAME = 6;
const WINDOWS = 3;

/** The name of a font as PDF writes names: its PostScript name, or else one of its own making. */
export function fontName(tables: SfntTables): string {
  const names = requiredTable(tables, 'name');
  const texts = names.getUint16(4);
  for (let entry = 6; entry < 6 + 12 * names.getUint16(2); entry += 12) {
    if (names.getUint16(entry + 6) !== POSTSCRIPT_NAME) continue;
    const bytes = names.byteOffset + texts + names.getUint16(entry + 10);
    const text = new Uint8Array(names.buffer, bytes, names.getUint16(entry + 8));
    const isWide = names.getUint16(entry) === WINDOWS;
    const name = new TextDecoder(isWide ? 'utf-16be' : 'latin1').decode(text);
    return name.replaceAll(/[^\w+.-]/g, '') || UNNAMED;
  }
  return UNNAMED;
}

const UNNAMED = 'Unnamed';

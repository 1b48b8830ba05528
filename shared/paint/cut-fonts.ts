import type { Weight } from '../layout/metrics.ts';
import type { OpenFont } from './harfbuzz.ts';
import type { OpenFonts } from './open-fonts.ts';
import { codePointGlyphs, openSfnt, type SfntTables } from './sfnt.ts';

/** A font cut to what a report needs of it. */
export interface CutFont {
  /** Name the PDF calls it by. */
  readonly name: 'NotoSerifSC-Regular' | 'NotoSerifSC-Bold';
  readonly bytes: Uint8Array;
  readonly tables: SfntTables;
  /** Code point → glyph id of the cut font. */
  readonly glyphs: ReadonlyMap<number, number>;
}

/** The fonts of a report; null where no character asks for one. */
export interface CutFonts {
  readonly regular: CutFont | null;
  readonly bold: CutFont | null;
  /** Characters of either weight that the core fonts lack. */
  readonly rare: CutFont | null;
}

/** The code points that a report prints, by weight. */
export type UsedCodePoints = Readonly<Record<Weight, ReadonlySet<number>>>;

/**
 * Cuts the fonts to the code points used: from the core fonts, and from the full one what they lack.
 * Throws for a code point that no font has: intake refuses those, so it is our own fault.
 */
export function cutFonts(fonts: OpenFonts, used: UsedCodePoints): CutFonts {
  const regular = cut(fonts.coreRegular, 'NotoSerifSC-Regular', used.regular);
  const bold = cut(fonts.coreBold, 'NotoSerifSC-Bold', used.bold);
  const missing = new Set([...lacking(regular, used.regular), ...lacking(bold, used.bold)]);
  const rare = missing.size === 0 ? null : cut(fonts.fullRegular(), 'NotoSerifSC-Regular', missing);
  const [unprintable] = lacking(rare, missing);
  if (unprintable !== undefined) throw new Error(`no font has ${codePointName(unprintable)}`);
  return { regular, bold, rare };
}

function cut(font: OpenFont, name: CutFont['name'], points: ReadonlySet<number>): CutFont | null {
  if (points.size === 0) return null;
  const bytes = font.subset(points);
  const tables = openSfnt(bytes);
  const glyphs = codePointGlyphs(tables);
  return glyphs.size === 0 ? null : { name, bytes, tables, glyphs };
}

const lacking = (font: CutFont | null, points: ReadonlySet<number>): readonly number[] =>
  [...points].filter((point) => !font?.glyphs.has(point));

/** 䶮 (U+4DAE), as errors name a character. */
const codePointName = (point: number): string =>
  `${String.fromCodePoint(point)} (U+${point.toString(16).toUpperCase().padStart(4, '0')})`;

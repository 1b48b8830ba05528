import type { FontFiles } from '../../templates/fonts/load-fonts.ts';
import { forEachWeight, WEIGHTS, type Weight } from '../layout/metrics.ts';
import { codePointGlyphs } from './character-map.ts';
import type { OpenFonts, StackFont } from './open-fonts.ts';
import { openSfnt, type SfntTables } from './sfnt.ts';

/** A font cut to what a report needs of it. */
export interface CutFont {
  /** Name the PDF calls it by. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly tables: SfntTables;
  /** Code point → glyph id of the cut font. */
  readonly glyphs: ReadonlyMap<number, number>;
  /** What it prints, by weight. */
  readonly prints: UsedCodePoints;
}

/** The code points that a report prints, by weight. */
export type UsedCodePoints = Readonly<Record<Weight, ReadonlySet<number>>>;

/**
 * Cuts the fonts of the stack to the code points used: each is printed by the first font of its weight
 * that has it. Throws for a code point that no font has: intake refuses those, so it is our own fault.
 */
export function cutFonts(
  open: OpenFonts,
  stack: FontFiles['stack'],
  used: UsedCodePoints,
): readonly CutFont[] {
  const shares = new Map<StackFont, Record<Weight, Set<number>>>();
  const shareOf = (font: StackFont): Record<Weight, Set<number>> => {
    const share = shares.get(font) ?? forEachWeight(() => new Set<number>());
    shares.set(font, share);
    return share;
  };
  for (const weight of WEIGHTS) {
    for (const point of used[weight]) {
      const file = stack[weight].find((one) => open(one).has(point));
      if (file === undefined) throw new Error(`no font has ${codePointName(point)}`);
      shareOf(open(file))[weight].add(point);
    }
  }
  return [...shares].map(([font, prints]) => cut(font, prints));
}

function cut(font: StackFont, prints: UsedCodePoints): CutFont {
  const bytes = font.subset(WEIGHTS.flatMap((weight) => [...prints[weight]]));
  const tables = openSfnt(bytes);
  return { name: font.name, bytes, tables, glyphs: codePointGlyphs(tables), prints };
}

/** 䶮 (U+4DAE), as errors name a character. */
const codePointName = (point: number): string =>
  `${String.fromCodePoint(point)} (U+${point.toString(16).toUpperCase().padStart(4, '0')})`;

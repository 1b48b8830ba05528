/** The cuts of the fonts: three weights of 宋体, and 黑体. */
export const WEIGHTS = ['regular', 'bold', 'black', 'sans'] as const;

/** The title is black, the attachment mark sans, column titles and draft mark are bold; all else is regular. */
export type Weight = (typeof WEIGHTS)[number];

/** Something for each of the cuts. */
export const forEachWeight = <T>(make: (weight: Weight) => T): Readonly<Record<Weight, T>> => ({
  regular: make('regular'),
  bold: make('bold'),
  black: make('black'),
  sans: make('sans'),
});

/** Characters in a row that are equally wide: first code point, how many, advance in 1/1000 em. */
export type AdvanceRuns = readonly (readonly [first: number, count: number, advance: number])[];

/**
 * What a `metrics.json` holds: every character that the fonts can print, as wide as it is in regular,
 * and the characters of the other weights whose width differs from that.
 */
export type MetricsTable = Readonly<Record<Weight, AdvanceRuns>>;

/** How wide the report's characters are. */
export interface FontMetrics {
  /** Advance width in 1/1000 em; 0 for a character that no font has. */
  readonly advance: (codePoint: number, weight: Weight) => number;
  /** True for what can be printed: a character with a glyph, or a line feed, which needs none. */
  readonly has: (codePoint: number) => boolean;
  /** Advance of the widest of 0-9 in 1/1000 em: the pitch at which the digits of figures are set. */
  readonly digitPitch: number;
}

const LINE_FEED = 0x0a;
const MISSING = 0xffff;

/** Planes 0 to 3 hold every character of the fonts; 4 to 13 are empty, the rest is private. */
export const CODE_POINTS = 0x40000;

/** Metrics of every weight. Each prints the same characters, if need be in the font of another. */
export function fontMetrics(table: MetricsTable): FontMetrics {
  const regular = new Uint16Array(CODE_POINTS).fill(MISSING);
  fillRuns(regular, table.regular);
  const widths = forEachWeight((weight) => {
    if (weight === 'regular') return regular;
    const others = regular.slice();
    fillRuns(others, table[weight]);
    return others;
  });
  const advance = (codePoint: number, weight: Weight): number => {
    const width = widths[weight][codePoint] ?? MISSING;
    return width === MISSING ? 0 : width;
  };
  return {
    advance,
    has: (codePoint) => codePoint === LINE_FEED || (regular[codePoint] ?? MISSING) !== MISSING,
    digitPitch: Math.max(
      ...Array.from('0123456789', (digit) => advance(digit.charCodeAt(0), 'regular')),
    ),
  };
}

function fillRuns(advances: Uint16Array, runs: AdvanceRuns): void {
  for (const [first, count, width] of runs) advances.fill(width, first, first + count);
}

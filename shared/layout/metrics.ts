/** The two cuts of the font: attachment mark, title, column titles and draft mark are bold, all else is regular. */
export type Weight = 'regular' | 'bold';

/** Characters in a row that are equally wide: first code point, how many, advance in 1/1000 em. */
export type AdvanceRuns = readonly (readonly [first: number, count: number, advance: number])[];

/**
 * What `templates/fonts/metrics.json` holds: every character of the full regular font, and the bold
 * ones whose width differs from it.
 */
export interface MetricsTable {
  readonly regular: AdvanceRuns;
  readonly bold: AdvanceRuns;
}

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

/** Planes 0 to 2 hold every character of the fonts. */
const CODE_POINTS = 0x30000;

/** Metrics of both weights. A bold character outside the bold core is printed, and measured, in regular. */
export function fontMetrics(table: MetricsTable): FontMetrics {
  const regular = new Uint16Array(CODE_POINTS).fill(MISSING);
  fillRuns(regular, table.regular);
  const bold = regular.slice();
  fillRuns(bold, table.bold);
  const advance = (codePoint: number, weight: Weight): number => {
    const width = (weight === 'bold' ? bold : regular)[codePoint] ?? MISSING;
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

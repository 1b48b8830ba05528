import { readFileSync, statSync } from 'node:fs';
import {
  type FontMetrics,
  fontMetrics,
  forEachWeight,
  type MetricsTable,
  type Weight,
} from '../../shared/layout/metrics.ts';
import { type Advances, advancesIn, metricsTable } from './metrics-table.ts';
import type { OwnFont, OwnFonts } from './own-fonts.ts';

/** A font of the stack. */
export interface FontFile {
  /** Its PostScript name, which the PDF calls it by. */
  readonly name: string;
  /** Number of the font in its file: 0 unless the file is a collection. */
  readonly face: number;
  /** Reads the bytes of the file. Whoever asks keeps what it needs of them. */
  readonly read: () => Uint8Array;
}

/** What the report is printed with: TrueType fonts, their metrics, and what cuts them. */
export interface FontFiles {
  /** Weight → the fonts that are asked for a character one after another. All weights have the same characters. */
  readonly stack: Readonly<Record<Weight, readonly FontFile[]>>;
  /** `harfbuzz-subset.wasm`. */
  readonly harfBuzz: Uint8Array<ArrayBuffer>;
  readonly metrics: FontMetrics;
}

/** Where the files lie. */
export interface FontPlaces {
  /** The folder of the fonts and their metrics, with a slash at its end. */
  readonly fonts: URL;
  /** `harfbuzz-subset.wasm` of the package harfbuzzjs. */
  readonly harfBuzz: URL;
  /** Fonts that the operator dropped in, which go before ours; null for none. */
  readonly own: OwnFonts | null;
}

/** The source tree: the fonts beside this module, HarfBuzz among the dependencies. */
export const sourcePlaces = (own: OwnFonts | null = null): FontPlaces => ({
  fonts: new URL('./', import.meta.url),
  harfBuzz: new URL(import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')),
  own,
});

/** A bundle: everything in one folder. */
export const bundledPlaces = (folder: URL, own: OwnFonts | null = null): FontPlaces => ({
  fonts: folder,
  harfBuzz: new URL('harfbuzz-subset.wasm', folder),
  own,
});

/**
 * The metrics of the whole stack as data. A table that holds the operator's fonts already stays as it
 * is: a bundle brings one, so that intake knows what render prints without the fonts themselves.
 */
export function loadMetricsTable({ fonts, own }: FontPlaces): MetricsTable {
  const file = readFileSync(new URL('metrics.json', fonts), 'utf8');
  const table = JSON.parse(file) as MetricsTable;
  if (own === null) return table;
  const ours = advancesIn(table);
  const line = (weight: Weight): readonly Advances[] =>
    lineOf(weight, [ours[weight]], own, ({ advances }) => advances);
  return metricsTable(forEachWeight(line));
}

/** The metrics alone: enough to lay out, and to know what can be printed. */
export const loadMetrics = (places: FontPlaces = sourcePlaces()): FontMetrics =>
  fontMetrics(loadMetricsTable(places));

/** Finds the fonts once for a process. Throws when a file is missing: a broken installation. */
export function loadFonts(places: FontPlaces = sourcePlaces()): FontFiles {
  const font = (name: string, extent: 'core' | 'full'): FontFile => {
    const file = new URL(`${name}.${extent}.ttf`, places.fonts);
    statSync(file);
    return { name, face: 0, read: () => readFileSync(file) };
  };
  const regular = font('NotoSerifSC-Regular', 'core');
  const bold = font('NotoSerifSC-Bold', 'core');
  const black = font('NotoSerifSC-Black', 'core');
  const sans = font('NotoSansSC-Medium', 'core');
  // 15 MB for characters outside the core: most reports do without.
  const full = font('NotoSerifSC-Regular', 'full');
  const line = (weight: Weight, ours: readonly FontFile[]): readonly FontFile[] =>
    lineOf(weight, ours, places.own, ({ file }) => file);
  return {
    stack: {
      regular: line('regular', [regular, full]),
      bold: line('bold', [bold, full]),
      // Heavy strokes for a name that the black cut lacks, rather than thin ones.
      black: line('black', [black, bold, full]),
      sans: line('sans', [sans, bold, full]),
    },
    harfBuzz: new Uint8Array(readFileSync(places.harfBuzz)),
    metrics: loadMetrics(places),
  };
}

/** The fonts of a weight in line: the one that was chosen for it, ours, all others of the operator. */
function lineOf<Font>(
  weight: Weight,
  ours: readonly Font[],
  own: OwnFonts | null,
  as: (font: OwnFont) => Font,
): readonly Font[] {
  const chosen = own?.chosen[weight];
  return [...(chosen === undefined ? [] : [chosen].map(as)), ...ours, ...(own?.all ?? []).map(as)];
}

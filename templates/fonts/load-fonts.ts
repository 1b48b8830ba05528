import { readFileSync } from 'node:fs';
import { type FontMetrics, fontMetrics, type MetricsTable } from '../../shared/layout/metrics.ts';

/** What the report is printed with: TrueType files, their metrics, and what cuts them. */
export interface FontFiles {
  readonly coreRegular: Uint8Array;
  readonly coreBold: Uint8Array;
  /** The whole regular font, for characters outside the core: 15 MB, read when first asked for. */
  readonly fullRegular: () => Uint8Array;
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
}

/** The source tree: the fonts beside this module, HarfBuzz among the dependencies. */
export const sourcePlaces = (): FontPlaces => ({
  fonts: new URL('./', import.meta.url),
  harfBuzz: new URL(import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')),
});

/** A bundle: everything in one folder. */
export const bundledPlaces = (folder: URL): FontPlaces => ({
  fonts: folder,
  harfBuzz: new URL('harfbuzz-subset.wasm', folder),
});

/** The metrics alone: enough to lay out, and to know what can be printed. */
export const loadMetrics = (fonts: URL = sourcePlaces().fonts): FontMetrics =>
  fontMetrics(JSON.parse(readFileSync(new URL('metrics.json', fonts), 'utf8')) as MetricsTable);

/** Reads the fonts once for a process. Throws when a file is missing: a broken installation. */
export function loadFonts(places: FontPlaces = sourcePlaces()): FontFiles {
  let full: Uint8Array | undefined;
  return {
    coreRegular: readFileSync(new URL('NotoSerifSC-Regular.core.ttf', places.fonts)),
    coreBold: readFileSync(new URL('NotoSerifSC-Bold.core.ttf', places.fonts)),
    fullRegular: () => {
      full ??= readFileSync(new URL('NotoSerifSC-Regular.full.ttf', places.fonts));
      return full;
    },
    harfBuzz: new Uint8Array(readFileSync(places.harfBuzz)),
    metrics: loadMetrics(places.fonts),
  };
}

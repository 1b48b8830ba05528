import type { ListPage } from '../layout/list-pages.ts';
import { CODE_POINTS, forEachWeight, WEIGHTS, type Weight } from '../layout/metrics.ts';
import { linesOf } from '../layout/page-lines.ts';
import type { Line, Page } from '../layout/pages.ts';
import type { FontChoice, GlyphChoice } from './content-stream.ts';
import type { CutFont, UsedCodePoints } from './cut-fonts.ts';
import { embedFont } from './embed-font.ts';
import type { PdfFile, Reference } from './pdf-file.ts';

/** The code points that pages print, by weight. */
export function usedCodePoints(pages: readonly (Page | ListPage)[]): UsedCodePoints {
  const used = forEachWeight((): Set<number> => new Set());
  const seen = forEachWeight(() => new Uint8Array(CODE_POINTS));
  const note = ({ text, weight }: Line): void => {
    const seenBefore = seen[weight];
    // By index: an iterator would make a string of every character.
    for (let at = 0; at < text.length; at += 1) {
      const point = text.codePointAt(at) ?? 0;
      if (point > 0xffff) at += 1;
      // Most have been seen before, and a table says so sooner than a set.
      if (seenBefore[point] === 1) continue;
      seenBefore[point] = 1;
      used[weight].add(point);
    }
  };
  // Page by page: a list of all lines would hold every one of them at once.
  for (const page of pages) linesOf(page).forEach(note);
  return used;
}

/** The fonts of a document, as its pages refer to them. */
export interface ReportFonts {
  /** Name among the pages' resources → font. */
  readonly resources: Readonly<Record<string, Reference>>;
  readonly choose: FontChoice;
}

/** Embeds the cut fonts: each character prints in the one that was cut for it. */
export function embedReportFonts(file: PdfFile, cut: readonly CutFont[]): ReportFonts {
  const resources: Record<string, Reference> = {};
  const entries = forEachWeight((): [number, GlyphChoice][] => []);
  for (const [index, font] of cut.entries()) {
    const { reference, cids, advance } = embedFont(file, font);
    const name = `F${index + 1}`;
    resources[name] = reference;
    for (const weight of WEIGHTS) {
      for (const point of font.prints[weight]) {
        const cid = cids.get(point);
        if (cid === undefined) continue;
        entries[weight].push([point, { font: name, cid, advance: advance(point) }]);
      }
    }
  }
  const glyphs = forEachWeight((weight) => glyphTable(entries[weight]));
  const choose = (point: number, weight: Weight): GlyphChoice => {
    const glyph = glyphs[weight](point);
    if (glyph === undefined) throw new Error(`code point ${point} was not embedded`);
    return glyph;
  };
  return { resources, choose };
}

/** Looks up the glyph of a code point: a table of places, since every character of the report asks. */
function glyphTable(
  entries: readonly (readonly [point: number, glyph: GlyphChoice])[],
): (point: number) => GlyphChoice | undefined {
  const glyphs = entries.map(([, glyph]) => glyph);
  const places = new Uint16Array(CODE_POINTS);
  for (const [index, [point]] of entries.entries()) places[point] = index + 1;
  return (point) => glyphs[(places[point] ?? 0) - 1];
}

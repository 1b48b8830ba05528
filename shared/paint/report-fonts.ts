import type { ListPages } from '../layout/list-pages.ts';
import { CODE_POINTS, forEachWeight, WEIGHTS, type Weight } from '../layout/metrics.ts';
import { eachLineAround } from '../layout/page-lines.ts';
import type { Line, ReportPages } from '../layout/pages.ts';
import type { FontChoice, GlyphChoice } from './content-stream.ts';
import type { CutFont, UsedCodePoints } from './cut-fonts.ts';
import { embedFont } from './embed-font.ts';
import type { PdfFile, Reference } from './pdf-file.ts';

/** The code points that a report prints, by weight. */
export function usedCodePoints(report: ReportPages | ListPages): UsedCodePoints {
  const used = forEachWeight((): Set<number> => new Set());
  // A bit for each weight in which a code point was seen.
  const seen = new Uint8Array(CODE_POINTS);
  const note = (text: string, weight: Weight): void => {
    const bit = 1 << WEIGHTS.indexOf(weight);
    // By index: an iterator would make a string of every character.
    for (let at = 0; at < text.length; at += 1) {
      const point = text.codePointAt(at) ?? 0;
      if (point > 0xffff) at += 1;
      // Most have been seen before, and a table says so sooner than a set.
      const before = seen[point] ?? 0;
      if ((before & bit) !== 0 || point === LINE_FEED) continue;
      seen[point] = before | bit;
      used[weight].add(point);
    }
  };
  const noteLine = ({ text, weight }: Line): void => note(text, weight);
  for (const page of report.pages) eachLineAround(page, noteLine);
  // The rows of a table say the texts of the records, and need not be placed for that.
  if (report.kind === 'table')
    for (const row of report.table.rows) for (const text of row) note(text, 'regular');
  return used;
}

const LINE_FEED = 0x0a;

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
  const highest = entries.reduce((most, [point]) => Math.max(most, point), 0);
  const places = new Uint16Array(highest + 1);
  for (const [index, [point]] of entries.entries()) places[point] = index + 1;
  return (point) => glyphs[(places[point] ?? 0) - 1];
}

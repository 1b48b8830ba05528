import type { PDFContext, PDFRef } from 'pdf-lib';
import type { Weight } from '../layout/metrics.ts';
import type { Line, Page } from '../layout/pages.ts';
import type { FontChoice } from './content-stream.ts';
import type { CutFonts, UsedCodePoints } from './cut-fonts.ts';
import { type EmbeddedFont, embedFont } from './embed-font.ts';

/** Every line of text on a page. */
const linesOf = (page: Page): readonly Line[] => [
  ...page.heading,
  ...page.header.flatMap(({ lines }) => lines),
  ...page.rows.flatMap(({ cells }) => cells.flat()),
  ...page.furniture,
];

/** The code points that pages print, by weight. */
export function usedCodePoints(pages: readonly Page[]): UsedCodePoints {
  const used: Record<Weight, Set<number>> = { regular: new Set(), bold: new Set() };
  for (const { text, weight } of pages.flatMap(linesOf)) {
    const points = used[weight];
    for (const character of text) points.add(character.codePointAt(0) ?? 0);
  }
  return used;
}

/** The fonts of a document, as its pages refer to them. */
export interface ReportFonts {
  /** Name among the pages' resources → font. */
  readonly resources: Readonly<Record<string, PDFRef>>;
  readonly choice: FontChoice;
}

/** Embeds the cut fonts: each character prints in its weight, or else in the font of rare ones. */
export function embedReportFonts(context: PDFContext, cut: CutFonts): ReportFonts {
  const embedded = (
    [
      ['Regular', cut.regular],
      ['Bold', cut.bold],
      ['Rare', cut.rare],
    ] as const
  ).flatMap(([name, font]) => (font === null ? [] : [{ name, ...embedFont(context, font) }]));
  const fontsFor = (wanted: 'Regular' | 'Bold'): readonly (EmbeddedFont & { name: string })[] =>
    embedded.filter(({ name }) => name === wanted || name === 'Rare');
  const byWeight = { regular: fontsFor('Regular'), bold: fontsFor('Bold') };
  return {
    resources: Object.fromEntries(embedded.map(({ name, ref }) => [name, ref])),
    choice: (point, weight) => {
      for (const { name, cids, advance } of byWeight[weight]) {
        const cid = cids.get(point);
        if (cid !== undefined) return { font: name, cid, advance: advance(point) };
      }
      throw new Error(`code point ${point} was not embedded`);
    },
  };
}

import { createHash } from 'node:crypto';
import { type PDFContext, PDFHexString, PDFName, type PDFRef } from 'pdf-lib';
import type { CutFont } from './cut-fonts.ts';
import { glyphAdvances, requiredTable } from './sfnt.ts';
import { addStream } from './streams.ts';
import { toUnicodeMap } from './to-unicode.ts';

/** A font of the PDF. */
export interface EmbeddedFont {
  readonly ref: PDFRef;
  /** Code point → CID, one for each code point even where two share a glyph. */
  readonly cids: ReadonlyMap<number, number>;
  /** Advance width of a code point in 1/1000 em. */
  readonly advance: (codePoint: number) => number;
}

/** Width of Han characters, stated once for a font; only other widths are listed. */
const DEFAULT_WIDTH = 1000;

const SERIF_SYMBOLIC = 0b110;
const ASCENT = 880;
const DESCENT = -120;
const CAP_HEIGHT = 729;
const STEM = { 'NotoSerifSC-Regular': 80, 'NotoSerifSC-Bold': 150 } as const;

/**
 * Embeds a cut font as Type0 over CIDFontType2.
 *
 * CIDs number the code points and a CIDToGIDMap leads them to glyphs: so text that is copied or
 * searched gives back exactly the characters of the record, though some share a glyph.
 */
export function embedFont(context: PDFContext, font: CutFont): EmbeddedFont {
  const points = [...font.glyphs.keys()].sort((a, b) => a - b);
  const advanceOf = glyphAdvances(font.tables);
  const advance = (point: number): number => advanceOf(font.glyphs.get(point) ?? 0);
  const baseFont = `${subsetTag(font.bytes)}+${font.name}`;
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: baseFont,
      CIDSystemInfo: {
        Registry: PDFHexString.of(hexOf('Adobe')),
        Ordering: PDFHexString.of(hexOf('Identity')),
        Supplement: 0,
      },
      FontDescriptor: addDescriptor(context, font, baseFont),
      DW: DEFAULT_WIDTH,
      W: widthArray(points.map(advance)),
      CIDToGIDMap: addStream(context, cidToGlyphMap(points, font.glyphs)),
    }),
  );
  const ref = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: baseFont,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: addStream(context, toUnicodeMap(points)),
    }),
  );
  return { ref, cids: new Map(points.map((point, index) => [point, index + 1])), advance };
}

function addDescriptor(context: PDFContext, font: CutFont, baseFont: string): PDFRef {
  const head = requiredTable(font.tables, 'head');
  return context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: PDFName.of(baseFont),
      Flags: SERIF_SYMBOLIC,
      FontBBox: [36, 38, 40, 42].map((offset) => head.getInt16(offset)),
      ItalicAngle: 0,
      Ascent: ASCENT,
      Descent: DESCENT,
      CapHeight: CAP_HEIGHT,
      StemV: STEM[font.name],
      FontFile2: addStream(context, font.bytes, { Length1: font.bytes.byteLength }),
    }),
  );
}

/** Six capitals that tell this subset from others of the same font, made from its bytes. */
function subsetTag(bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join(
    '',
  );
}

const hexOf = (text: string): string => Buffer.from(text, 'latin1').toString('hex').toUpperCase();

/** The W array of CIDs 1, 2, 3…: runs of widths other than the default. */
function widthArray(advances: readonly number[]): (number | number[])[] {
  const runs: (number | number[])[] = [];
  let run: number[] | undefined;
  for (const [index, advance] of advances.entries()) {
    if (advance === DEFAULT_WIDTH) {
      run = undefined;
    } else if (run === undefined) {
      run = [advance];
      runs.push(index + 1, run);
    } else {
      run.push(advance);
    }
  }
  return runs;
}

/** Two bytes a CID, from 0. */
function cidToGlyphMap(points: readonly number[], glyphs: ReadonlyMap<number, number>): Uint8Array {
  const map = new DataView(new ArrayBuffer(2 * (points.length + 1)));
  for (const [index, point] of points.entries()) {
    map.setUint16(2 * (index + 1), glyphs.get(point) ?? 0);
  }
  return new Uint8Array(map.buffer);
}

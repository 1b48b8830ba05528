import { createHash } from 'node:crypto';
import type { CutFont } from './cut-fonts.ts';
import { fontLook } from './font-facts.ts';
import type { PdfFile, Reference } from './pdf-file.ts';
import { glyphAdvances, outlinesOf } from './sfnt.ts';
import { toUnicodeMap } from './to-unicode.ts';

/** A font of the PDF. */
export interface EmbeddedFont {
  readonly reference: Reference;
  /** Code point → CID, one for each code point even where two share a glyph. */
  readonly cids: ReadonlyMap<number, number>;
  /** Advance width of a code point in 1/1000 em. */
  readonly advance: (codePoint: number) => number;
}

/** Width of Han characters, stated once for a font; only other widths are listed. */
const DEFAULT_WIDTH = 1000;

/** Its characters are not those of Latin alone: a reader must not look them up by the names of letters. */
const SYMBOLIC = 0b100;

/**
 * Embeds a cut font as Type0 over CIDFontType2.
 *
 * CIDs number the code points and a CIDToGIDMap leads them to glyphs: so text that is copied or
 * searched gives back exactly the characters of the record, though some share a glyph.
 */
export function embedFont(file: PdfFile, font: CutFont): EmbeddedFont {
  const points = [...font.glyphs.keys()].sort((a, b) => a - b);
  const advanceOf = glyphAdvances(font.tables);
  const advance = (point: number): number => advanceOf(font.glyphs.get(point) ?? 0);
  const baseFont = `${subsetTag(font.bytes)}+${font.name}`;
  const descendant = file.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${baseFont}` +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>' +
      `/FontDescriptor ${addDescriptor(file, font, baseFont)}` +
      `/DW ${DEFAULT_WIDTH}/W[${widthRuns(points.map(advance))}]` +
      `/CIDToGIDMap ${file.addStream(cidToGlyphMap(points, font.glyphs))}>>`,
  );
  const reference = file.add(
    `<</Type/Font/Subtype/Type0/BaseFont/${baseFont}/Encoding/Identity-H` +
      `/DescendantFonts[${descendant}]/ToUnicode ${file.addStream(toUnicodeMap(points))}>>`,
  );
  return { reference, cids: new Map(points.map((point, index) => [point, index + 1])), advance };
}

function addDescriptor(file: PdfFile, font: CutFont, baseFont: string): Reference {
  const { box, ascent, descent, capHeight, stem } = fontLook(font.tables);
  const outlines = outlinesOf(font.tables);
  const program = file.addStream(outlines, `/Length1 ${outlines.byteLength}`);
  return file.add(
    `<</Type/FontDescriptor/FontName/${baseFont}/Flags ${SYMBOLIC}/FontBBox[${box.join(' ')}]` +
      `/ItalicAngle 0/Ascent ${ascent}/Descent ${descent}/CapHeight ${capHeight}` +
      `/StemV ${stem}/FontFile2 ${program}>>`,
  );
}

/** Six capitals that tell this subset from others of the same font, made from its bytes. */
function subsetTag(bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join(
    '',
  );
}

/** The W array of CIDs 1, 2, 3…: runs of widths other than the default. */
function widthRuns(advances: readonly number[]): string {
  let runs = '';
  let isOpen = false;
  for (const [index, advance] of advances.entries()) {
    if (advance === DEFAULT_WIDTH) {
      if (isOpen) runs += ']';
      isOpen = false;
    } else {
      runs += isOpen ? ` ${advance}` : ` ${index + 1}[${advance}`;
      isOpen = true;
    }
  }
  return isOpen ? `${runs}]` : runs;
}

/** Two bytes a CID, from 0. */
function cidToGlyphMap(points: readonly number[], glyphs: ReadonlyMap<number, number>): Uint8Array {
  const map = new DataView(new ArrayBuffer(2 * (points.length + 1)));
  for (const [index, point] of points.entries()) {
    map.setUint16(2 * (index + 1), glyphs.get(point) ?? 0);
  }
  return new Uint8Array(map.buffer);
}

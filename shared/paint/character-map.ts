import { requiredTable, type SfntTables } from './sfnt.ts';

/** Code point → glyph id, for every character of the font; none for a subset without characters. */
export function codePointGlyphs(tables: SfntTables): ReadonlyMap<number, number> {
  const cmap = requiredTable(tables, 'cmap');
  const offsets = new Map<number, number>();
  for (let entry = 4; entry < 4 + 8 * cmap.getUint16(2); entry += 8) {
    const offset = cmap.getUint32(entry + 4);
    if (isUnicode(cmap.getUint16(entry), cmap.getUint16(entry + 2))) {
      offsets.set(cmap.getUint16(offset), offset);
    }
  }
  const full = offsets.get(12);
  if (full !== undefined) return segmentedCoverage(cmap, full);
  const basic = offsets.get(4);
  if (basic !== undefined) return segmentMapping(cmap, basic);
  if (offsets.size === 0) return new Map();
  throw new Error('the font has no cmap of format 12 or 4');
}

/** True for a map from Unicode: old fonts have others, from GBK or Big5, in the same formats. */
const isUnicode = (platform: number, encoding: number): boolean =>
  platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));

/** cmap format 12: groups of consecutive code points with consecutive glyphs. */
function segmentedCoverage(cmap: DataView, offset: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const groups = cmap.getUint32(offset + 12);
  for (let at = offset + 16; at < offset + 16 + 12 * groups; at += 12) {
    const first = cmap.getUint32(at);
    const last = cmap.getUint32(at + 4);
    const glyph = cmap.getUint32(at + 8);
    for (let codePoint = first; codePoint <= last; codePoint += 1) {
      glyphs.set(codePoint, glyph + codePoint - first);
    }
  }
  return glyphs;
}

/** cmap format 4: segments of the basic plane, by offset or by a table of glyphs. */
function segmentMapping(cmap: DataView, offset: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const doubled = cmap.getUint16(offset + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = cmap.getUint16(offset + 14 + segment);
    const first = cmap.getUint16(offset + 16 + doubled + segment);
    const delta = cmap.getUint16(offset + 16 + 2 * doubled + segment);
    const rangeAt = offset + 16 + 3 * doubled + segment;
    const range = cmap.getUint16(rangeAt);
    for (let codePoint = first; codePoint <= last && codePoint !== 0xffff; codePoint += 1) {
      const listed =
        range === 0 ? codePoint : cmap.getUint16(rangeAt + range + 2 * (codePoint - first));
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(codePoint, glyph);
    }
  }
  return glyphs;
}

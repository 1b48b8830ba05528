/** The tables of a TrueType file by tag, as views into its bytes. */
export type SfntTables = ReadonlyMap<string, DataView>;

/** Opens a TrueType file. Throws when it is none: our own fonts are damaged or missing. */
export function openSfnt(bytes: Uint8Array): SfntTables {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = file.byteLength >= 12 ? file.getUint32(0) : 0;
  if (version !== 0x00010000) throw new Error('not a TrueType font file');
  const tables = new Map<string, DataView>();
  for (let entry = 12; entry < 12 + 16 * file.getUint16(4); entry += 16) {
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const offset = bytes.byteOffset + file.getUint32(entry + 8);
    tables.set(tag, new DataView(bytes.buffer, offset, file.getUint32(entry + 12)));
  }
  return tables;
}

/** A table that every TrueType font has. */
export function requiredTable(tables: SfntTables, tag: string): DataView {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`the font has no table "${tag}"`);
  return table;
}

/** Code point → glyph id, for every character of the font; none for a subset without characters. */
export function codePointGlyphs(tables: SfntTables): ReadonlyMap<number, number> {
  const cmap = requiredTable(tables, 'cmap');
  const offsets = new Map<number, number>();
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const offset = cmap.getUint32(4 + 8 * index + 4);
    offsets.set(cmap.getUint16(offset), offset);
  }
  const full = offsets.get(12);
  if (full !== undefined) return segmentedCoverage(cmap, full);
  const basic = offsets.get(4);
  if (basic !== undefined) return segmentMapping(cmap, basic);
  if (offsets.size === 0) return new Map();
  throw new Error('the font has no cmap of format 12 or 4');
}

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

/** Advance width of a glyph, in 1/1000 em. */
export function glyphAdvances(tables: SfntTables): (glyph: number) => number {
  const unitsPerEm = requiredTable(tables, 'head').getUint16(18);
  const stated = requiredTable(tables, 'hhea').getUint16(34);
  const advances = requiredTable(tables, 'hmtx');
  return (glyph) => (advances.getUint16(4 * Math.min(glyph, stated - 1)) * 1000) / unitsPerEm;
}

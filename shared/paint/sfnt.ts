/** The tables of a TrueType file by tag, as views into its bytes. */
export type SfntTables = ReadonlyMap<string, DataView>;

const TRUE_TYPE = 0x00010000;

/** How Apple's files say that they are TrueType. */
const APPLE = 0x74727565;

const COLLECTION = 0x74746366;

/** Where each font of a file begins: more than one in a collection. Throws when the file is cut off. */
export function fontsIn(bytes: Uint8Array): readonly number[] {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.getUint32(0) !== COLLECTION) return [0];
  return Array.from({ length: file.getUint32(8) }, (_, face) => file.getUint32(12 + 4 * face));
}

/** Opens a font of a TrueType file. Throws when it is none. */
export function openSfnt(bytes: Uint8Array, face = 0): SfntTables {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = file.byteLength >= 12 ? (fontsIn(bytes)[face] ?? file.byteLength) : 0;
  const version = file.byteLength >= start + 12 ? file.getUint32(start) : 0;
  if (version !== TRUE_TYPE && version !== APPLE) throw new Error('not a TrueType font file');
  const tables = new Map<string, DataView>();
  const first = start + 12;
  for (let entry = first; entry < first + 16 * file.getUint16(start + 4); entry += 16) {
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const [offset, length] = [file.getUint32(entry + 8), file.getUint32(entry + 12)];
    // The memory that the bytes lie in may reach further, and hold anything.
    if (offset + length > bytes.byteLength) throw new Error(`table "${tag}" is cut off`);
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}

/** What a PDF asks of a font program whose glyphs it names itself: outlines and their measures. */
const OUTLINE_TABLES = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'];

/**
 * The font with its outlines alone, as a PDF embeds it: without cmap, names and screen metrics, which
 * the PDF states itself. Throws when a table of the outlines is missing.
 */
export function outlinesOf(tables: SfntTables): Uint8Array {
  const kept = OUTLINE_TABLES.map((tag) => [tag, requiredTable(tables, tag)] as const);
  const start = 12 + 16 * kept.length;
  const length = kept.reduce((sum, [, table]) => sum + padded(table.byteLength), start);
  const bytes = new Uint8Array(length);
  const file = new DataView(bytes.buffer);
  file.setUint32(0, TRUE_TYPE);
  file.setUint16(4, kept.length);
  // The largest power of two not above the number of tables, for readers that search by halves.
  const halves = Math.floor(Math.log2(kept.length));
  file.setUint16(6, 16 * 2 ** halves);
  file.setUint16(8, halves);
  file.setUint16(10, 16 * (kept.length - 2 ** halves));
  let at = start;
  for (const [index, [tag, table]] of kept.entries()) {
    const entry = 12 + 16 * index;
    for (let letter = 0; letter < 4; letter += 1) bytes[entry + letter] = tag.charCodeAt(letter);
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), at);
    file.setUint32(entry + 8, at);
    file.setUint32(entry + 12, table.byteLength);
    at += padded(table.byteLength);
  }
  writeChecksums(file);
  return bytes;
}

/** The sum of every table, and in head what makes the sum of the whole file come out. */
function writeChecksums(file: DataView): void {
  let adjustmentAt = 0;
  let sum = 0;
  for (let entry = 12; entry < 12 + 16 * file.getUint16(4); entry += 16) {
    const from = file.getUint32(entry + 8);
    if (file.getUint32(entry) === HEAD) {
      adjustmentAt = from + 8;
      file.setUint32(adjustmentAt, 0);
    }
    const ofTable = checksum(file, from, padded(file.getUint32(entry + 12)));
    file.setUint32(entry + 4, ofTable);
    sum += ofTable;
  }
  // The file is its directory and its tables, of which the sums are known.
  sum += checksum(file, 0, 12 + 16 * file.getUint16(4));
  file.setUint32(adjustmentAt, WHOLE_FILE - sum);
}

/** 'head' as a number, and what a whole font file sums up to (OpenType, head.checksumAdjustment). */
const HEAD = 0x68656164;
const WHOLE_FILE = 0xb1b0afba;

const padded = (length: number): number => Math.ceil(length / 4) * 4;

function checksum(file: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + file.getUint32(at)) | 0;
  return sum >>> 0;
}

/** A table that every TrueType font has. */
export function requiredTable(tables: SfntTables, tag: string): DataView {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`the font has no table "${tag}"`);
  return table;
}

/** Advance width of a glyph, in whole 1/1000 em: as near as PDF/A asks the stated width to be. */
export function glyphAdvances(tables: SfntTables): (glyph: number) => number {
  const unitsPerEm = requiredTable(tables, 'head').getUint16(18);
  const stated = requiredTable(tables, 'hhea').getUint16(34);
  const advances = requiredTable(tables, 'hmtx');
  return (glyph) =>
    Math.round((advances.getUint16(4 * Math.min(glyph, stated - 1)) * 1000) / unitsPerEm);
}

import { codePointGlyphs } from '../shared/paint/character-map.ts';
import { openFonts } from '../shared/paint/open-fonts.ts';
import { openSfnt } from '../shared/paint/sfnt.ts';
import { loadFonts } from '../templates/fonts/load-fonts.ts';

/** A font that a test wants, as an operator might drop one in. */
export interface FontSketch {
  readonly name: string;
  /** Character → the character of our own regular font whose outline it shows. */
  readonly glyphs: Readonly<Record<string, string>>;
  /** OS/2 fsType; 0 (anything goes) unless stated. */
  readonly rights?: number;
  /** 1000 unless stated: others make widths that are no whole thousandths. */
  readonly unitsPerEm?: number;
  /** Tables to add, which may say anything, or to leave out. */
  readonly tables?: Readonly<Record<string, Uint8Array | null>>;
}

const files = loadFonts();

const pointOf = (character: string): number => character.codePointAt(0) ?? 0;

/** A TrueType file. */
export async function makeFont(sketch: FontSketch): Promise<Uint8Array> {
  const full = files.stack.regular.at(-1);
  if (full === undefined) throw new Error('the stack has no fonts');
  const cut = (await openFonts(files))(full).subset(Object.values(sketch.glyphs).map(pointOf));
  const tables = openSfnt(cut);
  const known = codePointGlyphs(tables);
  const glyphs = Object.entries(sketch.glyphs).map(([character, shown]) => {
    const glyph = known.get(pointOf(shown));
    if (glyph === undefined) throw new Error(`our own font has no ${shown}`);
    return [pointOf(character), glyph] as const;
  });
  const written = new Map<string, Uint8Array>();
  for (const [tag, { buffer, byteOffset, byteLength }] of tables) {
    written.set(tag, new Uint8Array(buffer, byteOffset, byteLength).slice());
  }
  new DataView(written.get('OS/2')?.buffer as ArrayBuffer).setUint16(8, sketch.rights ?? 0);
  const head = new DataView(written.get('head')?.buffer as ArrayBuffer);
  head.setUint16(18, sketch.unitsPerEm ?? 1000);
  written.set('cmap', characterMap(glyphs));
  written.set('name', nameTable(sketch.name));
  for (const [tag, table] of Object.entries(sketch.tables ?? {})) {
    if (table === null) written.delete(tag);
    else written.set(tag, table);
  }
  return fontFile(written);
}

/** A collection of such fonts: theirs are the places of tables from the start of the file. */
export function makeCollection(fonts: readonly Uint8Array[]): Uint8Array {
  const head = 12 + 4 * fonts.length;
  const bytes = new Uint8Array(head + fonts.reduce((sum, font) => sum + font.length, 0));
  const file = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('ttcf'));
  file.setUint32(4, 0x00010000);
  file.setUint32(8, fonts.length);
  let start = head;
  for (const [index, font] of fonts.entries()) {
    file.setUint32(12 + 4 * index, start);
    bytes.set(font, start);
    for (let entry = 0; entry < file.getUint16(start + 4); entry += 1) {
      const at = start + 12 + 16 * entry + 8;
      file.setUint32(at, file.getUint32(at) + start);
    }
    start += font.length;
  }
  return bytes;
}

/** cmap of format 12, a group for each character. */
function characterMap(glyphs: readonly (readonly [point: number, glyph: number])[]): Uint8Array {
  const sorted = glyphs.toSorted(([a], [b]) => a - b);
  const table = new DataView(new ArrayBuffer(12 + 16 + 12 * sorted.length));
  table.setUint16(2, 1);
  table.setUint16(4, 3);
  table.setUint16(6, 10);
  table.setUint32(8, 12);
  table.setUint16(12, 12);
  table.setUint32(16, 16 + 12 * sorted.length);
  table.setUint32(24, sorted.length);
  for (const [index, [point, glyph]] of sorted.entries()) {
    const at = 28 + 12 * index;
    table.setUint32(at, point);
    table.setUint32(at + 4, point);
    table.setUint32(at + 8, glyph);
  }
  return new Uint8Array(table.buffer);
}

/** A PostScript name and nothing else. */
function nameTable(name: string): Uint8Array {
  const table = new DataView(new ArrayBuffer(18 + 2 * name.length));
  table.setUint16(2, 1);
  table.setUint16(4, 18);
  for (const [at, value] of [
    [6, 3],
    [8, 1],
    [10, 0x409],
    [12, 6],
    [14, 2 * name.length],
  ] as const) {
    table.setUint16(at, value);
  }
  for (let at = 0; at < name.length; at += 1) table.setUint16(18 + 2 * at, name.charCodeAt(at));
  return new Uint8Array(table.buffer);
}

function fontFile(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const padded = (length: number): number => Math.ceil(length / 4) * 4;
  const head = 12 + 16 * sorted.length;
  const bytes = new Uint8Array(sorted.reduce((sum, [, table]) => sum + padded(table.length), head));
  const file = new DataView(bytes.buffer);
  file.setUint32(0, 0x00010000);
  file.setUint16(4, sorted.length);
  let at = head;
  for (const [index, [tag, table]] of sorted.entries()) {
    const entry = 12 + 16 * index;
    bytes.set(new TextEncoder().encode(tag), entry);
    file.setUint32(entry + 8, at);
    file.setUint32(entry + 12, table.length);
    bytes.set(table, at);
    at += padded(table.length);
  }
  return bytes;
}

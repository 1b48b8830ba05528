import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip as it is to be written, lies included. */
export interface WrittenEntry {
  readonly name: string;
  readonly data: Uint8Array;
  readonly stored?: true;
  /** Sizes after the data, as writers do that do not know them before. */
  readonly sizesAfter?: true;
  /** What the headers say instead of what is true. */
  readonly claims?: {
    readonly inflated?: number;
    readonly packed?: number;
    readonly crc?: number;
    readonly method?: number;
    readonly flags?: number;
    readonly offset?: number;
  };
}

const UTF8_NAME = 0x0800;
const SIZES_AFTER = 0x0008;

/** Writes a zip entry by entry, exactly as told; names may repeat. */
export function writeZip(entries: readonly WrittenEntry[], comment = ''): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = writtenEntry(entry, offset);
    locals.push(local);
    directory.push(central);
    offset += local.length;
  }
  const directoryBytes = directory.reduce((sum, { length }) => sum + length, 0);
  const said = new TextEncoder().encode(comment);
  const end = record(22 + said.length, (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, entries.length, true);
    view.setUint16(10, entries.length, true);
    view.setUint32(12, directoryBytes, true);
    view.setUint32(16, offset, true);
    view.setUint16(20, said.length, true);
  });
  end.set(said, 22);
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]));
}

function writtenEntry(entry: WrittenEntry, offset: number) {
  const { name: text, data, stored, sizesAfter, claims = {} } = entry;
  const name = new TextEncoder().encode(text);
  const packed = stored ? data : new Uint8Array(deflateRawSync(data, { level: 1 }));
  const flags = claims.flags ?? UTF8_NAME | (sizesAfter ? SIZES_AFTER : 0);
  const method = claims.method ?? (stored ? 0 : 8);
  const crc = claims.crc ?? crc32(data);
  const sizes = {
    packed: claims.packed ?? packed.length,
    inflated: claims.inflated ?? data.length,
  };
  const described = (view: DataView, at: number, known: boolean): void => {
    view.setUint16(at, flags, true);
    view.setUint16(at + 2, method, true);
    view.setUint32(at + 8, known ? crc : 0, true);
    view.setUint32(at + 12, known ? sizes.packed : 0, true);
    view.setUint32(at + 16, known ? sizes.inflated : 0, true);
    view.setUint16(at + 20, name.length, true);
  };
  const head = record(30 + name.length, (view) => {
    view.setUint32(0, 0x04034b50, true);
    view.setUint16(4, 20, true);
    described(view, 6, sizesAfter !== true);
  });
  head.set(name, 30);
  const after = record(sizesAfter ? 16 : 0, (view) => {
    if (!sizesAfter) return;
    view.setUint32(0, 0x08074b50, true);
    view.setUint32(4, crc, true);
    view.setUint32(8, sizes.packed, true);
    view.setUint32(12, sizes.inflated, true);
  });
  const central = record(46 + name.length, (view) => {
    view.setUint32(0, 0x02014b50, true);
    view.setUint16(6, 20, true);
    described(view, 8, true);
    view.setUint32(42, claims.offset ?? offset, true);
  });
  central.set(name, 46);
  return { local: new Uint8Array(Buffer.concat([head, packed, after])), central };
}

function record(length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  fill(new DataView(bytes.buffer));
  return bytes;
}

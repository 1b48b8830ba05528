import { deflateRawSync, crc32 as sumOf } from 'node:zlib';

/** An entry as a test wants it, true to its bytes unless told otherwise. */
export interface MadeEntry {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** Packed bytes of one's own making, with their size once inflated. */
  readonly packed?: { readonly bytes: Uint8Array; readonly inflated: number; readonly crc: number };
  /** What the directory says of the size, when it is to lie. */
  readonly says?: number;
  readonly encrypted?: true;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const DEFLATED = 8;

/** A zip, entry by entry as given: names may repeat and sizes may lie, which no library would write. */
export function zipBytes(entries: readonly MadeEntry[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data);
    const packed = Buffer.from(entry.packed?.bytes ?? deflateRawSync(data));
    const crc = entry.packed?.crc ?? sumOf(data);
    const size = entry.says ?? entry.packed?.inflated ?? data.length;
    const name = Buffer.from(entry.name);
    const common = commonFields(entry, crc, packed.length, size, name.length);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL_HEADER);
    pieces.push(local, common, name, packed);
    const head = Buffer.alloc(6);
    head.writeUInt32LE(DIRECTORY_ENTRY);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(head, common, tail, name);
    offset += 4 + common.length + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...pieces, list, end]));
}

/** Version, flags, method, time, sum, sizes and lengths: the same in both headers of an entry. */
function commonFields(
  { encrypted }: MadeEntry,
  crc: number,
  packed: number,
  size: number,
  nameLength: number,
): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(encrypted ? 1 : 0, 2);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

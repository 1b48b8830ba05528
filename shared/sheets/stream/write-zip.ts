import type { PackedPart } from './packed-part.ts';

/*
 * A zip package of parts that are deflated already, as a stream. Times are fixed: the first of January
 * 2000, as every workbook of ours says.
 */

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const VERSION = 20;
const DEFLATED = 8;
const MIDNIGHT = 0;
const FIRST_OF_2000 = (20 << 9) | (1 << 5) | 1;

/** Beyond this many bytes a package needs other headers, which older readers do not know. */
const LARGEST = 0xffffffff;

/** The bytes of a package, its parts in the order given. Throws RangeError beyond 4 GiB. */
export function* zipPieces(parts: readonly PackedPart[]): Generator<Uint8Array> {
  const places: number[] = [];
  let at = 0;
  for (const part of parts) {
    places.push(at);
    const header = localHeader(part);
    yield header;
    yield* part.pieces;
    at += header.length + deflatedSize(part);
    if (at > LARGEST || part.size > LARGEST) throw new RangeError(`a package of ${at} bytes`);
  }
  const directory = parts.map((part, index) => directoryHeader(part, places[index] ?? 0));
  yield* directory;
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  yield directoryEnd(parts.length, size, at);
}

const deflatedSize = ({ pieces }: PackedPart): number =>
  pieces.reduce((sum, { length }) => sum + length, 0);

/** What both headers of a part say in the same order, from the version on. */
function describe(view: DataView, from: number, part: PackedPart, name: Uint8Array): void {
  view.setUint16(from, VERSION, true);
  view.setUint16(from + 2, 0, true);
  view.setUint16(from + 4, DEFLATED, true);
  view.setUint16(from + 6, MIDNIGHT, true);
  view.setUint16(from + 8, FIRST_OF_2000, true);
  view.setUint32(from + 10, part.checksum, true);
  view.setUint32(from + 14, deflatedSize(part), true);
  view.setUint32(from + 18, part.size, true);
  view.setUint16(from + 22, name.length, true);
}

function localHeader(part: PackedPart): Uint8Array {
  const name = new TextEncoder().encode(part.name);
  const bytes = new Uint8Array(30 + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, LOCAL_HEADER, true);
  describe(view, 4, part, name);
  bytes.set(name, 30);
  return bytes;
}

function directoryHeader(part: PackedPart, place: number): Uint8Array {
  const name = new TextEncoder().encode(part.name);
  const bytes = new Uint8Array(46 + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, DIRECTORY_HEADER, true);
  view.setUint16(4, VERSION, true);
  describe(view, 6, part, name);
  view.setUint32(42, place, true);
  bytes.set(name, 46);
  return bytes;
}

function directoryEnd(count: number, size: number, place: number): Uint8Array {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, DIRECTORY_END, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, place, true);
  return bytes;
}

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

/** As many parts as a package can count without those other headers. */
export const MOST_PARTS = 0xffff;

/** The bytes of a package, its parts in the order given. Throws RangeError beyond 4 GiB. */
export function* zipPieces(parts: readonly PackedPart[]): Generator<Uint8Array> {
  const directory = openDirectory();
  for (const part of parts) yield* piecesOf(part, directory);
  yield* endOf(directory);
}

/** The same of parts that come one by one: none is held longer than its turn. */
export async function* zipStream(parts: AsyncIterable<PackedPart>): AsyncGenerator<Uint8Array> {
  const directory = openDirectory();
  for await (const part of parts) yield* piecesOf(part, directory);
  yield* endOf(directory);
}

/** What is known of a package while it is written. */
interface Directory {
  readonly headers: Uint8Array[];
  at: number;
}

const openDirectory = (): Directory => ({ headers: [], at: 0 });

function* piecesOf(part: PackedPart, directory: Directory): Generator<Uint8Array> {
  const { headers, at } = directory;
  const header = localHeader(part);
  headers.push(directoryHeader(part, at));
  yield header;
  yield* part.pieces;
  directory.at += header.length + deflatedSize(part);
  if (directory.at > LARGEST || part.size > LARGEST || headers.length > MOST_PARTS) {
    throw new RangeError(`a package of ${directory.at} bytes, ${headers.length} parts`);
  }
}

function* endOf({ headers, at }: Directory): Generator<Uint8Array> {
  yield* headers;
  const size = headers.reduce((sum, { length }) => sum + length, 0);
  yield directoryEnd(headers.length, size, at);
}

const deflatedSize = ({ pieces }: PackedPart): number =>
  pieces.reduce((sum, { length }) => sum + length, 0);

/** Says that a name is UTF-8; ASCII is the same either way. */
const UTF8_NAME = 1 << 11;

/** What both headers of a part say in the same order, from the version on. */
function describe(view: DataView, from: number, part: PackedPart, name: Uint8Array): void {
  view.setUint16(from, VERSION, true);
  view.setUint16(from + 2, name.length === part.name.length ? 0 : UTF8_NAME, true);
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

import { damaged } from '../refused.ts';

/** An entry of a zip package as its central directory describes it. */
export interface ZipEntry {
  /** With `/` between folders, whatever the producer wrote. */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly inflated: number;
  /** Position of the local header. */
  readonly offset: number;
  readonly encrypted: boolean;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const EXTRA_64 = 0x0001;
const SEE_EXTRA = 0xffffffff;
const MANY_ENTRIES = 0xffff;

/**
 * The entries of a zip package, `most` + 1 of them at most: one more than allowed tells that there are
 * too many. A package without its directory was cut short: the directory stands at the end.
 */
export function readDirectory(bytes: Uint8Array, most: number): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = findDirectory(view);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < Math.min(count, most + 1); index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw damaged('broken');
    }
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged('broken');
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name: name.replaceAll('\\', '/'),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...sizesOf(view, at, at + 46 + nameLength, extraLength),
    });
    at = next;
  }
  return entries;
}

type Sizes = Pick<ZipEntry, 'packed' | 'inflated' | 'offset'>;

/** Some producers write 64-bit sizes whether they need them or not. */
function sizesOf(view: DataView, at: number, extraStart: number, extraLength: number): Sizes {
  const written = [at + 24, at + 20, at + 42].map((place) => view.getUint32(place, true));
  if (written.includes(SEE_EXTRA)) {
    let extra = extraStart;
    const end = extraStart + extraLength;
    while (extra + 4 <= end && view.getUint16(extra, true) !== EXTRA_64) {
      extra += 4 + view.getUint16(extra + 2, true);
    }
    extra += 4;
    for (const [index, value] of written.entries()) {
      if (value !== SEE_EXTRA) continue;
      if (extra + 8 > end) throw damaged('forged');
      written[index] = Number(view.getBigUint64(extra, true));
      extra += 8;
    }
  }
  const [inflated = 0, packed = 0, offset = 0] = written;
  return { inflated, packed, offset };
}

/** The end-of-directory record stands in the last 64 KiB, before an optional comment. */
function findDirectory(view: DataView): { readonly count: number; readonly start: number } {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 65_558; at -= 1) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    return count === MANY_ENTRIES || start === SEE_EXTRA ? directory64(view, at) : { count, start };
  }
  throw damaged('truncated');
}

function directory64(view: DataView, end: number): { count: number; start: number } {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) {
    return { count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) };
  }
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_OF_DIRECTORY_64) {
    throw damaged('forged');
  }
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    start: Number(view.getBigUint64(at + 48, true)),
  };
}

import { Inflate, strFromU8, strToU8, zipSync } from 'fflate';
import { MAX_INFLATED_BYTES, MAX_INFLATION_RATIO, MAX_ZIP_ENTRIES } from './limits.ts';
import type { Refusal } from './read-result.ts';

/** A package opened within bounds: its parts by name. */
export type OpenedPackage =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly refusal: Refusal };

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly inflated: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

const CONTENT_TYPES = '[Content_Types].xml';

/**
 * Parts that carry values, headers and number formats; drawings, comments, macros, links to other
 * files stay shut.
 */
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/(workbook|styles|sharedStrings|metadata)\.bin|xl\/_rels\/[^/]+|xl\/worksheets\/[^/]+\.(xml|bin)|mimetype|content\.xml|styles\.xml|META-INF\/manifest\.xml|word\/document\.xml)$/i;

/**
 * Opens the parts of a zip package that are needed to read values. The directory is checked before
 * anything is inflated, and inflating stops at the bound, because declared sizes can lie.
 */
export function openPackage(bytes: Uint8Array): OpenedPackage {
  const entries = readDirectory(bytes);
  if (entries === undefined) return { ok: false, refusal: { kind: 'damaged' } };
  const declared = entries.reduce((sum, entry) => sum + entry.inflated, 0);
  if (
    entries.length > MAX_ZIP_ENTRIES ||
    declared > MAX_INFLATED_BYTES ||
    declared > bytes.length * MAX_INFLATION_RATIO
  ) {
    return { ok: false, refusal: { kind: 'too-heavy' } };
  }
  const parts = new Map<string, Uint8Array>();
  let left = Math.min(MAX_INFLATED_BYTES, bytes.length * MAX_INFLATION_RATIO);
  for (const entry of entries) {
    if (!NEEDED.test(entry.name)) continue;
    if (entry.encrypted) return { ok: false, refusal: { kind: 'encrypted' } };
    const part = inflateEntry(bytes, entry, left);
    if (part === 'damaged' || part === 'too-heavy') return { ok: false, refusal: { kind: part } };
    left -= part.length;
    parts.set(entry.name, part);
  }
  return { ok: true, parts };
}

/** The parts as a package again, uncompressed, for a reader that wants a zip. */
export const repack = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(withoutShutParts(parts)), { level: 0 });

/** The list of contents must not name what was left out: readers fail on a part that is missing. */
function withoutShutParts(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const kept = new Map(parts);
  const types = parts.get(CONTENT_TYPES);
  if (types === undefined) return kept;
  const text = strFromU8(types).replace(
    /<(?:\w+:)?Override\b[^>]*\bPartName="\/([^"]*)"[^>]*?(?:\/>|>\s*<\/(?:\w+:)?Override>)/g,
    (element, name: string) => (parts.has(name) ? element : ''),
  );
  return kept.set(CONTENT_TYPES, strToU8(text));
}

function readDirectory(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const tail = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      inflated: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + tail;
  }
  return entries;
}

/** The end-of-directory record stands in the last 64 KiB, before an optional comment. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 65_558; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return undefined;
}

function inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  limit: number,
): Uint8Array | 'damaged' | 'too-heavy' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length) return 'damaged';
  if (view.getUint32(entry.offset, true) !== LOCAL_HEADER) return 'damaged';
  const start =
    entry.offset +
    30 +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > bytes.length) return 'damaged';
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === STORED) return packed.length > limit ? 'too-heavy' : packed;
  if (entry.method !== DEFLATED) return 'damaged';
  return inflateBounded(packed, limit);
}

/** Packed bytes handed to the inflater at a time: bounds what one step can produce. */
const STEP = 64 * 1024;

function inflateBounded(packed: Uint8Array, limit: number): Uint8Array | 'damaged' | 'too-heavy' {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && length <= limit; at += STEP) {
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch {
    // fflate throws on broken streams; a broken stream is the unit's file, not our fault.
    return 'damaged';
  }
  return length > limit ? 'too-heavy' : joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

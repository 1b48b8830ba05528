import { Inflate, inflateSync } from 'fflate/browser';
import type { ReadLimits } from '../limits.ts';
import { damaged, Refused, tooHeavy } from '../refused.ts';
import { crc32 } from './crc-32.ts';
import type { ZipEntry } from './zip-directory.ts';

const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** Deflate makes at most this many bytes of one. */
const MOST_PER_BYTE = 1032;

/** Gives room for so many bytes. */
export type RoomOf = (bytes: number) => Uint8Array;

/**
 * The bytes of an entry, as many as the directory promised and with the sum it promised. Sizes can
 * lie: what does not fit the promise is not kept, and ends the reading.
 */
export function inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  limits: ReadLimits,
  roomOf: RoomOf,
): Uint8Array {
  if (entry.encrypted) throw new Refused({ kind: 'encrypted', by: 'password' });
  const part = bytesOf(packedBytes(bytes, entry), entry, limits, roomOf);
  if (crc32(part) !== entry.crc) throw damaged('broken');
  return part;
}

function bytesOf(
  packed: Uint8Array,
  entry: ZipEntry,
  limits: ReadLimits,
  roomOf: RoomOf,
): Uint8Array {
  if (entry.inflated > limits.partBytes) throw tooHeavy('inflated-size', limits.partBytes);
  if (entry.method === STORED) {
    if (packed.length !== entry.inflated) throw damaged('forged');
    return packed;
  }
  if (entry.method !== DEFLATED) throw damaged('forged');
  // Deflate never adds more than some bytes a block: what is packed into less was never there.
  if (packed.length > entry.inflated * 1.01 + 64) throw tooHeavy('false-size', entry.inflated);
  if (packed.length === 0 || entry.inflated > packed.length * MOST_PER_BYTE)
    throw damaged('forged');
  return inflate(packed, entry.inflated, roomOf(entry.inflated + 1));
}

function packedBytes(bytes: Uint8Array, { offset, packed }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) {
    throw damaged('broken');
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw damaged('broken');
  return bytes.subarray(start, start + packed);
}

/**
 * Inflates into room for one byte more than promised: when that is filled, there is more than was
 * promised. Nothing is ever written beyond the room.
 */
function inflate(packed: Uint8Array, promised: number, room: Uint8Array): Uint8Array {
  let part: Uint8Array;
  try {
    part = inflateSync(packed, { out: room });
  } catch (error) {
    // What fflate copies beyond the room, JavaScript refuses with a RangeError. Its own errors tell of a
    // broken stream, which is the unit's file, not our fault.
    throw error instanceof RangeError ? tooMuch(packed, promised) : damaged('broken');
  }
  if (part.length > promised) throw tooMuch(packed, promised);
  if (part.length < promised) throw damaged('broken');
  return part;
}

/** How much more than promised shows that the promise was a lie; a damaged stream breaks off before. */
const LIE = 1024 * 1024;
const STEP = 4096;

/** Goes on for a while and keeps nothing, to tell a lie from damage. */
function tooMuch(packed: Uint8Array, promised: number): Refused {
  let length = 0;
  const inflater = new Inflate((chunk) => {
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && length <= promised + LIE; at += STEP) {
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch {
    // The stream is broken: damage.
  }
  return length > promised + LIE ? tooHeavy('false-size', promised) : damaged('broken');
}

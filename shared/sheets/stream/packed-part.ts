import { crc32, createDeflateRaw, type DeflateRaw, deflateRawSync } from 'node:zlib';

/** A part of a package, deflated. */
export interface PackedPart {
  readonly name: string;
  /** CRC-32 and number of the bytes before they were deflated. */
  readonly checksum: number;
  readonly size: number;
  readonly pieces: readonly Uint8Array[];
}

/** Part of the toolchain that outputs depend on: zlib as Node brings it. */
const LEVEL = 6;

/** A part that is there already. */
export const packed = (name: string, bytes: Uint8Array): PackedPart => ({
  name,
  checksum: crc32(bytes),
  size: bytes.length,
  pieces: [deflateRawSync(bytes, { level: LEVEL })],
});

/** A part whose text comes piece by piece; only its deflated bytes are held. */
export interface GrowingPart {
  /** Takes more text; resolves when there is room for the next. */
  readonly write: (text: string) => Promise<void>;
  readonly end: () => Promise<PackedPart>;
}

/** Characters that are gathered before they are deflated. */
const AT_ONCE = 256 * 1024;

/** A part that grows. Small ones are deflated in one go. */
export function growPart(name: string): GrowingPart {
  let waiting = '';
  let stream: DeflateRaw | null = null;
  let checksum = 0;
  let size = 0;
  const pieces: Uint8Array[] = [];

  const counted = (text: string): Buffer => {
    const bytes = Buffer.from(text, 'utf8');
    checksum = crc32(bytes, checksum);
    size += bytes.length;
    return bytes;
  };
  const deflate = async (text: string): Promise<void> => {
    stream ??= openStream(pieces);
    await written(stream, counted(text));
  };
  return {
    async write(text) {
      waiting += text;
      if (waiting.length < AT_ONCE) return;
      const full = waiting;
      waiting = '';
      await deflate(full);
    },
    async end() {
      if (stream === null) {
        return packed(name, Buffer.from(waiting, 'utf8'));
      }
      await deflate(waiting);
      await ended(stream);
      return { name, checksum, size, pieces };
    },
  };
}

function openStream(pieces: Uint8Array[]): DeflateRaw {
  const stream = createDeflateRaw({ level: LEVEL });
  stream.on('data', (piece: Uint8Array) => void pieces.push(piece));
  return stream;
}

const written = (stream: DeflateRaw, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(bytes, (error) => (error ? reject(error) : resolve()));
  });

const ended = (stream: DeflateRaw): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.once('error', reject);
    stream.once('end', resolve);
    stream.end();
  });

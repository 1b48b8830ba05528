import { constants, deflateRawSync } from 'node:zlib';

/** A deflated stream that inflates to something huge, with the size it inflates to. */
export interface Repeated {
  readonly bytes: Uint8Array;
  readonly inflated: number;
  readonly crc: number;
}

const FINAL_EMPTY_BLOCK = Buffer.from([0x03, 0x00]);

/**
 * `before`, then `text` again and again until `inflated` bytes are reached, then `after`, deflated
 * without ever being made: a flushed block stands for itself and can be repeated as it is.
 */
export function repeated(before: string, text: string, inflated: number, after: string): Repeated {
  const flushed = (data: string): Buffer =>
    deflateRawSync(data, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const megabyte = text.repeat(Math.max(1, Math.floor((1 << 20) / Buffer.byteLength(text))));
  const size = Buffer.byteLength(megabyte);
  const times = Math.ceil(inflated / size);
  const block = flushed(megabyte);
  const bytes = Buffer.concat([
    flushed(before),
    ...Array.from({ length: times }, () => block),
    flushed(after),
    FINAL_EMPTY_BLOCK,
  ]);
  const whole = Buffer.byteLength(before) + times * size + Buffer.byteLength(after);
  // Bombs are refused before anybody could check their sum.
  return { bytes: new Uint8Array(bytes), inflated: whole, crc: 0 };
}

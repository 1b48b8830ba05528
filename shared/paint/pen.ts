/** Writes bytes of a PDF, without a string for every character or number. */
export interface Pen {
  /** How many bytes were written. */
  readonly length: number;
  /** Writes what is ASCII. */
  write(text: string): void;
  /** Writes a number with at most two decimals, as the pages state their coordinates. */
  writeNumber(value: number): void;
  /** Writes a CID as four hexadecimal digits. */
  writeCode(cid: number): void;
  /** What was written; the pen begins anew. */
  take(): Uint8Array;
}

const FIRST_SIZE = 128 * 1024;
const HEX_DIGITS = new TextEncoder().encode('0123456789ABCDEF');

const ZERO = 0x30;
const POINT = 0x2e;
const MINUS = 0x2d;

/** The longest number, minus and decimals included. */
const LONGEST_NUMBER = 24;

/** From here on a call of Node's encoder is faster than a loop. */
const LONG = 32;

/** A pen whose room grows as it is needed, and stays for the next page. */
export const openPen = (): Pen => new BufferPen();

class BufferPen implements Pen {
  #bytes = Buffer.allocUnsafeSlow(FIRST_SIZE);
  length = 0;

  write(text: string): void {
    const { length } = text;
    this.#makeRoom(length);
    if (length < LONG) {
      const bytes = this.#bytes;
      const at = this.length;
      for (let index = 0; index < length; index += 1) bytes[at + index] = text.charCodeAt(index);
    } else {
      this.#bytes.write(text, this.length, 'latin1');
    }
    this.length += length;
  }

  writeNumber(value: number): void {
    this.#makeRoom(LONGEST_NUMBER);
    const hundredths = Math.round(Math.abs(value) * 100);
    const whole = Math.floor(hundredths / 100);
    const decimals = hundredths - 100 * whole;
    if (value < 0 && hundredths > 0) this.#put(MINUS);
    this.#writeWhole(whole);
    if (decimals === 0) return;
    this.#put(POINT);
    this.#put(ZERO + Math.floor(decimals / 10));
    if (decimals % 10 !== 0) this.#put(ZERO + (decimals % 10));
  }

  writeCode(cid: number): void {
    this.#makeRoom(4);
    // Every character of the report comes here.
    const bytes = this.#bytes;
    const at = this.length;
    bytes[at] = HEX_DIGITS[cid >> 12] ?? 0;
    bytes[at + 1] = HEX_DIGITS[(cid >> 8) & 15] ?? 0;
    bytes[at + 2] = HEX_DIGITS[(cid >> 4) & 15] ?? 0;
    bytes[at + 3] = HEX_DIGITS[cid & 15] ?? 0;
    this.length = at + 4;
  }

  take(): Uint8Array {
    const taken = new Uint8Array(this.#bytes.subarray(0, this.length));
    this.length = 0;
    return taken;
  }

  #writeWhole(whole: number): void {
    let power = 1;
    while (power * 10 <= whole) power *= 10;
    for (; power >= 1; power /= 10) this.#put(ZERO + (Math.floor(whole / power) % 10));
  }

  #put(byte: number): void {
    this.#bytes[this.length] = byte;
    this.length += 1;
  }

  #makeRoom(length: number): void {
    if (this.length + length <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.#bytes.length + length));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}

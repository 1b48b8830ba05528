/** Writes the bytes of a content stream, without a string for every character. */
export interface Pen {
  /** Writes operators, which are ASCII. */
  readonly write: (text: string) => void;
  /** Writes a CID as four hexadecimal digits. */
  readonly writeCode: (cid: number) => void;
  /** What was written; the pen begins anew. */
  readonly take: () => Uint8Array;
}

const FIRST_SIZE = 128 * 1024;
const DIGITS = new TextEncoder().encode('0123456789ABCDEF');

/** A pen whose room grows as it is needed, and stays for the next page. */
export function openPen(): Pen {
  let bytes = new Uint8Array(FIRST_SIZE);
  let at = 0;
  const makeRoom = (length: number): void => {
    if (at + length <= bytes.length) return;
    const larger = new Uint8Array(2 * (bytes.length + length));
    larger.set(bytes.subarray(0, at));
    bytes = larger;
  };
  return {
    write: (text) => {
      makeRoom(text.length);
      // Operators are short: a loop is faster than a call of Node's encoder.
      for (let index = 0; index < text.length; index += 1)
        bytes[at + index] = text.charCodeAt(index);
      at += text.length;
    },
    writeCode: (cid) => {
      makeRoom(4);
      bytes[at] = DIGITS[cid >> 12] ?? 0;
      bytes[at + 1] = DIGITS[(cid >> 8) & 15] ?? 0;
      bytes[at + 2] = DIGITS[(cid >> 4) & 15] ?? 0;
      bytes[at + 3] = DIGITS[cid & 15] ?? 0;
      at += 4;
    },
    take: () => {
      const taken = bytes.slice(0, at);
      at = 0;
      return taken;
    },
  };
}

import type { XmlScanner } from '../xml/xml-scanner.ts';

const LETTER_A = 0x41;
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

/** Row and column from 1, or null for what is no address. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The place of an address such as `AG17` in the bytes from `start` to `end`; `$` signs are looked over. */
export function placeAt(scanner: XmlScanner, start: number, end: number): CellPlace | null {
  let column = 0;
  let row = 0;
  for (let at = start; at < end; at += 1) {
    const byte = scanner.byteAt(at);
    // Bit 5 apart, small letters are capitals.
    const letter = (byte & 0xdf) - LETTER_A;
    if (byte >= 0x30 && byte <= 0x39) row = row * 10 + byte - 0x30;
    else if (byte >= LETTER_A && letter >= 0 && letter < 26 && row === 0) {
      column = column * 26 + letter + 1;
    } else if (byte !== 0x24) return null;
    if (column > MOST_COLUMNS || row > MOST_ROWS) return null;
  }
  return row === 0 || column === 0 ? null : { row, column };
}

/*
 * The records of an .xls ([MS-XLS]), looked at before a parser sees them: how old it is, whether it is
 * locked or runs macros, and how much is in it.
 */

/** What the records of an .xls say. */
export interface BiffLook {
  /** Excel 97 or later. */
  readonly isBiff8: boolean;
  readonly isEncrypted: boolean;
  readonly hasMacroSheet: boolean;
  readonly sheets: number;
  readonly filledCells: number;
}

const BOF = 0x0809;
const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;
const MULTIPLE_NUMBERS = 0x00bd;
const BIFF8 = 0x0600;
const MACRO_SHEET = 1;

/** Formula, text of the shared list, number, text, truth or error, number in short. */
const CELLS: ReadonlySet<number> = new Set([0x0006, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e]);

/** Blank cells that only carry a format, one or many; drawings, pictures; comments and their boxes. */
const OF_NO_USE: ReadonlySet<number> = new Set([
  0x0201, 0x00be, 0x00ec, 0x00eb, 0x007f, 0x005d, 0x001c, 0x01b6,
]);

const CELL_FORMAT = 0x00e0;

/**
 * Formats that Chinese Excel keeps by number alone, as 2021年3月1日 is 31: the parser takes their
 * numbers for amounts, so they are given the number of a date or time that it knows.
 */
const CHINESE_DATES: ReadonlyMap<number, number> = new Map([
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 14] as const),
  ...[32, 33, 34, 35, 55, 56].map((id) => [id, 21] as const),
]);

/** A record that readers pass over: it only says that Excel 2000 wrote the file. */
const PASSED_OVER = 0x01c0;

/**
 * Looks through all records, and changes in place what the parser would stumble over: blank cells and
 * drawings become records that it passes over (clerks format whole columns, and an object for every
 * blank cell is more than a process has room for), Chinese dates become dates that it knows.
 */
export function lookAtBiff(stream: Uint8Array): BiffLook {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const look = {
    isBiff8: false,
    isEncrypted: false,
    hasMacroSheet: false,
    sheets: 0,
    filledCells: 0,
  };
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const data = at + 4;
    if (data + length > stream.length) break;
    if (at === 0)
      look.isBiff8 = type === BOF && length >= 2 && view.getUint16(data, true) === BIFF8;
    if (CELLS.has(type)) look.filledCells += 1;
    else if (type === MULTIPLE_NUMBERS) look.filledCells += Math.max(0, length - 6) / 6;
    else if (type === CELL_FORMAT && length >= 4) {
      const id = view.getUint16(data + 2, true);
      view.setUint16(data + 2, CHINESE_DATES.get(id) ?? id, true);
    } else if (OF_NO_USE.has(type)) view.setUint16(at, PASSED_OVER, true);
    else if (type === FILE_PASS) look.isEncrypted = true;
    else if (type === BOUND_SHEET && length >= 6) {
      look.sheets += 1;
      if (view.getUint8(data + 5) === MACRO_SHEET) look.hasMacroSheet = true;
    }
    at = data + length;
  }
  return look;
}

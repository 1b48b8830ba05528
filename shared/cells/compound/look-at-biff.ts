/*
 * The first records of an .xls ([MS-XLS]): enough to tell its age, whether it is locked and whether
 * it runs macros, before a parser sees it.
 */

/** What the first records of an .xls say. */
export interface BiffLook {
  /** Excel 97 or later. */
  readonly isBiff8: boolean;
  readonly isEncrypted: boolean;
  readonly hasMacroSheet: boolean;
  readonly sheets: number;
}

const BOF = 0x0809;
const END = 0x000a;
const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;
const BIFF8 = 0x0600;
const MACRO_SHEET = 1;

/** Bytes of the workbook's stream that its list of sheets lies within. */
export const BIFF_LOOK_BYTES = 4 * 1024 * 1024;

/** Looks through the records that describe the workbook as a whole. */
export function lookAtBiff(stream: Uint8Array): BiffLook {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const look = { isBiff8: false, isEncrypted: false, hasMacroSheet: false, sheets: 0 };
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const data = at + 4;
    if (data + length > stream.length || type === END) break;
    if (type === BOF && at === 0 && length >= 2)
      look.isBiff8 = view.getUint16(data, true) === BIFF8;
    else if (type === FILE_PASS) look.isEncrypted = true;
    else if (type === BOUND_SHEET && length >= 6) {
      look.sheets += 1;
      if (view.getUint8(data + 5) === MACRO_SHEET) look.hasMacroSheet = true;
    }
    at = data + length;
  }
  return look;
}

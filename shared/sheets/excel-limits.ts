/** Points of the tallest row Excel shows. */
export const MAX_ROW_HEIGHT = 409.5;

/** Characters of the widest column that is still comfortable to read. */
export const MAX_COLUMN_WIDTH = 100;

/** UTF-16 units of the longest text a cell holds. */
export const MAX_CELL_TEXT = 32_767;

/** UTF-16 units of the longest text written into a formula. */
export const MAX_FORMULA_TEXT = 255;

/** Characters of the longest sheet name. */
const MAX_SHEET_NAME = 31;

const FORBIDDEN_IN_SHEET_NAME = /[[\]:*?/\\]|^'|'$/;

/** True for a name Excel takes: not empty or too long, no `[]:*?/\`, no apostrophe at an end. */
export const isSheetName = (name: string): boolean =>
  name !== '' && name.length <= MAX_SHEET_NAME && !FORBIDDEN_IN_SHEET_NAME.test(name);

/**
 * A text as one cell can hold it. Texts beyond Excel's limit, which only a CSV or ODS upload can
 * bring, are cut and say so: the reader is told where the whole stands.
 */
export function cellText(text: string): string {
  if (text.length <= MAX_CELL_TEXT) return text;
  const told = `……（全文 ${text.length} 字，超出 Excel 单元格上限，后文见原文件）`;
  const kept = text.slice(0, MAX_CELL_TEXT - told.length);
  // Half of a surrogate pair would not be a character.
  return kept.replace(/[\uD800-\uDBFF]$/, '') + told;
}

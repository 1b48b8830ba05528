import type { Cell, CellAddress } from '../../shared/cells/cell.ts';
import { cleanedText } from '../../shared/cells/clean-text.ts';

/** 1,424.79 · 0.666880 · 98.62% */
const FIGURE = /^(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(%?)$/;

/** Digits that a spreadsheet keeps of a number; longer ones, such as account numbers, are texts. */
const KEPT_DIGITS = 15;

/** A cell as a spreadsheet program stores what is typed into it; undefined when nothing is. */
export function typedCell(at: CellAddress, typed: string): Cell | undefined {
  const { text, cleaned } = cleanedText(typed);
  if (text === '') return undefined;
  const told = cleaned.length === 0 ? {} : { cleaned };
  const [, figure = '', percent = ''] = FIGURE.exec(text) ?? [];
  const digits = figure.replaceAll(',', '');
  const isNumber = digits !== '' && digits.replace(/\D/g, '').length <= KEPT_DIGITS;
  if (!isNumber) return { at, text, ...told };
  if (percent === '') return { at, text, number: Number(digits), ...told };
  // Not divided by 100, which would leave the digits of a float behind.
  return { at, text, number: Number(`${digits}e-2`), isPercent: true, ...told };
}

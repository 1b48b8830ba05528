import { type Decimal, decimalOfNumber, parseDecimal } from '../decimal.ts';
import { type CellModel, numberCell, type StyleName, textCell } from './workbook-model.ts';

/** 1,424.79 · 0.666880 · 98 */
const FIGURE = /^-?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)$/;

/** Digits of a number that Excel's General format still shows. */
const GENERAL_DIGITS = 10;

/**
 * A figure as it was typed: stored as `value` and shown as exactly `typed`, with `preferred` as
 * number format if that shows it so. A text that no format shows (约3万元), or whose number is not
 * the value, stays a text: what a unit typed is never restyled.
 */
export function typedFigure(
  typed: string,
  value: number,
  style: StyleName,
  preferred?: string,
): CellModel {
  const format = formatShowing(typed, value, preferred);
  return format === undefined ? textCell(typed, style) : numberCell(value, style, format);
}

function formatShowing(typed: string, value: number, preferred?: string): string | undefined {
  const match = FIGURE.exec(typed);
  if (match === null) return undefined;
  const [, whole = '', fraction = '', percent = ''] = match;
  const isPercent = percent === '%';
  if (!isValueOf(typed.replaceAll(/[,%]/g, ''), isPercent ? value * 100 : value)) return undefined;
  const decimals = fraction === '' ? '' : `.${'0'.repeat(fraction.length)}`;
  const grouped = whole.includes(',') ? `#,##0${decimals}` : `0${decimals}`;
  if (isPercent) return `${grouped}%`;
  // Below a thousand the separator of the form's own format does not show.
  if (preferred === `#,##0${decimals}` && whole.length <= 3) return preferred;
  return grouped.startsWith('0') && isGeneral(typed, value) ? 'General' : grouped;
}

/**
 * True when `value`, rounded to the digits typed, is the number typed. Halves go either way: programs
 * that show 66.985 in two decimals do not agree.
 */
function isValueOf(digits: string, value: number): boolean {
  const stated = parseDecimal(digits);
  const stored = decimalOfNumber(value);
  if (stated === undefined || stored === undefined) return false;
  const places = Math.max(stated.places, stored.places);
  const scaled = (decimal: Decimal): bigint =>
    decimal.digits * 10n ** BigInt(places - decimal.places);
  const difference = scaled(stored) - scaled(stated);
  const unit = 10n ** BigInt(places - stated.places);
  return (
    2n * (difference < 0n ? -difference : difference) <= unit && (unit > 1n || difference === 0n)
  );
}

const isGeneral = (typed: string, value: number): boolean =>
  String(value) === typed && typed.length <= GENERAL_DIGITS;

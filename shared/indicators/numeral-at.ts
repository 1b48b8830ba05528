import type { Decimal } from '../decimal.ts';
import { parseArabicNumeral, parseChineseNumeral } from './numerals.ts';

/** What a number in digits is multiplied by; 千瓦, 千米 and 千克 are measures. */
const MULTIPLIER = /(?:[十百千]?万亿?|亿|[百千])(?!瓦|米|克)|/y;

/** A numeral in a text. */
export interface Numeral {
  readonly value: Decimal;
  /** Where it ends, with its multiplier. */
  readonly end: number;
  readonly isChinese: boolean;
  /** Set where the numeral itself says what it is: 百分之九十五. */
  readonly unit?: string;
}

/** Reads the numeral that begins at a position, multiplier included; undefined when it is none. */
export function numeralAt(item: string, start: number, written: string): Numeral | undefined {
  const end = start + written.length;
  if (/^\d/.test(written)) {
    MULTIPLIER.lastIndex = end;
    const multiplier = MULTIPLIER.exec(item)?.[0] ?? '';
    const value = parseArabicNumeral(written, multiplier);
    return value === undefined
      ? undefined
      : { value, end: end + multiplier.length, isChinese: false };
  }
  const percent = written.startsWith('百分之');
  const [whole = '', fraction = ''] = (percent ? written.slice(3) : written).split('点');
  const value = parseChineseNumeral(whole);
  const tenths = fraction === '' ? '' : [...fraction].map(parseChineseNumeral).join('');
  const decimal =
    value === undefined ? undefined : parseArabicNumeral(`${value}${tenths && `.${tenths}`}`);
  if (decimal === undefined) return undefined;
  return percent
    ? { value: decimal, end, isChinese: false, unit: '%' }
    : { value: decimal, end, isChinese: true };
}

import { type Decimal, parseDecimal } from '../decimal.ts';

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const SECTIONS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Characters a Chinese numeral is written with. */
export const CHINESE_NUMERAL = '〇零一二两三四五六七八九十百千万亿';

/** Longest numeral that is looked at; no count of these tables comes near it. */
const MAX_LENGTH = 30;

/**
 * The value of a well-formed Chinese numeral: 一百二十 is 120, 两万五千 is 25000. Undefined for
 * what only looks like one (十四五, 一百二), because its reader could only guess.
 */
export function parseChineseNumeral(text: string): number | undefined {
  if (text === '' || text.length > MAX_LENGTH) return undefined;
  let total = 0;
  let lastSection = Number.POSITIVE_INFINITY;
  let section = '';
  for (const character of text) {
    const weight = SECTIONS[character];
    if (weight === undefined) {
      section += character;
      continue;
    }
    const value = parseSection(section, total > 0);
    if (value === undefined || value === 0 || weight >= lastSection) return undefined;
    total += value * weight;
    lastSection = weight;
    section = '';
  }
  if (section === '') return total;
  const rest = parseSection(section, total > 0);
  return rest === undefined ? undefined : total + rest;
}

/** Thousands down to ones: 一千零五, 十五, 三百二十. A digit after a gap needs a 零 before it. */
function parseSection(text: string, isContinued: boolean): number | undefined {
  let value = 0;
  let digit: number | undefined;
  let zero = false;
  let lastPlace = isContinued ? 10_000 : Number.POSITIVE_INFINITY;
  for (const character of text) {
    const place = PLACES[character];
    const next = DIGITS[character];
    if (place !== undefined) {
      const isLeadingTen = place === 10 && digit === undefined && value === 0 && !zero;
      if (place >= lastPlace || (digit === undefined && !isLeadingTen)) return undefined;
      value += (digit ?? 1) * place;
      lastPlace = place;
      digit = undefined;
      zero = false;
    } else if (next === 0) {
      if (digit !== undefined || zero) return undefined;
      zero = true;
    } else {
      if (digit !== undefined) return undefined;
      digit = next;
    }
  }
  if (digit === undefined) return zero && text.length > 1 ? undefined : value;
  if (lastPlace > 10 && Number.isFinite(lastPlace) && !zero) return undefined;
  return value + digit;
}

const POWERS: Readonly<Record<string, bigint>> = {
  '': 1n,
  十: 10n,
  百: 100n,
  千: 1000n,
  万: 10_000n,
  十万: 100_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
  万亿: 1_000_000_000_000n,
};

/**
 * The value of digits with what they are multiplied by: `1,234.5` and 万 are 12345000. Exact, as
 * everywhere. Undefined for a multiplier that is none.
 */
export function parseArabicNumeral(digits: string, multiplier = ''): Decimal | undefined {
  const value = parseDecimal(digits.replaceAll(',', ''));
  const power = POWERS[multiplier];
  if (value === undefined || power === undefined) return undefined;
  return { digits: value.digits * power, places: value.places };
}

/** Less than 0, 0 or more than 0, as `a` is below, equal to or above `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const places = Math.max(a.places, b.places);
  const left = a.digits * 10n ** BigInt(places - a.places);
  const right = b.digits * 10n ** BigInt(places - b.places);
  return left < right ? -1 : Number(left > right);
}

/** a + b. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  const left = a.digits * 10n ** BigInt(places - a.places);
  return { digits: left + b.digits * 10n ** BigInt(places - b.places), places };
}

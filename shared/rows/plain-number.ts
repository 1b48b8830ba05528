import { compactText } from '../compact-text.ts';
import { type Decimal, parseDecimal } from '../decimal.ts';
import { type AmountUnit, isAmountUnit } from '../money.ts';

/** A number as a clerk types it, taken apart: １，２３４．５０, ¥98, 62.1万元, 98.64％. */
export interface PlainNumber {
  /** Its digits as typed, in half width, without unit and currency; a percentage keeps its sign. */
  readonly digits: string;
  /** Undefined when the text is no number. */
  readonly value: Decimal | undefined;
  /** The unit typed behind it. */
  readonly unit: AmountUnit | null;
  /** True for a percentage; `value` is then the ratio. */
  readonly percent: boolean;
  /** True when ¥ or 人民币 stands before it. */
  readonly currency: boolean;
  /** True when full-width digits or signs were read. */
  readonly fullWidth: boolean;
}

const CURRENCY = /^(?:人民币|RMB|CNY|[¥￥])/iu;
const UNIT = /(?:元|千元|万元?|百万元?|亿元?)(?:整|人民币)?$/u;
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/gu;
/** Minus signs other than the keyboard's: −, ﹣, –, —. */
const MINUS = /^[\u2212\u2013\u2014](?=[\d.])/u;

const DIGITS = /^\d+(?:\.\d+)?$/u;

const BARE = { unit: null, percent: false, currency: false, fullWidth: false };

/** Takes a typed number apart; `value` is undefined for everything that is not certainly one. */
export function plainNumber(typed: string): PlainNumber {
  // Nearly every figure of a table is digits and a point: told at once.
  if (DIGITS.test(typed)) return { ...BARE, digits: typed, value: parseDecimal(typed) };
  const narrow = compactText(typed);
  const bare = narrow.replace(CURRENCY, '');
  const typedUnit = UNIT.exec(bare)?.[0] ?? '';
  const percent = bare.endsWith('%');
  const digits = bare.slice(0, bare.length - typedUnit.length);
  const number = percent ? digits.slice(0, -1) : digits;
  const value = parseDecimal(number.replace(THOUSANDS, '').replace(MINUS, '-'));
  return {
    digits,
    value: percent && value !== undefined ? { ...value, places: value.places + 2 } : value,
    unit: unitOf(typedUnit),
    percent,
    currency: bare !== narrow,
    fullWidth: /[０-９．，％＋－]/u.test(typed),
  };
}

function unitOf(typed: string): AmountUnit | null {
  const unit = typed.replace(/(?:整|人民币)$/u, '');
  const full = unit === '' || unit.endsWith('元') ? unit : `${unit}元`;
  return isAmountUnit(full) ? full : null;
}

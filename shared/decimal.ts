/**
 * A decimal as it was written: `digits` × 10^-`places`. Exact, so that money and rates are never
 * read through binary floating point.
 */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

const PLAIN = /^([+-]?)(\d+)(?:\.(\d*))?$|^([+-]?)\.(\d+)$/;
const SCIENTIFIC = /^([+-]?\d+(?:\.\d+)?)[eE]([+-]?\d{1,3})$/;

/** Longest text that is still looked at as a number: no figure of this form comes near it. */
const MAX_LENGTH = 60;

/** Reads `1424.79`, `-3`, `.5`, `1e-7`; thousands separators and signs must be gone already. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const scientific = /e/i.test(text) ? SCIENTIFIC.exec(text) : null;
  if (scientific !== null) {
    const mantissa = parseDecimal(scientific[1] ?? '');
    const exponent = Number(scientific[2]);
    if (mantissa === undefined || Math.abs(exponent) > MAX_LENGTH) return undefined;
    const places = mantissa.places - exponent;
    return places >= 0
      ? { digits: mantissa.digits, places }
      : { digits: mantissa.digits * 10n ** BigInt(-places), places: 0 };
  }
  const plain = PLAIN.exec(text);
  if (plain === null) return undefined;
  const sign = plain[1] ?? plain[4] ?? '';
  const whole = plain[2] ?? '0';
  const fraction = plain[3] ?? plain[5] ?? '';
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, places: fraction.length };
}

/**
 * The decimal behind a stored number. Spreadsheets keep 15 significant digits; the rest of a binary
 * float (34.080000000000005) is noise of their arithmetic.
 */
export const decimalOfNumber = (value: number): Decimal | undefined =>
  Number.isFinite(value) ? parseDecimal(String(Number(value.toPrecision(15)))) : undefined;

/** The same value with exactly `places` decimals, halves rounded away from zero. */
export function roundDecimal(value: Decimal, places: number): Decimal {
  if (value.places <= places) {
    return { digits: value.digits * tenTo(places - value.places), places };
  }
  return { digits: divideRounded(value.digits, tenTo(value.places - places)), places };
}

/** Powers of ten up to those that amounts and rates are scaled by, which are worked out at every cell. */
const POWERS: readonly bigint[] = Array.from({ length: 16 }, (_, power) => 10n ** BigInt(power));

const tenTo = (power: number): bigint => POWERS[power] ?? 10n ** BigInt(power);

/** numerator ÷ denominator (> 0) to the nearest integer, halves away from zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const quotient = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -quotient : quotient;
}

/** Plain digits, e.g. `-0.9233679`; trailing zeros are kept. */
export function decimalText(value: Decimal): string {
  const negative = value.digits < 0n;
  const digits = (negative ? -value.digits : value.digits)
    .toString()
    .padStart(value.places + 1, '0');
  const whole = digits.slice(0, digits.length - value.places);
  const fraction = digits.slice(digits.length - value.places);
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Drops trailing zeros after the decimal point: 0.9500 → 0.95, 1.0 → 1. */
export const trimDecimal = (text: string): string =>
  text.includes('.') ? text.replace(/\.?0+$/, '') : text;

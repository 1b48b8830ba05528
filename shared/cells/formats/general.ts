/*
 * How spreadsheets show a number that has no format of its own: up to eleven characters. The cuts are
 * those of Excel as SheetJS found them.
 */

/** A finite number as the format General shows it. */
export function general(value: number): string {
  const plain = String(value);
  // Nearly every figure that anybody types: short, and shown as it is.
  if (plain.length <= 11 && !plain.includes('e') && Math.abs(value) < 1e9) return plain;
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  return trimmed(shortened(value, exponent).toUpperCase());
}

function shortened(value: number, exponent: number): string {
  const room = value < 0 ? 12 : 11;
  if (exponent >= -4 && exponent <= -1) return value.toPrecision(10 + exponent);
  if (exponent === 10) return value.toFixed(10).slice(0, 12);
  if (Math.abs(exponent) <= 9) {
    const plain = trimmed(value.toFixed(12));
    if (plain.length <= room) return plain;
    const precise = value.toPrecision(10);
    return precise.length <= room ? precise : value.toExponential(5);
  }
  const plain = trimmed(value.toFixed(11));
  return plain.length > room || plain === '0' || plain === '-0' ? value.toPrecision(6) : plain;
}

/** Without zeros that say nothing; exponents with two digits at least. */
const trimmed = (text: string): string =>
  text.includes('E')
    ? text
        .replace(/(?:\.0*|(\.\d*[1-9])0+)E/, '$1E')
        .replace(/(E[+-])(\d)$/, (_whole, sign: string, digit: string) => `${sign}0${digit}`)
    : text.replace(/(?:\.0*|(\.\d*[1-9])0+)$/, '$1');

/** Beyond it, shifted numbers have no exact place of ones. */
const MOST = 1e15;

/**
 * A number ≥ 0 times ten to `shift` with exactly so many decimals, halves rounded up as they are
 * read: 1.005 → 1.01. Undefined when it is too large for that.
 */
export function fixed(
  value: number,
  places: number,
  grouped: boolean,
  shift = 0,
): string | undefined {
  // Fifteen digits, as spreadsheets do: the rest of a binary float is noise.
  const [mantissa, exponent = '0'] = value.toPrecision(15).split('e');
  const ones = Math.round(Number(`${mantissa}e${Number(exponent) + places + shift}`));
  if (!(ones < MOST)) return undefined;
  const digits = String(ones).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = places === 0 ? '' : `.${digits.slice(digits.length - places)}`;
  return `${grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole}${fraction}`;
}

import { type Decimal, decimalText, roundDecimal, trimDecimal } from './decimal.ts';

/** Money as an integer number of fen (分), always a safe integer. 1 万元 = 1,000,000 fen. */
export type Fen = number;

/** Fen in 1 万元, the unit that the official tables state amounts in. */
const FEN_PER_WAN_YUAN = 1_000_000;

/** Decimals of 万元 down to one fen. */
const FEN_PLACES = 6;

/** A unit that tables state amounts in. */
export type AmountUnit = '元' | '千元' | '万元' | '百万元' | '亿元';

interface UnitScale {
  /** Decimals of the unit down to one fen. */
  readonly fenPlaces: number;
  /**
   * Decimals that an amount is stated with at least: 98 and 6.7 万元 are 98.00 and 6.70 in the official
   * tables, and 0.01 万元 in whatever unit; whole 元 are whole.
   */
  readonly statedPlaces: number;
}

const SCALES: Readonly<Record<AmountUnit, UnitScale>> = {
  元: { fenPlaces: 2, statedPlaces: 0 },
  千元: { fenPlaces: 5, statedPlaces: 1 },
  万元: { fenPlaces: FEN_PLACES, statedPlaces: 2 },
  百万元: { fenPlaces: 8, statedPlaces: 4 },
  亿元: { fenPlaces: 10, statedPlaces: 6 },
};

/**
 * The largest amount that is read: a hundred billion 元 (1,000 亿元), more than any project has. Larger
 * ones are typed in the wrong unit, and a few thousand of them could not be added exactly.
 */
export const MAX_FEN = 10 ** 13;

/** True for a unit that amounts can be converted from. */
export const isAmountUnit = (text: string): text is AmountUnit => Object.hasOwn(SCALES, text);

/** An amount with what is known of its exactness. */
export interface Amount {
  readonly fen: Fen;
  /**
   * Half a unit of the last stated decimal, in fen: how far the true amount may lie from the stated
   * one. 5,000 for two decimals of 万元; 0 when the cell stores more than it shows.
   */
  readonly halfUnit: Fen;
}

/**
 * An amount stated in `unit`. `shown` is how many decimals the reader of the table sees; a value
 * stored finer than that is taken as exact. Undefined beyond `MAX_FEN`.
 */
export function amountIn(unit: AmountUnit, value: Decimal, shown: number): Amount | undefined {
  const { fenPlaces, statedPlaces } = SCALES[unit];
  const fen = Number(roundDecimal(value, fenPlaces).digits);
  if (Math.abs(fen) > MAX_FEN) return undefined;
  const stated = Math.max(shown, statedPlaces);
  if (significantPlaces(value) > stated || stated >= fenPlaces) return { fen, halfUnit: 0 };
  return { fen, halfUnit: 10 ** (fenPlaces - stated) / 2 };
}

function significantPlaces({ digits, places }: Decimal): number {
  let left = places;
  let rest = digits;
  while (left > 0 && rest % 10n === 0n) {
    rest /= 10n;
    left -= 1;
  }
  return left;
}

const asDecimal = (fen: Fen): Decimal => ({ digits: BigInt(fen), places: FEN_PLACES });

/** 万元 without trailing zeros or separators, exact to the fen: 343.72, 98, 6.7. */
export const formatPlain = (fen: Fen): string => trimDecimal(decimalText(asDecimal(fen)));

/** 万元 with two decimals and thousands separators: 1,424.79. */
export const formatThousands = (fen: Fen): string => {
  const [whole = '0', fraction = ''] = decimalText(roundDecimal(asDecimal(fen), 2)).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
};

/** 万元 as a number for spreadsheet cells; exact to the fen for every amount below 90 亿 万元. */
export const wanYuan = (fen: Fen): number => fen / FEN_PER_WAN_YUAN;

/** Adds fen; undefined when the sum leaves the range in which integers are exact. */
export function sumFen(amounts: Iterable<Fen>): Fen | undefined {
  let sum = 0;
  for (const fen of amounts) sum += fen;
  return Number.isSafeInteger(sum) ? sum : undefined;
}

/** Adds fen of accepted tables, whose sums are in range; a RangeError where they are not. */
export function addFen(amounts: Iterable<Fen>): Fen {
  const sum = sumFen(amounts);
  if (sum === undefined) throw new RangeError('sum of amounts is not exact');
  return sum;
}

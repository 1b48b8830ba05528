import { type Decimal, decimalText, roundDecimal, trimDecimal } from './decimal.ts';

/** Money as an integer number of fen (分), always a safe integer. 1 万元 = 1,000,000 fen. */
export type Fen = number;

/** Fen in 1 万元, the unit that the official tables state amounts in. */
export const FEN_PER_WAN_YUAN = 1_000_000;

/** Decimals of 万元 down to one fen. */
const FEN_PLACES = 6;

/** Decimals that the official tables state amounts with; 98 and 6.7 are 98.00 and 6.70 there. */
const STATED_PLACES = 2;

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
 * An amount stated in 万元. `shown` is how many decimals the reader of the table sees; a value
 * stored finer than that is taken as exact. Undefined beyond the range of safe integers.
 */
export function amountFromWanYuan(value: Decimal, shown: number): Amount | undefined {
  const fen = Number(roundDecimal(value, FEN_PLACES).digits);
  if (!Number.isSafeInteger(fen)) return undefined;
  const stated = Math.max(shown, STATED_PLACES);
  if (significantPlaces(value) > stated || stated >= FEN_PLACES) return { fen, halfUnit: 0 };
  return { fen, halfUnit: FEN_PER_WAN_YUAN / 10 ** stated / 2 };
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

/** Adds fen; throws when the sum leaves the range in which integers are exact. */
export function addFen(amounts: Iterable<Fen>): Fen {
  let sum = 0;
  for (const fen of amounts) sum += fen;
  if (!Number.isSafeInteger(sum)) throw new RangeError(`sum of amounts is not exact: ${sum}`);
  return sum;
}

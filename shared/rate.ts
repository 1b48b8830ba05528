import { type Decimal, decimalText, divideRounded, roundDecimal, trimDecimal } from './decimal.ts';
import type { Amount, Fen } from './money.ts';

/** A ratio as stated: `scaled` ÷ 10^`places`. 0.9233679 is {9233679, 7}, 98.64% is {9864, 4}. */
export interface Rate {
  readonly scaled: number;
  readonly places: number;
}

/** Decimals kept of a rate: far finer than any table states, still a safe integer below 9,000. */
const MAX_PLACES = 12;

/** Decimals printed of a rate in a form that shows plain ratios. */
const PRINTED_PLACES = 7;

/** Undefined when the value is too large to be a ratio of anything. */
export function rateFromDecimal(value: Decimal): Rate | undefined {
  const kept = value.places > MAX_PLACES ? roundDecimal(value, MAX_PLACES) : value;
  const scaled = Number(kept.digits);
  return Number.isSafeInteger(scaled) ? { scaled, places: kept.places } : undefined;
}

const asDecimal = (rate: Rate): Decimal => ({ digits: BigInt(rate.scaled), places: rate.places });

/** actual ÷ budget to `places` decimals, halves away from zero; null when the budget is 0. */
export function computeRate(actual: Fen, budget: Fen, places: number): Rate | null {
  if (budget <= 0) return null;
  const scaled = divideRounded(BigInt(actual) * 10n ** BigInt(places), BigInt(budget));
  return { scaled: Number(scaled), places };
}

/** Decimals at which a claim of 100 % is compared: hundredths of a percent. */
const CLAIMED_PLACES = 4;

/** A plain ratio with the decimals it was stated with, at most seven: 0.9233679, 1, 0.95. */
export const formatRatio = (rate: Rate): string =>
  rate.places <= PRINTED_PLACES
    ? decimalText(asDecimal(rate))
    : trimDecimal(decimalText(roundDecimal(asDecimal(rate), PRINTED_PLACES)));

/** A percentage with two decimals: 98.62%. */
export const formatPercent = (rate: Rate): string => {
  const { digits } = roundDecimal(asDecimal(rate), 4);
  return `${decimalText({ digits, places: 2 })}%`;
};

/** The ratio as a number for spreadsheet cells. */
export const rateNumber = (rate: Rate): number => rate.scaled / 10 ** rate.places;

/** How a stated rate stands to the amounts beside it. */
export type RateVerdict =
  /** Equal at the printed precision. */
  | 'equal'
  /** Different, but the rounding of the amounts to their stated precision explains it. */
  | 'rounding'
  /** No rounding explains it. */
  | 'wrong';

/**
 * Judges a stated execution rate against actual ÷ budget (domain rule 2.1: three levels).
 *
 * The amounts are stated to a precision, so their true quotient lies between
 * (actual − ½u) ÷ (budget + ½u) and (actual + ½u) ÷ (budget − ½u); the stated rate itself stands for
 * everything that rounds to it. If the two ranges meet, rounding explains the difference.
 * A budget of 0 has no rate: the verdict is `equal`, other rules ask about the money.
 */
export function judgeRate(asStated: Rate, actual: Amount, budget: Amount): RateVerdict {
  const stated = atLeastClaimed(asStated);
  const computed = computeRate(actual.fen, budget.fen, stated.places);
  if (computed === null || computed.scaled === stated.scaled) return 'equal';
  // Everything is doubled and scaled by 10^places so that half units stay integers.
  const scale = 10n ** BigInt(stated.places);
  const statedLow = 2n * BigInt(stated.scaled) - 1n;
  const statedHigh = 2n * BigInt(stated.scaled) + 1n;
  const low = BigInt(Math.max(0, actual.fen - actual.halfUnit)) * 2n * scale;
  const high = BigInt(actual.fen + actual.halfUnit) * 2n * scale;
  const widestBudget = BigInt(budget.fen + budget.halfUnit);
  const narrowestBudget = BigInt(Math.max(0, budget.fen - budget.halfUnit));
  const reachesUp = low <= statedHigh * widestBudget;
  const reachesDown = high >= statedLow * narrowestBudget;
  return reachesUp && reachesDown ? 'rounding' : 'wrong';
}

/** 1, 1.00 or 100% claims that all was spent, not that the rate rounds to a whole number. */
function atLeastClaimed(rate: Rate): Rate {
  const unit = 10 ** rate.places;
  if (rate.places >= CLAIMED_PLACES || rate.scaled !== unit) return rate;
  return { scaled: 10 ** CLAIMED_PLACES, places: CLAIMED_PLACES };
}

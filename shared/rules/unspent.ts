import { explainsNothing } from '../indicators/answer-kinds.ts';
import { formatPlain } from '../money.ts';
import { computeRate, formatPercent } from '../rate.ts';
import type { Row } from '../rows/row.ts';
import { sumDifferences } from './judge-sum.ts';
import type { TableContext } from './rule.ts';

/**
 * How much a remainder asks for a word: `low` execution always does (W0); a `notable` remainder does not
 * go with 无 (W4); a `slight` one may pass.
 */
export type RemainderKind = 'low' | 'notable' | 'slight';

/** Money left of a budget without a word on why. */
export interface Remainder {
  readonly kind: RemainderKind;
  /** What the message needs: amounts in 万元, the rate, what stands in the two cells. */
  readonly params: {
    readonly budget: string;
    readonly unspent: string;
    readonly rate: string;
    readonly problems: string;
    readonly rectification: string;
  };
}

/**
 * What a row left unspent and did not explain. Null where nothing is left, where the amounts are blank,
 * unreadable or contradict their sources (told by other rules), and where the cells hold a reason.
 */
export function unexplainedRemainder(
  row: Row,
  { form, thresholds }: Pick<TableContext, 'form' | 'thresholds'>,
): Remainder | null {
  const actual = row.entries[form.rate.actual]?.figure;
  const budget = row.entries[form.rate.budget]?.figure;
  const problems = row.entries['problems']?.text;
  const rectification = row.entries['rectification']?.text ?? '';
  if (actual?.kind !== 'amount' || budget?.kind !== 'amount' || problems === undefined) return null;
  const { fen: spent } = actual.amount;
  const { fen: planned } = budget.amount;
  if (spent >= planned) return null;
  if (sumDifferences(row, form).some(({ explained }) => !explained)) return null;
  const isBelow = (percent: number): boolean =>
    BigInt(spent) * 100n < BigInt(planned) * BigInt(percent);
  const isLow = spent === 0 || isBelow(thresholds.lowExecution);
  if (hasReason(problems) || (!isLow && hasReason(rectification))) return null;
  const isNotable =
    isBelow(thresholds.notableExecution) || planned - spent >= thresholds.notableUnspent;
  return {
    kind: isLow ? 'low' : isNotable ? 'notable' : 'slight',
    params: {
      budget: formatPlain(planned),
      unspent: formatPlain(planned - spent),
      rate: percentBelow(spent, planned),
      problems,
      rectification,
    },
  };
}

const hasReason = (text: string): boolean => !explainsNothing(text);

/** Rounded, but down where it would read as a whole percent: 79.996 % is not 80.00 %. */
function percentBelow(spent: number, planned: number): string {
  const rounded = computeRate(spent, planned, PERCENT_PLACES);
  const below = Number((BigInt(spent) * 10n ** BigInt(PERCENT_PLACES)) / BigInt(planned));
  const isWhole = rounded !== null && rounded.scaled % 100 === 0;
  return formatPercent(
    rounded === null || isWhole ? { scaled: below, places: PERCENT_PLACES } : rounded,
  );
}

/** Decimals of 98.62%. */
const PERCENT_PLACES = 4;

/** `没有填` or `只写“无”`. */
export const saidZh = (text: string): string => (text === '' ? '没有填' : `只写“${text}”`);

/** `is blank` or `only says “无”`. */
export const saidEn = (text: string): string => (text === '' ? 'is blank' : `only says “${text}”`);

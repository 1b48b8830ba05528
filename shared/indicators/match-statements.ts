import { daysOf, type StatedDate } from './dates.ts';
import { measureKind } from './measure-words.ts';
import { addDecimals, compareDecimals } from './numerals.ts';
import { DATED } from './plain-text.ts';
import type { Reading } from './read-indicator.ts';
import type { Statement } from './statements.ts';

/** A target that its completion does not reach. */
export interface Shortfall {
  /** What is counted; empty when the words do not say. */
  readonly object: string;
  /** As written: 28台, 不超过… is `≤7天`, 2021年6月底前. */
  readonly target: string;
  /** As written: 20台. */
  readonly actual: string;
  /** True where a deadline was missed, not a number. */
  readonly isLate: boolean;
}

/** More numbers than this in a cell are no list of indicators; they are not compared. */
const MAX_STATEMENTS = 60;

/** Of these less is better; their plain targets are limits. */
const LESS_IS_BETTER =
  /投诉|差错|失误|事故|故障|缺陷|违规|违约|延误|流失|死亡|发病|感染|伤亡|发生率|复核率|退回|返修|不合格|超标|超支|漏报|误报|负担|能耗|排放|成本|费用|支出|经费|时限|耗时|等待/;
/** …unless it is the fall that is counted. */
const FALL = /下降|降低|减少|压减|节约|节省/;

/** What is not reached, in the target's order; empty when all is, or when it is unsure. */
export function shortfalls(target: Reading, actual: Reading): readonly Shortfall[] {
  const late = lateness(target.dates, actual.dates);
  if (target.statements.length > MAX_STATEMENTS || actual.statements.length > MAX_STATEMENTS) {
    return late;
  }
  const counted = target.statements.flatMap((wanted) => {
    const reached = counterpart(wanted, target.statements, actual.statements);
    return reached === null || !isMissed(wanted, reached) ? [] : [shortfall(wanted, reached)];
  });
  return [...counted, ...late];
}

const shortfall = (wanted: Statement, reached: readonly Statement[]): Shortfall => ({
  object: wanted.object === '' ? (reached[0]?.object ?? '') : wanted.object,
  target: wanted.comparator === '=' ? wanted.text : `${wanted.comparator}${wanted.text}`,
  actual: reached.map(({ text }) => text).join('＋'),
  isLate: false,
});

/** False where it is open which of two numbers is the better one. */
function isMissed(wanted: Statement, reached: readonly Statement[]): boolean {
  const [first, ...others] = reached;
  if (first === undefined || reached.some(({ comparator }) => comparator !== '=')) return false;
  const sum = others.reduce((total, { number }) => addDecimals(total, number), first.number);
  const difference = compareDecimals(sum, wanted.number);
  const lessIsBetter = LESS_IS_BETTER.test(wanted.object) && !FALL.test(wanted.object);
  switch (wanted.comparator) {
    case '≥':
    case '>':
      return difference < 0;
    case '≤':
    case '<':
      return difference > 0 && others.length === 0;
    case '=':
      if (wanted.number.digits === 0n) return difference > 0;
      return difference < 0 && !lessIsBetter && isQuantity(wanted);
    default:
      return false;
  }
}

/** A plain amount of money or time may be a limit as well as an aim. */
const isQuantity = ({ unit }: Statement): boolean => !['money', 'time'].includes(measureKind(unit));

/** What the completion says of the same thing; null when nothing surely does. */
function counterpart(
  wanted: Statement,
  targets: readonly Statement[],
  actuals: readonly Statement[],
): readonly Statement[] | null {
  const comparable = actuals.filter((stated) => isComparable(wanted, stated));
  // Where no number misses the target alone, no sum of them does; what they count need not be known.
  if (!comparable.some((stated) => isMissed(wanted, [stated]))) return null;
  const alike = targets.filter((other) => isComparable(wanted, other));
  const isSame = (a: Statement, b: Statement): boolean => a.object === b.object;
  if (alike.some((other) => other !== wanted && isSame(other, wanted))) return null;
  const same = comparable.filter((stated) => isSame(stated, wanted));
  if (same.length > 0) return same;
  const related = comparable.filter(
    (stated) =>
      isRelated(wanted.object, stated.object) && !targets.some((other) => isSame(other, stated)),
  );
  const isShared = related.some((stated) =>
    alike.some((other) => other !== wanted && isRelated(other.object, stated.object)),
  );
  if (related.length > 0) return isShared ? null : related;
  const [only] = comparable;
  const isOnly = only !== undefined && comparable.length === 1 && alike.length === 1;
  return isOnly && (wanted.object === '' || only.object === '') ? [only] : null;
}

/** The same measure over the same time, which must be all of the year or every part of it; 90 without a sign is a percentage beside one. */
function isComparable(a: Statement, b: Statement): boolean {
  if (a.scope !== b.scope || a.scope.includes(DATED)) return false;
  if (a.unit === b.unit) return true;
  if (isNone(a) || isNone(b)) return measureKind(a.unit) === measureKind(b.unit);
  const units = [a.unit, b.unit].sort().join(' ');
  return units === ' %' && [a, b].every(({ number }) => compareDecimals(number, HUNDRED) <= 0);
}

/** 事故为0: none of them, whatever they are counted in. */
const isNone = ({ number, unit, object }: Statement): boolean =>
  number.digits === 0n && unit === '' && object !== '';

const HUNDRED = { digits: 100n, places: 0 };

const SATISFACTION = /满意|认可|好评|支持/;

/** 打印机 and A4打印机 are related; so are all words of satisfaction. */
function isRelated(a: string, b: string): boolean {
  if (SATISFACTION.test(a) && SATISFACTION.test(b)) return true;
  if (Math.min(a.length, b.length) < 2) return false;
  return a.endsWith(b) || b.endsWith(a);
}

/** A deadline that was missed; only where each side states one date. */
function lateness(
  targets: readonly StatedDate[],
  actuals: readonly StatedDate[],
): readonly Shortfall[] {
  const [deadline] = targets;
  const [done] = actuals;
  if (deadline === undefined || done === undefined) return [];
  if (targets.length > 1 || actuals.length > 1) return [];
  if (!deadline.isDeadline || done.isDeadline) return [];
  if ((deadline.year === null) !== (done.year === null)) return [];
  const last = daysOf(deadline)?.last;
  const first = daysOf(done)?.first;
  if (last === undefined || first === undefined || first <= last) return [];
  return [{ object: '', target: deadline.text, actual: done.text, isLate: true }];
}

import type { Decimal } from '../decimal.ts';
import type { Comparator } from './comparators.ts';
import { measureKind } from './measure-words.ts';
import { type FoundNumber, mayCount, numbersIn } from './numbers-in.ts';
import { objectAfter, objectBefore } from './objects.ts';
import { DATED } from './plain-text.ts';

/** A number that a target or a completion states. */
export interface Statement {
  readonly comparator: Comparator;
  /** Exact; 1.5万 is 15000. */
  readonly number: Decimal;
  /** Measure word: 台, 场, %, 元; empty when a bare number was written. */
  readonly unit: string;
  /** What is counted: 台式电脑; empty when the words do not say. */
  readonly object: string;
  /** 每季度, 上半年, 平均: the number is not one for the whole year; else empty. */
  readonly scope: string;
  /** Number and measure word as written, for messages. */
  readonly text: string;
}

/** Numbers of one list item. */
export interface StatementsRead {
  readonly statements: readonly Statement[];
  /** True when any number counts or measures something, even where it is unsure what. */
  readonly hasFigure: boolean;
}

const SCOPE =
  /每(?:个)?(?:半年|年|月|季度?|周|日|天|人|次|场)|平均|[人户月日年周]均|第?[一二三四1-4]季度|[上下]半年|▢+/g;
const CLAUSE_END = /[，,。、]/;
const PER = /^\/(月|季度?|周|日|天|人|次)/;
const PART = /其中|包括|包含/;

/**
 * Reads the numbers of one list item in half width, titles and dates hidden. Where it is unsure what
 * a number counts, it makes no statement of it.
 */
export function readStatements(item: string): StatementsRead {
  const found = numbersIn(item);
  const statements: Statement[] = [];
  let previousEnd = 0;
  let depth = 0;
  let isPart = false;
  let isTaken = false;
  for (const [index, number] of found.entries()) {
    const next = found[index + 1];
    const gap = item.slice(previousEnd, number.from);
    const after = item.slice(number.end, next?.from ?? item.length);
    const runsOn = next !== undefined && !CLAUSE_END.test(after);
    depth = depthAfter(gap, depth);
    isPart = (isPart && !gap.includes('。')) || PART.test(gap);
    previousEnd = number.end;
    // 四家租户满意度90%: the first number belongs to the name of what the second measures.
    const leadsOn = runsOn && isRatio(next) && !isRatio(number);
    const isSure = number.isSure && depth === 0 && !isPart && !leadsOn;
    const before: string = isTaken ? '' : gap;
    isTaken = isSure && runsOn && objectOf(number, before, after).followed;
    if (isSure) statements.push(statementOf(item, number, gap, before, after));
  }
  return { statements, hasFigure: found.length > 0 || mayCount(item) };
}

/** How deep in brackets a text ends that begins at a depth. */
function depthAfter(text: string, depth: number): number {
  if (!/[()]/.test(text)) return depth;
  let now = depth;
  for (const sign of text) now += sign === '(' ? 1 : sign === ')' && now > 0 ? -1 : 0;
  return now;
}

/** What is counted is worked out when it is asked for: most statements are compared by number alone. */
function statementOf(
  item: string,
  number: FoundNumber,
  gap: string,
  before: string,
  after: string,
): Statement {
  let object: string | undefined;
  return {
    comparator: number.comparator,
    number: number.value,
    unit: number.unit,
    scope: scopeOf(gap, after),
    text: item.slice(number.start, number.end).trim(),
    get object() {
      object ??= objectOf(number, before, after).object;
      return object;
    },
  };
}

const isRatio = ({ unit }: FoundNumber): boolean => unit === '' || measureKind(unit) === 'percent';

/** Percentages follow their object, what is counted mostly goes before its own. */
function objectOf(
  { unit }: FoundNumber,
  gap: string,
  after: string,
): { readonly object: string; readonly followed: boolean } {
  const before = objectBefore(gap);
  const behind = objectAfter(after);
  const kind = measureKind(unit);
  const isVague = behind === '' || (behind === '项目' && before !== '');
  if (kind === 'percent' || kind === 'time' || isVague) {
    return { object: before === '' ? behind : before, followed: before === '' && behind !== '' };
  }
  return { object: behind, followed: true };
}

/** 每月2场, 上半年2场, 2次/月: not a number for the whole year. */
function scopeOf(gap: string, after: string): string {
  const words = gap.split('。').at(-1)?.match(SCOPE) ?? [];
  const per = PER.exec(after)?.[1];
  const scopes = words.map((word) => (word.startsWith(DATED) ? DATED : word));
  return [...scopes, ...(per === undefined ? [] : [`每${per}`])].join('');
}

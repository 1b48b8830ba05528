import type { Decimal } from '../decimal.ts';
import { type Comparator, comparatorAfter, comparatorBefore } from './comparators.ts';
import { measureKind, measureWordAt } from './measure-words.ts';
import { type Numeral, numeralAt } from './numeral-at.ts';
import { CHINESE_NUMERAL } from './numerals.ts';
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

const NUMBER = new RegExp(
  `(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?|百分之[${CHINESE_NUMERAL}]+(?:点[${CHINESE_NUMERAL}]+)?|[${CHINESE_NUMERAL}]+`,
  'g',
);
const HAS_NUMBER = new RegExp(`[\\d${CHINESE_NUMERAL}]`);
/** Characters before a number in which its comparator is looked for. */
const LOOK_BACK = 8;
/** A4, h.264, 第3: part of a name. */
const NO_NUMBER_AFTER = /[A-Za-z第.]$/;
const BARE_END = /^\s*(?:[，,。、)]|以上|以下|以内|左右|$)/;
const UNSURE_BEFORE = /[A-Za-z*×第.\-—~～/]$|\d[至到]$/;
/** 统一, 唯一, 之一, 每一个: one of nothing. */
const NO_ONE_BEFORE = /[统唯之任逐同专单进不每]$/;
const UNSURE_CHINESE_UNIT = /^[分度点期级面路口头节]$/;
const UNSURE_AFTER = /^(?:的(?!满意)|[-—~～*×/]\s*\d|[至到]\d)/;
const SCOPE =
  /每(?:个)?(?:半年|年|月|季度?|周|日|天|人|次|场)|平均|[人户月日年周]均|第?[一二三四1-4]季度|[上下]半年|▢+/g;
const CLAUSE_END = /[，,。、]/;
const PER = /^\/(月|季度?|周|日|天|人|次)/;
const PART = /其中|包括|包含/;

/** A number found in the text, before it is known what it counts. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: Decimal;
  readonly unit: string;
  readonly comparator: Comparator;
  /** Where the comparator's word begins, or the number. */
  readonly from: number;
  readonly isSure: boolean;
}

/**
 * Reads the numbers of one list item in half width, titles and dates hidden. Where it is unsure what
 * a number counts, it makes no statement of it.
 */
export function readStatements(item: string): StatementsRead {
  if (!HAS_NUMBER.test(item)) return { statements: [], hasFigure: false };
  const found = [...item.matchAll(NUMBER)].flatMap((match) => numberAt(item, match) ?? []);
  const statements: Statement[] = [];
  let previousEnd = 0;
  let depth = 0;
  let isPart = false;
  let isTaken = false;
  for (const [index, number] of found.entries()) {
    const gap = item.slice(previousEnd, number.from);
    for (const sign of gap) depth += sign === '(' ? 1 : sign === ')' && depth > 0 ? -1 : 0;
    if (gap.includes('。')) isPart = false;
    isPart ||= PART.test(gap);
    const after = item.slice(number.end, found[index + 1]?.from ?? item.length);
    const next = found[index + 1];
    // 四家租户满意度90%: the first number belongs to the name of what the second measures.
    const leadsOn =
      next !== undefined && isRatio(next) && !isRatio(number) && !CLAUSE_END.test(after);
    const isSure = number.isSure && depth === 0 && !isPart && !leadsOn;
    if (isSure) {
      const { object, followed } = objectOf(number, isTaken ? '' : gap, after);
      statements.push({ ...statementOf(item, number), object, scope: scopeOf(gap, after) });
      isTaken = followed && !CLAUSE_END.test(after);
    } else {
      isTaken = false;
    }
    previousEnd = number.end;
  }
  return { statements, hasFigure: found.length > 0 };
}

const statementOf = (item: string, { comparator, value, unit, start, end }: Found) => ({
  comparator,
  number: value,
  unit,
  text: item.slice(start, end).trim(),
});

const isRatio = ({ unit }: Found): boolean => unit === '' || measureKind(unit) === 'percent';

/** Percentages follow their object, what is counted mostly goes before its own. */
function objectOf(
  { unit }: Found,
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

function numberAt(item: string, match: RegExpMatchArray): Found | undefined {
  const start = match.index ?? 0;
  const before = item.slice(Math.max(0, start - LOOK_BACK), start);
  const numeral = numeralAt(item, start, match[0]);
  if (numeral === undefined || NO_NUMBER_AFTER.test(before)) return undefined;
  const { unit, end, isMore } = measured(item, numeral);
  if (numeral.isChinese && !countsInChinese(match[0], unit, before)) return undefined;
  const ahead = comparatorBefore(before);
  if (unit === '' && !standsBare(item, match[0], end, ahead !== null)) return undefined;
  const behind = comparatorAfter(item, end);
  const close = behind?.at ?? end;
  return {
    start,
    end: close,
    value: numeral.value,
    unit,
    comparator: behind?.comparator ?? (isMore ? '>' : (ahead?.comparator ?? '=')),
    from: ahead === null ? start : start - before.length + ahead.at,
    isSure: !UNSURE_BEFORE.test(before) && !UNSURE_AFTER.test(item.slice(close, close + 4)),
  };
}

/** The measure word behind a numeral, and where it ends; `isMore` for 100多家, 30余场. */
function measured(item: string, numeral: Numeral) {
  const isMore = /[多余]/.test(item[numeral.end] ?? '');
  if (numeral.unit !== undefined) return { unit: numeral.unit, end: numeral.end, isMore };
  const from = numeral.end + Number(isMore || item[numeral.end] === ' ');
  const unit = measureWordAt(item, from);
  return { unit, end: unit === '' ? numeral.end : from + unit.length, isMore };
}

/** 三家 counts; 十分, 统一, 十四五 do not. */
const countsInChinese = (written: string, unit: string, before: string): boolean =>
  unit !== '' &&
  !UNSURE_CHINESE_UNIT.test(unit) &&
  !(written === '一' && NO_ONE_BEFORE.test(before));

/** A number without a measure word means something after a comparator, or alone in its cell. */
const standsBare = (item: string, written: string, end: number, isCompared: boolean): boolean =>
  item.trim() === written || (isCompared && BARE_END.test(item.slice(end, end + 4)));

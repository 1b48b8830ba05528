import type { Decimal } from '../decimal.ts';
import { type Comparator, comparatorAfter, comparatorBefore } from './comparators.ts';
import { MEASURE_INITIALS, measureWordAt } from './measure-words.ts';
import { type Numeral, numeralAt } from './numeral-at.ts';
import { CHINESE_NUMERAL } from './numerals.ts';

const NUMBER = new RegExp(
  `(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?|百分之[${CHINESE_NUMERAL}]+(?:点[${CHINESE_NUMERAL}]+)?|[${CHINESE_NUMERAL}]+(?=[多余]?[${MEASURE_INITIALS}])`,
  'g',
);
const HAS_NUMBER = new RegExp(`\\d|百分之|[${CHINESE_NUMERAL}][多余]?[${MEASURE_INITIALS}]`);
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
/** A number found in the text, before it is known what it counts. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly value: Decimal;
  readonly unit: string;
  readonly comparator: Comparator;
  /** Where the comparator's word begins, or the number. */
  readonly from: number;
  readonly isSure: boolean;
}

/** False for a text in which surely no number counts anything. */
export const mayHaveNumber = (text: string): boolean => HAS_NUMBER.test(text);

/** A number before a word that may be a measure word nobody listed; 14号线, 3级 and 2021碳达峰 are names. */
const UNKNOWN_MEASURE =
  /(?<![A-Za-z\d.\-—~～*第])(?!(?:19|20)\d\d(?!\d))\d+(?:\.\d+)?[百千万亿]?(?![号级代版型线届院系阶幼中小岁])(?=[\u4e00-\u9fff])/;

/** True where a number may count something although its measure word is not known. */
export const mayCount = (text: string): boolean => UNKNOWN_MEASURE.test(text);

/** The numbers of a text that count or measure something, in reading order. */
export const numbersIn = (text: string): readonly FoundNumber[] =>
  mayHaveNumber(text)
    ? [...text.matchAll(NUMBER)].flatMap((match) => numberAt(text, match) ?? [])
    : [];

function numberAt(item: string, match: RegExpMatchArray): FoundNumber | undefined {
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

import { DATED, YEARLONG } from './plain-text.ts';

/** A date as far as it was written; what was not written is null. */
export interface StatedDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** 上旬 1, 中旬 2, 下旬 or 底 3; null otherwise. */
  readonly part: 1 | 2 | 3 | null;
  /** True for 前, 之前, 底前: a deadline. */
  readonly isDeadline: boolean;
  readonly text: string;
}

const YEAR = '(?<![\\d.])((?:19|20)\\d\\d)';
const WRITTEN = `(?:${YEAR}年(?:度)?)?(?<!\\d)(1[0-2]|0?[1-9])月(?:份)?(?:(3[01]|[12]\\d|0?[1-9])(?:[日号]?[-—~～至到](?:3[01]|[12]\\d|0?[1-9]))?[日号]|(上旬|中旬|下旬|底|末|初(?![验步审次评稿设])))?(之前|以前|前)?`;
const PLAIN_YEAR = `${YEAR}(?:年(?:度)?(?:[上下]半年|第?[一二三四1-4]季度|[全年]?年?(?:底|末|初|内))?(之前|以前|前)?|(?=[-—~～至到]20\\d\\d年))`;
const NUMERIC = `${YEAR}[-./](1[0-2]|0?[1-9])(?:[-./](3[01]|[12]\\d|0?[1-9]))?(?![\\d%])`;
const RELATIVE =
  '(?<![\\d一二两三四五六七八九十几个每])(?:第?[一二三四1-4]季度|[上下]半年|(?:本年|当年|年|月|季)(?:底|末|内|初)|十?[一二三四五六七八九十]月(?:底|末|初|[一二三十][一二三四五六七八九十]*[日号])?)(?:之前|以前|前)?';
const DATES = new RegExp([WRITTEN, PLAIN_YEAR, NUMERIC, RELATIVE].join('|'), 'g');

const PARTS: Readonly<Record<string, 1 | 2 | 3>> = {
  上旬: 1,
  初: 1,
  中旬: 2,
  下旬: 3,
  底: 3,
  末: 3,
};

const numberOf = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text);

const isYearlong = (written: string): boolean =>
  /^\d{4}(?:年度?)?(?:内|底|末)?$|^(?:本年|当年|年)[内底末]$|前$/.test(written);

/** What dates a text states, and the text with them hidden, character for character. */
export interface DatesRead {
  readonly dates: readonly StatedDate[];
  readonly text: string;
}

/**
 * Reads 2021年12月31日前, 2021年9月, 12月底前, 2021-12-31, 二季度, 年底前. The text is in half width
 * with its titles hidden.
 */
export function readDates(text: string): DatesRead {
  // Most cells have neither: the search below is the dearest part of reading.
  if (!/[年月季]|20\d\d[-./]/.test(text)) return { dates: [], text };
  const dates: StatedDate[] = [];
  const hidden = text.replace(DATES, (written, ...groups: (string | undefined)[]) => {
    const [year, month, day, part, before, plainYear, plainBefore, isoYear, isoMonth, isoDay] =
      groups;
    dates.push({
      year: numberOf(year ?? plainYear ?? isoYear),
      month: numberOf(month ?? isoMonth),
      day: numberOf(day ?? isoDay),
      part: PARTS[part ?? ''] ?? null,
      isDeadline: (before ?? plainBefore) !== undefined || written.endsWith('前'),
      text: written,
    });
    return (isYearlong(written) ? YEARLONG : DATED).repeat(written.length);
  });
  return { dates, text: hidden };
}

/** First and last day a date can mean, as YYYYMMDD; null without a month. A year not written is 0. */
export function daysOf(date: StatedDate): { readonly first: number; readonly last: number } | null {
  if (date.month === null) return null;
  const month = ((date.year ?? 0) * 100 + date.month) * 100;
  if (date.day !== null) return { first: month + date.day, last: month + date.day };
  if (date.part === null) return { first: month + 1, last: month + 31 };
  return {
    first: month + (date.part - 1) * 10 + 1,
    last: month + (date.part === 3 ? 31 : date.part * 10),
  };
}

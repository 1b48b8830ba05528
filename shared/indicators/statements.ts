import type { Decimal } from '../decimal.ts';
import { type Comparator, comparatorAfter, comparatorBefore } from './comparators.ts';
import { measureKind, measureWordAt } from './measure-words.ts';
import { CHINESE_NUMERAL, parseArabicNumeral, parseChineseNumeral } from './numerals.ts';
import { objectAfter, objectBefore } from './objects.ts';

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
const MULTIPLIER = /(?:[十百千]?万亿?|亿|[百千])(?!瓦|米|克)|/y;
const UNSURE_BEFORE = /[A-Za-z*×第.\-—~～/]$|\d[至到]$/;
/** 统一, 唯一, 之一, 每一个: one of nothing. */
const NO_ONE_BEFORE = /[统唯之任逐同专单进不每]$/;
const UNSURE_CHINESE_UNIT = /^[分度点期级面路口头节]$/;
const UNSURE_AFTER = /^(?:的(?!满意)|[-—~～*×/]\s*\d|[至到]\d)/;
const SCOPE =
  /每(?:个)?(?:半年|年|月|季度?|周|日|天|人|次|场)|平均|[人户月日年周]均|第?[一二三四1-4]季度|[上下]半年|▢+/g;
const CLAUSE_END = /[，,。、]/;
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
      statements.push({ ...statementOf(item, number), object, scope: scopeOf(gap) });
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

const scopeOf = (gap: string): string =>
  (gap.split('。').at(-1)?.match(SCOPE) ?? [])
    .map((word) => (word[0] === '▢' ? '▢' : word))
    .join('');

function numberAt(item: string, match: RegExpMatchArray): Found | undefined {
  const start = match.index ?? 0;
  const before = item.slice(Math.max(0, start - 8), start);
  const written = readNumeral(item, start, match[0]);
  if (written === undefined) return undefined;
  const { value, isChinese } = written;
  const unit = written.unit ?? measureWordAt(item, skipMany(item, written.end));
  if (isChinese && (unit === '' || UNSURE_CHINESE_UNIT.test(unit))) return undefined;
  if (match[0] === '一' && NO_ONE_BEFORE.test(before)) return undefined;
  if (/[A-Za-z第.]$/.test(before)) return undefined;
  const many = skipMany(item, written.end) > written.end;
  const end = skipMany(item, written.end) + (written.unit === undefined ? unit.length : 0);
  const behind = comparatorAfter(item, end);
  const ahead = comparatorBefore(before);
  // A bare number means something only after a comparator, or alone in its cell.
  if (unit === '' && ahead === null && item.trim() !== match[0]) return undefined;
  if (
    unit === '' &&
    !/^\s*(?:[，,。、)]|以上|以下|以内|左右|$)/.test(item.slice(written.end, written.end + 4))
  )
    return undefined;
  const close = behind?.at ?? end;
  return {
    start,
    end: close,
    value,
    unit,
    comparator: behind?.comparator ?? (many ? '>' : (ahead?.comparator ?? '=')),
    from: ahead === null ? start : start - before.length + ahead.at,
    isSure: !UNSURE_BEFORE.test(before) && !UNSURE_AFTER.test(item.slice(close, close + 4)),
  };
}

/** 100多家, 30余场: past the word. */
const skipMany = (item: string, position: number): number =>
  item[position] === '多' || item[position] === '余' ? position + 1 : position;

interface Numeral {
  readonly value: Decimal;
  readonly end: number;
  readonly isChinese: boolean;
  /** Set where the numeral itself says what it is: 百分之九十五. */
  readonly unit?: string;
}

function readNumeral(item: string, start: number, written: string): Numeral | undefined {
  const end = start + written.length;
  if (/^\d/.test(written)) {
    MULTIPLIER.lastIndex = end;
    const multiplier = MULTIPLIER.exec(item)?.[0] ?? '';
    const value = parseArabicNumeral(written, multiplier);
    return value === undefined
      ? undefined
      : { value, end: end + multiplier.length, isChinese: false };
  }
  const percent = written.startsWith('百分之');
  const [whole = '', fraction = ''] = (percent ? written.slice(3) : written).split('点');
  const value = parseChineseNumeral(whole);
  const tenths = fraction === '' ? '' : [...fraction].map(parseChineseNumeral).join('');
  const decimal =
    value === undefined ? undefined : parseArabicNumeral(`${value}${tenths && `.${tenths}`}`);
  if (decimal === undefined) return undefined;
  return percent
    ? { value: decimal, end, isChinese: false, unit: '%' }
    : { value: decimal, end, isChinese: true };
}

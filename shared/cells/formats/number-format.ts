import { general } from './general.ts';
import { type Section, simpleSection } from './simple-section.ts';

/** How a cell shows its number. */
export interface NumberFormat {
  readonly code: string;
  /** The number counts days, or parts of one. */
  readonly isDate: boolean;
  readonly isPercent: boolean;
  /** The text as shown; undefined when the format is an odd one that the vendor must be asked about. */
  readonly show: (value: number) => string | undefined;
}

/** Characters of the longest format that Excel takes. */
const LONGEST = 255;

/** A format by its code. */
export function numberFormat(written: string): NumberFormat {
  // General, as the Chinese Excel and WPS write it into files.
  const code = written.length > LONGEST ? 'General' : written.replace(/G\/通用格式/g, 'General');
  const isDate = isDateFormat(code);
  return {
    code,
    isDate,
    isPercent: withoutLiterals(code).includes('%'),
    show: isDate ? () => undefined : showWith(code),
  };
}

const LITERALS = /"[^"]*"|\\.|[_*]./gu;
/** Colours, languages and conditions; hours, minutes and seconds in brackets are dates. */
const BRACKETS = /\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu;

/** Between parts of a format, not inside quotes. */
const SEMICOLON = /;(?=(?:[^"]*"[^"]*")*[^"]*$)/;

const withoutLiterals = (code: string): string => code.replace(LITERALS, '').replace(BRACKETS, '');

/** True for formats of dates and times: 2021年3月1日, 8:30. */
export const isDateFormat = (code: string): boolean =>
  /[ymdhsb]|e(?![+-])|AM\/PM|上午/i.test(withoutLiterals(code).replaceAll(/General|E[+-]/gi, ''));

function showWith(code: string): NumberFormat['show'] {
  if (code === 'General' || code === '@') return general;
  const sections = code.split(SEMICOLON);
  const [positive, negative, zero] = sections.slice(0, 3).map(simpleSection);
  if (positive === undefined) return () => undefined;
  return (value) => shown(value, sections.length, positive, negative, zero) || undefined;
}

/** Positive numbers; negative ones, with a sign when no part is theirs; nought. */
function shown(
  value: number,
  parts: number,
  positive: Section,
  negative: Section | undefined,
  zero: Section | undefined,
): string | undefined {
  if (value < 0) {
    if (parts > 1) return negative?.(-value)?.trim();
    const text = positive(-value)?.trim();
    return text === undefined ? undefined : `-${text}`;
  }
  return (value === 0 && parts > 2 ? zero : positive)?.(value)?.trim();
}

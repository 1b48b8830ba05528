import { fixed } from './fixed.ts';
import { general } from './general.ts';

/** Shows a number ≥ 0; undefined when it is too large to be shown exactly. */
export type Section = (value: number) => string | undefined;

/** What a format is made of, as far as this reads it; spaces of a width (`_x`) are spaces. */
const TOKEN = new RegExp(
  [
    /"(?<quoted>[^"]*)"/,
    /\\(?<escaped>.)/,
    /(?<space>_.)/,
    /(?<filler>\*.)/,
    /\[(?<colour>black|blue|cyan|green|magenta|red|white|yellow|黑色|蓝色|青色|绿色|洋红|红色|白色|黄色|color ?\d+)\]/,
    /\[\$(?<currency>[^\]-]*)(?:-[0-9a-f]+)?\]/,
    /(?<standard>general)/,
    /(?<digits>(?<group>#,##|#)?0(?<decimals>\.0+)?(?<percent>%)?)(?![0#?.,E/])/,
    /(?<plain>[-+() ¥￥$€元万亿])/,
    /(?<blank>\?)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'iuy',
);

/**
 * Compiles one part of a number format when it is as simple as nearly all are: words around digits
 * with a fixed number of decimals. Undefined for fractions, exponents, dates, conditions and whatever
 * else only a full formatter knows.
 */
export function simpleSection(code: string): Section | undefined {
  let head = '';
  let tail = '';
  let digits: Section | undefined;
  let blanks = false;
  for (let at = 0; at < code.length; ) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(code)?.groups;
    if (token === undefined) return undefined;
    at = TOKEN.lastIndex;
    const section = digitsOf(token);
    if (section !== undefined && digits !== undefined) return undefined;
    if (token['blank'] !== undefined) blanks = true;
    if (section !== undefined) digits = section;
    else if (digits === undefined) head += literalOf(token);
    else tail += literalOf(token);
  }
  const show = digits;
  // A question mark is a digit or a space: a space only beside words, as in the dash for nought.
  if (show === undefined) return blanks && head.trim() === '' ? undefined : () => head;
  if (blanks) return undefined;
  return (value) => {
    const text = show(value);
    return text === undefined ? undefined : head + text + tail;
  };
}

type Token = Readonly<Record<string, string | undefined>>;

function literalOf({ quoted, escaped, currency, plain, space, blank }: Token): string {
  if (space !== undefined || blank !== undefined) return ' ';
  return quoted ?? escaped ?? currency ?? plain ?? '';
}

function digitsOf(token: Token): Section | undefined {
  if (token['standard'] !== undefined) return general;
  if (token['digits'] === undefined) return undefined;
  const places = Math.max(0, (token['decimals'] ?? '').length - 1);
  const grouped = (token['group'] ?? '').includes(',');
  if (token['percent'] === undefined) return (value) => fixed(value, places, grouped);
  return (value) => {
    const shown = fixed(value, places, grouped, 2);
    return shown === undefined ? undefined : `${shown}%`;
  };
}

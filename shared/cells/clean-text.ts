import type { Cleaning } from './cell.ts';

const LINE_BREAKS = /\r\n?|\p{Zl}|\p{Zp}/gu;
/** `_x000D_` and its like: how Excel writes control characters inside XML. */
const ESCAPED_CONTROL = /_x00(?:0[0-9A-F]|1[0-9A-F]|7F)_/gi;
/** Control characters but the line break, format characters (zero width, direction), no-characters. */
const INVISIBLE = /[^\P{Cc}\n]|\p{Cf}|[\uFFFE\uFFFF]/gu;
const SPACES = /[\t\u00A0\u2007\u202F]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * A cell's text without what nobody typed on purpose: control, zero-width and direction characters,
 * Excel's `_x000D_`, halves of characters; line breaks as `\n`, tabs and non-breaking spaces as spaces, none
 * at the ends. Every visible character stays. Idempotent.
 */
export const cleanText = (text: string): string => cleanedText(text).text;

/** A clean text and what was taken out of the typed one, in the order of `Cleaning`. */
export interface CleanedText {
  readonly text: string;
  readonly cleaned: readonly Cleaning[];
}

const NOTHING: readonly Cleaning[] = [];

/**
 * As `cleanText`, with what it did: `invisible-characters` when something nobody sees was taken out,
 * `odd-spaces` when a tab or non-breaking space became a space. Line breaks and spaces at the ends
 * are not told: they are how cells are typed.
 */
export function cleanedText(typed: string): CleanedText {
  if (!mayNeedCleaning(typed)) return { text: typed.trim(), cleaned: NOTHING };
  const broken = typed
    .replace(ESCAPED_CONTROL, (written) => (written.toLowerCase() === '_x000a_' ? '\n' : '\u0007'))
    .replace(LINE_BREAKS, '\n');
  const whole = broken.replace(LONE_SURROGATE, '\uFFFD');
  const spaced = whole.replace(SPACES, ' ');
  const text = spaced.replace(INVISIBLE, '');
  const cleaned: Cleaning[] = [];
  if (text.length !== spaced.length || whole !== broken) cleaned.push('invisible-characters');
  if (spaced !== whole) cleaned.push('odd-spaces');
  return { text: text.trim(), cleaned };
}

/** False for texts that cleaning would only trim: nearly all. A glance at each character, no more. */
function mayNeedCleaning(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x3000 && code < 0xd800) continue;
    if (code < 0x7f) {
      if ((code < 0x20 && code !== 0x0a) || code === 0x5f) return true;
    } else if (code < 0x2000) {
      // Latin letters, Greek and Cyrillic hold nothing to clean but these two.
      if (code <= 0xad || code > 0x5ff) return true;
    } else if (code < 0x2070) {
      // Dashes, quotes and dots of Chinese texts stand between zero-width and odd spaces.
      if (code < 0x2010 || code > 0x2027) return true;
    } else if (code >= 0xd800 && (code < 0xe000 || code >= 0xfef0)) {
      if (code < 0xff00 || code > 0xffef) return true;
    }
  }
  return false;
}

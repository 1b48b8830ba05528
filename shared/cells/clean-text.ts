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
export const cleanText = (text: string): string =>
  text
    .replace(ESCAPED_CONTROL, (written) => (written.toLowerCase() === '_x000a_' ? '\n' : ''))
    .replace(LINE_BREAKS, '\n')
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .trim();

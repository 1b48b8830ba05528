const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * Text with XML's own references resolved. Others stay as they stand: they would need a DTD, and a
 * file with one is refused.
 */
export const resolveReferences = (text: string): string =>
  text.includes('&')
    ? text.replace(
        REFERENCE,
        (whole, decimal?: string, hexadecimal?: string, name?: string) =>
          (name === undefined
            ? character(Number.parseInt(decimal ?? hexadecimal ?? '', decimal ? 10 : 16))
            : NAMED[name.toLowerCase()]) ?? whole,
      )
    : text;

const character = (code: number): string =>
  code <= 0x10ffff && code > 0 ? String.fromCodePoint(code) : '\uFFFD';

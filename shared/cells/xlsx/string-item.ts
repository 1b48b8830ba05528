import type { XmlScanner } from '../xml/xml-scanner.ts';

/** Characters that XML cannot hold, and the underscore itself, as Excel writes them. */
const ESCAPED = /_x([0-9a-f]{4})_/gi;

/** Control characters stay escaped: cleaning takes them out and tells it. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(ESCAPED, (written, code: string) => {
        const value = Number.parseInt(code, 16);
        return value < 0x20 || value === 0x7f ? written : String.fromCharCode(value);
      })
    : text;

/**
 * The text of the string item at hand (`si`, `is`): its runs joined, phonetic guides apart. The
 * scanner then stands at the closing tag.
 */
export function readStringItem(scanner: XmlScanner, name: 'si' | 'is'): string {
  if (scanner.empty) return '';
  let text = '';
  let phonetic = false;
  while (scanner.next()) {
    if (!scanner.opens && scanner.is(name)) break;
    if (scanner.is('rPh')) phonetic = scanner.opens && !scanner.empty;
    else if (scanner.opens && !phonetic && scanner.is('t')) text += scanner.text();
  }
  return unescaped(text);
}

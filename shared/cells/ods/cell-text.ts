import type { XmlScanner } from '../xml/xml-scanner.ts';

/** Spaces written as a count; a cell has no use for more. */
const MOST_SPACES = 1000;

/** What stands in a cell but is not its text: notes, phonetic guides, drawings. */
const APART = ['annotation', 'ruby-text', 'frame', 'custom-shape', 'shapes'] as const;

/**
 * The text of the cell at hand as its reader sees it, paragraphs on lines of their own; undefined for a
 * cell without any, which is not the same as an empty one. The scanner then stands at the cell's closing
 * tag.
 */
export function readCellText(scanner: XmlScanner): string | undefined {
  if (scanner.empty) return undefined;
  let text = '';
  let paragraphs = 0;
  let inParagraph = false;
  let apart = '';
  while (scanner.next()) {
    if (apart !== '') {
      if (!scanner.opens && scanner.is(apart)) apart = '';
      continue;
    }
    if (!scanner.opens) {
      if (scanner.is('table-cell') || scanner.is('covered-table-cell')) break;
      if (scanner.is('p')) inParagraph = false;
    } else if (!scanner.empty && APART.some((name) => scanner.is(name))) {
      apart = APART.find((name) => scanner.is(name)) ?? '';
    } else if (scanner.is('p')) {
      if (paragraphs > 0) text += '\n';
      paragraphs += 1;
      inParagraph = !scanner.empty;
    } else if (scanner.is('s')) text += ' '.repeat(spacesOf(scanner));
    else if (scanner.is('tab')) text += '\t';
    else if (scanner.is('line-break')) text += '\n';
    if (inParagraph && apart === '') text += scanner.textAfterTag();
  }
  return paragraphs === 0 ? undefined : text;
}

function spacesOf(scanner: XmlScanner): number {
  const count = Number(scanner.prefixedAttribute('c') ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, MOST_SPACES) : 1;
}

import { continuesCharacter, isSpace, mayBreakBetween } from './line-breaks.ts';

/** Width of a code point, in the unit of the line's width. */
export type Advance = (codePoint: number) => number;

/**
 * Breaks a text into lines no wider than `width`.
 *
 * The lines joined are the text, line feeds aside; spaces stay at the end of their line and may hang
 * over its edge. Lines break by the Chinese rules (kinsoku): no closing mark at a start, no opening
 * mark at an end, numbers, Latin words, —— and …… whole. What is wider than a line breaks anywhere
 * but inside a character, so that every line fits or is a single character.
 * A text without characters is one empty line.
 */
export function breakText(text: string, width: number, advance: Advance): readonly string[] {
  const lines: string[] = [];
  eachLine(text, width, advance, (start, end) => void lines.push(text.slice(start, end)));
  return lines;
}

/** How many lines `breakText` would give: for whoever tries widths, of which most come to nothing. */
export function countLines(text: string, width: number, advance: Advance): number {
  let count = 0;
  eachLine(text, width, advance, () => {
    count += 1;
  });
  return count;
}

/** Where a line begins in its text, and before which place it ends. */
type VisitLine = (start: number, end: number) => void;

function eachLine(text: string, width: number, advance: Advance, visit: VisitLine): void {
  let start = 0;
  for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', start)) {
    breakParagraph(text, start, feed, width, advance, visit);
    start = feed + 1;
  }
  breakParagraph(text, start, text.length, width, advance, visit);
}

function breakParagraph(
  text: string,
  first: number,
  last: number,
  width: number,
  advance: Advance,
  visit: VisitLine,
): void {
  let start = first;
  let lineWidth = 0;
  // The last place where this line may end, and how wide it is up to there.
  let end = first;
  let widthToEnd = 0;
  let before = 0;
  let at = first;
  while (at < last) {
    const point = text.codePointAt(at) ?? 0;
    const isFirst = at === start;
    if (!isFirst && mayBreakBetween(before, point)) {
      end = at;
      widthToEnd = lineWidth;
    }
    const widened = lineWidth + advance(point);
    const mustBreak = widened > width && !isFirst && !isSpace(point);
    if (mustBreak && !continuesCharacter(before, point)) {
      if (end === start) {
        end = at;
        widthToEnd = lineWidth;
      }
      visit(start, end);
      start = end;
      lineWidth -= widthToEnd;
    } else {
      lineWidth = widened;
      before = point;
      at += point > 0xffff ? 2 : 1;
    }
  }
  visit(start, last);
}

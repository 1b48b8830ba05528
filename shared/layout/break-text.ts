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
  if (!text.includes('\n')) return breakParagraph(text, width, advance);
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, advance));
}

function breakParagraph(text: string, width: number, advance: Advance): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  let lineWidth = 0;
  // The last place where this line may end, and how wide it is up to there.
  let end = 0;
  let widthToEnd = 0;
  let before = 0;
  let at = 0;
  while (at < text.length) {
    const point = text.codePointAt(at) ?? 0;
    const isFirst = at === start;
    if (!isFirst && mayBreakBetween(before, point)) {
      end = at;
      widthToEnd = lineWidth;
    }
    const overflows = lineWidth + advance(point) > width && !isSpace(point);
    if (overflows && !isFirst && !continuesCharacter(before, point)) {
      if (end === start) {
        end = at;
        widthToEnd = lineWidth;
      }
      lines.push(text.slice(start, end));
      start = end;
      lineWidth -= widthToEnd;
    } else {
      lineWidth += advance(point);
      before = point;
      at += point > 0xffff ? 2 : 1;
    }
  }
  lines.push(text.slice(start));
  return lines;
}

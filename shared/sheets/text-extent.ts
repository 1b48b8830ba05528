import { BODY_POINTS } from './cell-styles.ts';
import { MAX_COLUMN_WIDTH, MAX_ROW_HEIGHT } from './excel-limits.ts';

/*
 * How much room a text takes in a sheet. Spreadsheet programs fit rows to their texts only on the
 * machine that opens the file, and merged or generated rows not at all, so heights are estimated
 * here, rather too tall than too low: nothing may be clipped.
 */

/** Points a column of width 1 is wide: 7 pixels of the default font at 96 dpi. */
const POINTS_PER_WIDTH = 5.25;

/** Line pitch in units of the font size; Song faces of other systems are taller than 宋体. */
const LINE_PITCH = 1.4;

/** Points above and below the text together. */
const ROW_PADDING = 6;

/** Points a column keeps free at its sides. */
const SIDE_PADDING = 6;

/** Latin words do not break inside, so lines end early. */
const RAGGED = 1.06;

/** Everything beyond Latin-1 is as wide as a Han character in a Song face: “ ” … ≥ ① too. */
const FIRST_WIDE = 0x100;

/** Ems of a text on one line. */
export function textEms(text: string): number {
  let ems = 0;
  for (const character of text) ems += (character.codePointAt(0) ?? 0) < FIRST_WIDE ? 0.5 : 1;
  return ems;
}

/** Lines a wrapped text takes in a column of `width` characters. */
export function lineCount(text: string, width: number, points = BODY_POINTS): number {
  const room = Math.max(1, (width * POINTS_PER_WIDTH - SIDE_PADDING) / points);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    const ems = textEms(paragraph);
    lines += ems <= room ? 1 : Math.ceil((ems * RAGGED) / room);
  }
  return lines;
}

/** Points a wrapped text needs in a column of `width` characters, up to what Excel can show. */
export const textHeight = (text: string, width: number, points = BODY_POINTS): number =>
  Math.min(MAX_ROW_HEIGHT, ROW_PADDING + lineCount(text, width, points) * points * LINE_PITCH);

/** The narrowest width from `least` on in which no text is taller than `height` points. */
export function widthFor(texts: readonly string[], least: number, height: number): number {
  let width = least;
  const fits = (text: string) => textHeight(text, width) <= height;
  while (width < MAX_COLUMN_WIDTH && !texts.every(fits)) width += 2;
  return Math.min(width, MAX_COLUMN_WIDTH);
}

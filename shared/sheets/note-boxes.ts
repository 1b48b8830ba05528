import { strFromU8, strToU8 } from 'fflate/browser';
import { textHeight } from './text-extent.ts';
import type { RowModel, SheetModel } from './workbook-model.ts';

/*
 * exceljs draws every note in a box of two columns by four rows: too small for a sentence in narrow
 * columns, a page tall where rows are. Here each note gets a box of the size of its text.
 */

const VML_OF_SHEET = /^xl\/drawings\/vmlDrawing(\d+)\.vml$/;
const ANCHOR = /<x:Anchor>[^<]*<\/x:Anchor>/g;

/** Width of a note in characters and in pixels. */
const NOTE_WIDTH = 42;
const PIXELS_PER_WIDTH = 7;
const COLUMN_PADDING_PIXELS = 5;

const PIXELS_PER_POINT = 4 / 3;
const DEFAULT_ROW_POINTS = 15;
const DEFAULT_COLUMN_WIDTH = 9;

/** Points of the font notes are shown in, and room for the frame. */
const NOTE_POINTS = 9;
const FRAME_POINTS = 12;

/** Pixels between a cell and its note. */
const GAP = 12;

/** The package's entry with its notes placed; every other entry as it is. */
export function placeNotes(
  entry: string,
  bytes: Uint8Array,
  sheets: readonly SheetModel[],
): Uint8Array {
  const number = VML_OF_SHEET.exec(entry)?.[1];
  const sheet = number === undefined ? undefined : sheets[Number(number) - 1];
  if (sheet === undefined) return bytes;
  const anchors = noteAnchors(sheet).values();
  const placed = strFromU8(bytes).replace(ANCHOR, (written) => {
    const anchor = anchors.next().value;
    return anchor === undefined ? written : `<x:Anchor>${anchor.join(', ')}</x:Anchor>`;
  });
  return strToU8(placed);
}

/** Column, pixels into it, row, pixels into it: of the box's first corner, then of its last. */
type Anchor = readonly number[];

/** One anchor a note, in the order in which notes are written: row by row. */
function noteAnchors(sheet: SheetModel): Anchor[] {
  const widths = sheet.widths.map((width) => width * PIXELS_PER_WIDTH + COLUMN_PADDING_PIXELS);
  const heights = sheet.rows.map(rowPixels);
  const anchors: Anchor[] = [];
  for (const [row, { cells }] of sheet.rows.entries()) {
    for (const [column, { note }] of cells.entries()) {
      if (note === undefined) continue;
      const height = (textHeight(note, NOTE_WIDTH, NOTE_POINTS) + FRAME_POINTS) * PIXELS_PER_POINT;
      const right = walk(widths, column + 1, GAP + NOTE_WIDTH * PIXELS_PER_WIDTH, defaultColumn);
      const bottom = walk(heights, row, Math.round(height), defaultRow);
      anchors.push([column + 1, GAP, row, 0, right.index, right.rest, bottom.index, bottom.rest]);
    }
  }
  return anchors;
}

const rowPixels = ({ height }: RowModel): number =>
  Math.round((height ?? DEFAULT_ROW_POINTS) * PIXELS_PER_POINT);

const defaultRow = Math.round(DEFAULT_ROW_POINTS * PIXELS_PER_POINT);
const defaultColumn = DEFAULT_COLUMN_WIDTH * PIXELS_PER_WIDTH + COLUMN_PADDING_PIXELS;

/** Where one is after `distance` pixels from the start of `index`. */
function walk(
  sizes: readonly number[],
  index: number,
  distance: number,
  beyond: number,
): { readonly index: number; readonly rest: number } {
  let at = index;
  let rest = distance;
  while (rest >= (sizes[at] ?? beyond)) {
    rest -= sizes[at] ?? beyond;
    at += 1;
  }
  return { index: at, rest: Math.round(rest) };
}

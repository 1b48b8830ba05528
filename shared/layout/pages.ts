import type { PrintedTable } from '../records/printed-table.ts';
import type { Weight } from './metrics.ts';

/*
 * The laid-out report as plain JSON. All measures are points (1/72 inch), x to the right and y down
 * from the top left corner of the page.
 */

/** What every report has, however it is arranged. Its pages are all of one size. */
export interface PlacedReport {
  /** What the pages say, before it was broken into lines; also the data that the report carries. */
  readonly table: PrintedTable;
  /** A draft carries no data: nobody should reuse figures that were not accepted. */
  readonly isDraft: boolean;
  readonly width: number;
  readonly height: number;
  /** Pitch of the digits of tabular lines, in 1/1000 em. */
  readonly digitPitch: number;
  readonly bookmarks: readonly Bookmark[];
}

/** A whole report as one table. Every page has the same columns. */
export interface ReportPages extends PlacedReport {
  readonly kind: 'table';
  /** The columns of the table, from left to right. */
  readonly columns: readonly ColumnEdges[];
  /** Index of the column that names a row, null when the form has none. */
  readonly rowHeader: number | null;
  readonly pages: readonly Page[];
}

/** A place that readers of the file can jump to. */
export interface Bookmark {
  readonly title: string;
  /** From 1. */
  readonly page: number;
  /** Points from the top of the page. */
  readonly top: number;
  readonly children: readonly Bookmark[];
}

/** Where the column of a form field begins and ends on every page. */
export interface ColumnEdges {
  readonly field: string;
  readonly left: number;
  readonly right: number;
}

/** What every page has, however the report is arranged. */
export interface Sheet {
  /** From 1. */
  readonly number: number;
  /** Attachment mark, title and notes: on the first page alone. */
  readonly heading: readonly TextBlock[];
  /** The remark below the last row: on the last page alone. */
  readonly closing: readonly TextBlock[];
  /** What belongs to the paper and not to the report: page number, 续, 草稿, the foot of a stamped copy. */
  readonly furniture: readonly Line[];
  /** The QR code of a stamped copy. */
  readonly pattern?: Pattern;
  readonly tints: readonly Tint[];
  readonly rules: readonly Rule[];
}

/**
 * One page of the table: its texts, and the tints and rules that make the table. Rows and rules may be placed
 * only when they are asked for: ask once.
 */
export interface Page extends Sheet {
  /** The column titles, repeated on every page. */
  readonly header: readonly HeaderBox[];
  readonly rows: readonly RowBox[];
}

/** A text outside the table. */
export interface TextBlock {
  readonly role: 'title' | 'note';
  /** The whole text, before it was broken into lines. */
  readonly text: string;
  readonly lines: readonly Line[];
}

/** One line of text. */
export interface Line {
  readonly text: string;
  /** Left end of the baseline. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  /** Digits stand on a common pitch, so that figures align. */
  readonly tabular?: true;
  /** 0 black to 1 white; black unless stated. */
  readonly gray?: number;
  /** Degrees counter-clockwise about (x, y). */
  readonly angle?: number;
}

/** A column title, in leaf columns and header rows counted from 0. */
export interface HeaderBox {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly lines: readonly Line[];
}

/** A row of the table, or the part of it that stands on this page. */
export interface RowBox {
  /** Index into the records. */
  readonly record: number;
  readonly top: number;
  readonly bottom: number;
  /** False when the row began on an earlier page. */
  readonly isStart: boolean;
  /** False when the row goes on on the next page. */
  readonly isEnd: boolean;
  /** One for each column; without lines where the cell is blank or already printed. */
  readonly cells: readonly (readonly Line[])[];
}

/** A straight line, horizontal or vertical. */
export interface Rule {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly width: number;
  readonly gray: number;
}

/** A rectangle filled with grey. */
export interface Tint {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly gray: number;
}

/** Black squares of one size, those beside one another drawn together. */
export interface Pattern {
  readonly left: number;
  readonly top: number;
  /** Side of a square. */
  readonly module: number;
  /** Rows and columns of squares, counted from 0. */
  readonly runs: readonly (readonly [row: number, column: number, squares: number])[];
}

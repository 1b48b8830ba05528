/*
 * A workbook as plain data: what every summary, feedback and sample is before it becomes bytes.
 * Rows and columns are dense, from A1 on; addresses below count from 1.
 */

import { MAX_FORMULA_TEXT } from './excel-limits.ts';

/** How a cell looks; `cell-styles.ts` says what each means in fonts, borders and fills. */
export type StyleName =
  | 'attachment'
  | 'title'
  | 'keyFigure'
  | 'heading'
  /** A band over a part of a list. */
  | 'section'
  | 'note'
  | 'noteRight'
  | 'noteCentred'
  | 'header'
  | 'text'
  | 'centred'
  | 'figure'
  /** Cells of a table with long texts, read from their tops. */
  | 'topText'
  | 'topCentred'
  | 'topFigure'
  | 'indented'
  | 'subfigure'
  | 'link'
  | 'input'
  /** Cells of a template: to be filled in, or computed from those. */
  | 'entryText'
  | 'entryCentred'
  | 'entryFigure'
  | 'computedFigure'
  | 'total'
  | 'totalFigure'
  | 'bare';

/** Fill and border laid over a cell's style: a finding stands there. */
export type Mark = 'error' | 'warning';

/** What a cell holds. Formulas are written without `=` and carry the value they were computed to. */
export type CellContent =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'formula'; readonly formula: string; readonly result: number | string };

/** A cell: what it holds, how it looks, and what is said about it. */
export interface CellModel {
  readonly content: CellContent;
  readonly style: StyleName;
  /** Excel number format; `General` when absent. */
  readonly format?: string;
  readonly mark?: Mark;
  /** Text of the cell's note (批注). */
  readonly note?: string;
}

/** A row; its cells stand in the columns from A on. */
export interface RowModel {
  /** Points, at most 409.5; null leaves the height to the program that opens the file. */
  readonly height: number | null;
  readonly cells: readonly CellModel[];
  /** True when the height is only where the row starts: programs fit it to what is typed later. */
  readonly fits?: true;
  /** True for a row folded away below the one before it; readers unfold it at the left edge. */
  readonly folded?: true;
}

/** A block of cells, both ends included, counted from 1. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What may be typed into a block of cells, and what the program says of it. */
export interface ValidationModel {
  readonly range: CellRange;
  /**
   * `any` only shows its prompt; `list` offers the cells that a defined name stands for; `whole` and
   * `decimal` take numbers from `least` to `most`.
   */
  readonly check:
    | { readonly kind: 'any' }
    | { readonly kind: 'list'; readonly name: string }
    | { readonly kind: 'whole' | 'decimal'; readonly least: number; readonly most: number };
  /** Shown beside a selected cell; a title of at most 32, a text of at most 255 characters. */
  readonly prompt: { readonly title: string; readonly text: string };
  /** Shown for a wrong entry: `stop` refuses it, `warning` lets it stand when confirmed. */
  readonly refusal?: {
    readonly style: 'stop' | 'warning';
    readonly title: string;
    readonly text: string;
  };
}

/** A name that formulas and lists of the whole workbook may use. */
export interface DefinedName {
  readonly name: string;
  readonly sheet: string;
  readonly range: CellRange;
}

/** How a sheet is printed: as many pages wide as it says, as long as it gets. */
export interface PrintSetup {
  readonly paper: 'A3' | 'A4';
  readonly orientation: 'landscape' | 'portrait';
  /** Millimetres. */
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Rows repeated on every page, both ends included; null for none. */
  readonly titleRows: { readonly from: number; readonly to: number } | null;
  /** Columns that are printed, counted from A; null for all. */
  readonly columns: number | null;
  /** The last row that is printed beside `columns`; that of the sheet when absent. */
  readonly rows?: number;
  /** Pages the sheet is wide; beyond one, `titleColumns` columns are repeated on each. */
  readonly pagesWide: number;
  readonly titleColumns: number;
  /** True to print without fills and colours, like the published table. */
  readonly monochrome?: true;
  /** True for a sheet that is one page, however small its print gets. */
  readonly onePage?: true;
}

/** A native chart of bars; its numbers are cells of the sheet it stands on. */
export interface ChartModel {
  readonly title: string;
  /** What a reader who does not see it is told. */
  readonly description: string;
  /** Upright, or lying with the first category on top. */
  readonly bars: 'columns' | 'rows';
  /** On top of each other, as shares of the whole length, instead of side by side. */
  readonly stacked: boolean;
  /** Cells with the names of the categories; null where there is but one, without a name. */
  readonly categories: CellRange | null;
  readonly series: readonly ChartSeries[];
  /** Excel number format of the axis and of the figures at the bars. */
  readonly format: string;
  /** True to write its figure at each bar. */
  readonly labelled: boolean;
  /** The cells it lies over. */
  readonly over: CellRange;
}

/** Bars of one colour. */
export interface ChartSeries {
  readonly name: string;
  readonly values: CellRange;
  /** RRGGBB. */
  readonly colour: string;
}

/** A sheet; its rows stand from 1 on. */
export interface SheetModel {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  /** Column widths from A on, in characters of the default font. */
  readonly widths: readonly number[];
  readonly rows: readonly RowModel[];
  readonly merges: readonly CellRange[];
  /** Rows and columns that stay when the reader scrolls. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The header row and the last row of a table that can be filtered; null for none. */
  readonly filter: CellRange | null;
  /** Percent. */
  readonly zoom: number;
  readonly print: PrintSetup;
  /** Hidden: not even offered in the program's list of hidden sheets. */
  readonly hidden?: true;
  /** Columns that are there but not shown, counted from 1. */
  readonly hiddenColumns?: readonly number[];
  readonly validations?: readonly ValidationModel[];
  readonly charts?: readonly ChartModel[];
  /** Cells with ratios behind which a bar shows how much of 1 they are. */
  readonly dataBars?: readonly CellRange[];
  /** Rows below `rows`, made while the workbook is written: for lists with a line a submitter. */
  readonly below?: () => Iterable<RowModel>;
}

/**
 * A sheet most of whose rows are made while the workbook is written, so that nobody holds them all.
 * They stand below its `rows`; of those, merges, frozen panes and the filter speak as usual.
 */
export interface StreamedSheet<Item> extends SheetModel {
  /** The rows of one item, the first of them in row `row` (from 1). */
  readonly linesOf: (item: Item, row: number) => Iterable<RowModel>;
}

/** A workbook with sheets that grow item by item; the others are as they are. */
export interface StreamedWorkbook<Item> extends WorkbookModel {
  readonly sheets: readonly (SheetModel | StreamedSheet<Item>)[];
}

/** A workbook, its sheets in the order of their tabs. */
export interface WorkbookModel {
  /** Title in the file's properties. */
  readonly title: string;
  readonly sheets: readonly SheetModel[];
  readonly names?: readonly DefinedName[];
}

/** An empty cell that still has borders and fill. */
export const blankCell = (style: StyleName): CellModel => ({ content: { kind: 'blank' }, style });

/** A text, whatever it begins with; an empty text makes a blank cell. */
export const textCell = (text: string, style: StyleName): CellModel =>
  text === '' ? blankCell(style) : { content: { kind: 'text', text }, style };

/** A number shown in `format`. */
export const numberCell = (number: number, style: StyleName, format = 'General'): CellModel => ({
  content: { kind: 'number', number },
  style,
  format,
});

/** A live formula, without `=`, and what it comes to. */
export const formulaCell = (
  formula: string,
  result: number | string,
  style: StyleName,
  format = 'General',
): CellModel => ({ content: { kind: 'formula', formula, result }, style, format });

/**
 * A text that leads to a cell of this workbook. A HYPERLINK formula and not a link part of the
 * sheet: Excel allows only 65,530 of those.
 */
export const linkCell = (sheet: string, cell: string, text: string): CellModel =>
  hyperlinkCell(`#'${sheet}'!${cell}`, text);

/** A text that leads to an address, outside this workbook or in it; one too long leads nowhere. */
export const hyperlinkCell = (
  address: string,
  text: string,
  style: StyleName = 'link',
): CellModel =>
  Math.max(address.length, text.length) > MAX_FORMULA_TEXT
    ? textCell(text, style)
    : formulaCell(`HYPERLINK(${quoted(address)},${quoted(text)})`, text, style);

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

import type { Text } from '../locale.ts';
import { MAX_ROW_HEIGHT } from './excel-limits.ts';
import { textHeight } from './text-extent.ts';
import {
  blankCell,
  type CellModel,
  type CellRange,
  type PrintSetup,
  type RowModel,
  type SheetModel,
  type StyleName,
  textCell,
} from './workbook-model.ts';

/*
 * Sheets that are lists: a few lines above, a header in both languages, a line an item.
 */

/** A column of a list. */
export interface TextColumn {
  readonly title: Text;
  /** Characters. */
  readonly width: number;
}

const TITLE_HEIGHT = 36;
const LEAST_HEIGHT = 22;
const HEADER_HEIGHT = 34;

/** Points of the font of lines above a list. */
const NOTE_POINTS = 12;

/** How a list is printed unless it says otherwise. */
const PRINT: PrintSetup = {
  paper: 'A4',
  orientation: 'landscape',
  margin: { top: 15, right: 12, bottom: 15, left: 12 },
  titleRows: null,
  columns: null,
  pagesWide: 1,
  titleColumns: 0,
};

/** What a list sheet is made of. */
export interface ListSheet {
  readonly name: string;
  readonly columns: readonly TextColumn[];
  /** Lines above the header. */
  readonly above: readonly RowModel[];
  /** How many of them are one text over the list, and over how many columns. */
  readonly spanned: { readonly rows: number; readonly columns: number };
  readonly lines: readonly RowModel[];
  readonly print: Partial<PrintSetup>;
  readonly frozenColumns: number;
  /** True when the header row carries filters. */
  readonly filterable: boolean;
}

/** The list with its header frozen, repeated in print and, if wanted, filterable. */
export function sheetOfRows(list: ListSheet): SheetModel {
  const { columns, above, spanned, lines } = list;
  const header = above.length + 1;
  return {
    name: list.name,
    widths: columns.map(({ width }) => width),
    rows: [...above, headerRow(columns), ...lines],
    merges: above.slice(0, spanned.rows).map((_, index) => spanOf(index + 1, spanned.columns)),
    frozen: { rows: header, columns: list.frozenColumns },
    filter: list.filterable
      ? { top: header, left: 1, bottom: header + lines.length, right: columns.length }
      : null,
    zoom: 100,
    print: { ...PRINT, titleRows: { from: header, to: header }, ...list.print },
  };
}

/** The merged cells of a row that is one text over `columns` columns. */
export const spanOf = (row: number, columns: number): CellRange => ({
  top: row,
  left: 1,
  bottom: row,
  right: columns,
});

/** A header cell in both languages, Chinese first. */
const bilingual = ({ zh, en }: Text): string => `${zh}\n${en}`;

const headerRow = (columns: readonly TextColumn[]): RowModel => {
  const heights = columns.map(({ title, width }) => textHeight(bilingual(title), width));
  return {
    height: Math.min(MAX_ROW_HEIGHT, Math.max(HEADER_HEIGHT, ...heights)),
    cells: columns.map(({ title }) => textCell(bilingual(title), 'header')),
  };
};

/** The sheet's title over `columns` columns. */
export const titleRow = (title: string, columns: number): RowModel => ({
  height: TITLE_HEIGHT,
  cells: spannedCells(textCell(title, 'title'), columns),
});

/** A line of text over all columns. */
export function spannedRow(
  text: string,
  style: StyleName,
  columns: readonly TextColumn[],
): RowModel {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return {
    height: Math.max(LEAST_HEIGHT, textHeight(text, width, NOTE_POINTS)),
    cells: spannedCells(textCell(text, style), columns.length),
  };
}

const spannedCells = (first: CellModel, columns: number): readonly CellModel[] => [
  first,
  ...Array.from({ length: columns - 1 }, () => blankCell('bare')),
];

/** An item of the list, as tall as the tallest of its texts. */
export const lineRow = (cells: readonly CellModel[], columns: readonly TextColumn[]): RowModel => {
  const heights = cells.map(({ content }, index) =>
    content.kind === 'text' ? textHeight(content.text, columns[index]?.width ?? 1) : 0,
  );
  return { height: Math.min(MAX_ROW_HEIGHT, Math.max(LEAST_HEIGHT, ...heights)), cells };
};

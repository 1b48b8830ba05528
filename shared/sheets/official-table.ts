import { type FormDefinition, headerDepth, type Leaf, leaves } from '../../templates/form.ts';
import { addressOf } from '../cells/cell.ts';
import { MAX_ROW_HEIGHT } from './excel-limits.ts';
import { headerMerges, headerRows } from './official-header.ts';
import { textHeight, widthFor } from './text-extent.ts';
import {
  blankCell,
  type CellModel,
  type CellRange,
  type RowModel,
  type SheetModel,
  type StyleName,
  textCell,
} from './workbook-model.ts';

/** Name of the sheet that holds an official table. */
export const OFFICIAL_SHEET = '绩效自评表';

/** What stands above the table: its title, left 部门名称（盖章）：…, right 单位：万元. */
export type Caption = 'title' | 'submitter' | 'unit';

const CAPTION_STYLES: Readonly<Record<Caption, StyleName>> = {
  title: 'title',
  submitter: 'note',
  unit: 'noteRight',
};

/** A text above the table, as the form shows it. */
export const captionCell = (caption: Caption, text: string): CellModel =>
  textCell(text, CAPTION_STYLES[caption]);

/** The official table of a form, filled in. */
export interface OfficialTable {
  readonly form: FormDefinition;
  /** 附件2, null for none. */
  readonly attachment: string | null;
  readonly captions: Readonly<Record<Caption, CellModel>>;
  /** A row a project, a cell a leaf of the form. */
  readonly rows: readonly (readonly CellModel[])[];
  /** Row, counted from 0 → cells merged in it: a note that runs on over columns. */
  readonly spans?: ReadonlyMap<number, readonly ColumnSpan[]>;
}

/** Neighbouring columns that show one text, both ends included, counted from 0. */
export interface ColumnSpan {
  readonly from: number;
  readonly to: number;
}

const TITLE_HEIGHT = 42;
const LINE_HEIGHT = 24;
const LEAST_ROW_HEIGHT = 30;

/** Points above which a column grows wider rather than its rows taller. */
const COMFORTABLE_HEIGHT = 290;

/** Serial, unit and project stay in sight when the table is scrolled sideways. */
const FROZEN_COLUMNS = 3;

const WIDTHS: Readonly<Record<Leaf['type'], number>> = {
  serial: 5,
  text: 11,
  money: 11.5,
  rate: 11.5,
  extension: 4.5,
};

/** The table as a sheet that looks and prints like the published one. */
export function officialTableSheet(table: OfficialTable): SheetModel {
  const { form } = table;
  const widths = columnWidths(table);
  const top = headerTop(table);
  const depth = headerDepth(form.columns);
  return {
    name: OFFICIAL_SHEET,
    widths,
    rows: [
      ...captionRows(table, widths.length),
      ...headerRows(form, widths),
      ...table.rows.map((cells, row) => ({
        height: rowHeight(cells, widths, table.spans?.get(row) ?? []),
        cells,
      })),
    ],
    merges: [
      ...captionMerges(table, widths.length),
      ...headerMerges(form, top),
      ...spanMerges(table, top + depth),
    ],
    frozen: { rows: top - 1 + depth, columns: FROZEN_COLUMNS },
    filter: null,
    zoom: 85,
    print: {
      paper: form.page.size,
      orientation: form.page.orientation,
      margin: form.page.margin,
      titleRows: { from: top, to: top - 1 + depth },
      columns: null,
      pagesWide: 1,
      titleColumns: 0,
    },
  };
}

/** Where a cell of the table stands in its sheet, as `L17`. `row` counts projects from 0. */
export function officialCell(table: OfficialTable, row: number, field: string): string {
  const column = leaves(table.form.columns).findIndex((leaf) => leaf.field === field);
  if (column < 0) throw new Error(`form ${table.form.id} has no field "${field}"`);
  return addressOf(OFFICIAL_SHEET, firstOfficialRow(table) + row, column + 1).cell;
}

/** The sheet's row in which the first project stands. */
export const firstOfficialRow = (table: Pick<OfficialTable, 'form' | 'attachment'>): number =>
  headerTop(table) + headerDepth(table.form.columns);

/** Where a caption stands in the table's sheet, as `A2`. */
export function officialCaption(table: OfficialTable, caption: Caption): string {
  const notes = headerTop(table) - 1;
  const row = caption === 'title' ? notes - 1 : notes;
  const column = caption === 'unit' ? noteSplit(leaves(table.form.columns).length) + 1 : 1;
  return addressOf(OFFICIAL_SHEET, row, column).cell;
}

/** The style that a column's values are shown in. */
export const styleOfLeaf = (leaf: Leaf): StyleName => {
  if (leaf.align === 'right') return 'topFigure';
  return leaf.align === 'center' ? 'topCentred' : 'topText';
};

/** First row of the header: below attachment mark (if any), title and notes. */
const headerTop = ({ attachment }: Pick<OfficialTable, 'attachment'>): number =>
  attachment === null ? 3 : 4;

function columnWidths(table: OfficialTable): readonly number[] {
  const narrow = table.rows.filter((_, row) => table.spans?.has(row) !== true);
  return leaves(table.form.columns).map((leaf, column) => {
    const least = leaf.type === 'text' ? Math.round(WIDTHS.text * leaf.weight) : WIDTHS[leaf.type];
    return widthFor(columnTexts(narrow, column), least, COMFORTABLE_HEIGHT);
  });
}

const columnTexts = (rows: OfficialTable['rows'], column: number): readonly string[] =>
  rows.flatMap((cells) => {
    const content = cells[column]?.content;
    return content?.kind === 'text' ? [content.text] : [];
  });

function rowHeight(
  cells: readonly CellModel[],
  widths: readonly number[],
  spans: readonly ColumnSpan[],
): number {
  const widthAt = (column: number): number => {
    const span = spans.find(({ from }) => from === column);
    if (span === undefined) return widths[column] ?? 1;
    return widths.slice(span.from, span.to + 1).reduce((sum, width) => sum + width, 0);
  };
  const heights = cells.map(({ content }, column) =>
    content.kind === 'text' ? textHeight(content.text, widthAt(column)) : 0,
  );
  return Math.min(MAX_ROW_HEIGHT, Math.max(LEAST_ROW_HEIGHT, ...heights));
}

/** What stands above the table, with `columns` cells a row. */
function captionRows(table: OfficialTable, columns: number): readonly RowModel[] {
  const row = (height: number, filled: Readonly<Record<number, CellModel>>): RowModel => ({
    height,
    cells: Array.from({ length: columns }, (_, column) => filled[column] ?? blankCell('bare')),
  });
  const { submitter, unit } = table.captions;
  const notes = row(LINE_HEIGHT, { 0: submitter, [noteSplit(columns)]: unit });
  const title = row(TITLE_HEIGHT, { 0: table.captions.title });
  return table.attachment === null
    ? [title, notes]
    : [row(LINE_HEIGHT, { 0: textCell(table.attachment, 'attachment') }), title, notes];
}

/** The column, from 0, in which the right note begins. */
const noteSplit = (columns: number): number => Math.ceil(columns / 2);

const spanMerges = ({ spans }: OfficialTable, first: number): readonly CellRange[] =>
  [...(spans ?? [])].flatMap(([row, spanned]) =>
    spanned.map(({ from, to }) => ({
      top: first + row,
      left: from + 1,
      bottom: first + row,
      right: to + 1,
    })),
  );

function captionMerges(table: OfficialTable, columns: number): readonly CellRange[] {
  const notes = headerTop(table) - 1;
  const title = notes - 1;
  const split = noteSplit(columns);
  return [
    { top: title, left: 1, bottom: title, right: columns },
    { top: notes, left: 1, bottom: notes, right: split },
    { top: notes, left: split + 1, bottom: notes, right: columns },
  ];
}

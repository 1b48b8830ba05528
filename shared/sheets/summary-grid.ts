import { textHeight } from './text-extent.ts';
import {
  blankCell,
  type CellModel,
  type CellRange,
  type ChartModel,
  type RowModel,
} from './workbook-model.ts';

/*
 * A page put together from blocks on a grid of narrow columns: figures of different widths above each
 * other, charts beside tables.
 */

/** Columns of the grid, and their width in characters. */
export const GRID_COLUMNS = 24;
export const GRID_WIDTH = 5.4;

/** A cell over some columns of the grid. */
export interface GridPart {
  readonly cell: CellModel;
  readonly columns: number;
}

/** A row of the grid, its parts from the left on; columns that no part takes stay empty. */
export interface GridRow {
  /** Points; null: as tall as its texts. */
  readonly height: number | null;
  readonly parts: readonly GridPart[];
}

/** Rows of the page with what lies over them. */
export interface GridBlock {
  readonly rows: readonly GridRow[];
  readonly charts?: readonly ChartModel[];
}

/** A page of the grid as a sheet has it. */
export interface GridPage {
  readonly rows: readonly RowModel[];
  readonly merges: readonly CellRange[];
  readonly charts: readonly ChartModel[];
}

/** Column, from 1, at which a part begins, of parts that take so many columns each. */
export const columnOf = (widths: readonly number[], index: number): number =>
  widths.slice(0, index).reduce((sum, width) => sum + width, 1);

/** A cell over some columns. */
export const part = (cell: CellModel, columns: number): GridPart => ({ cell, columns });

/** Blocks below each other; each is told the row, from 1, at which it begins. */
export function pageOf(blocks: readonly ((top: number) => GridBlock)[]): GridPage {
  const rows: RowModel[] = [];
  const merges: CellRange[] = [];
  const charts: ChartModel[] = [];
  for (const make of blocks) {
    const block = make(rows.length + 1);
    for (const row of block.rows) {
      merges.push(...mergesOf(row, rows.length + 1));
      rows.push(rowOf(row));
    }
    charts.push(...(block.charts ?? []));
  }
  return { rows, merges, charts };
}

function mergesOf({ parts }: GridRow, row: number): readonly CellRange[] {
  let left = 1;
  return parts.flatMap(({ columns }) => {
    const range = { top: row, left, bottom: row, right: left + columns - 1 };
    left += columns;
    return columns > 1 ? [range] : [];
  });
}

const LEAST_HEIGHT = 18;

function rowOf({ height, parts }: GridRow): RowModel {
  const taken = parts.reduce((sum, { columns }) => sum + columns, 0);
  const heights = parts.map(({ cell: { content }, columns }) =>
    content.kind === 'text' ? textHeight(content.text, columns * GRID_WIDTH) : 0,
  );
  return {
    height: height ?? Math.max(LEAST_HEIGHT, ...heights),
    cells: [
      ...parts.flatMap(({ cell, columns }) => [
        cell,
        ...Array.from({ length: columns - 1 }, () => blankCell(cell.style)),
      ]),
      ...Array.from({ length: GRID_COLUMNS - taken }, () => blankCell('bare')),
    ],
  };
}

import { type FormDefinition, headerCells, headerDepth } from '../../templates/form.ts';
import { textHeight } from './text-extent.ts';
import { blankCell, type CellRange, type RowModel, textCell } from './workbook-model.ts';

const LEAST_HEIGHT = 24;

/** The header as rows of a sheet whose columns have these widths. */
export function headerRows(form: FormDefinition, widths: readonly number[]): readonly RowModel[] {
  const cells = headerCells(form.columns);
  return Array.from({ length: headerDepth(form.columns) }, (_, row) => ({
    height: headerRowHeight(form, row, widths),
    cells: widths.map((_, column) => {
      const cell = cells.find((item) => item.row === row && item.column === column);
      return cell === undefined ? blankCell('header') : textCell(cell.title.zh, 'header');
    }),
  }));
}

/** A header row is as tall as its part of the tallest text that stands in it. */
function headerRowHeight(form: FormDefinition, row: number, widths: readonly number[]): number {
  const heights = headerCells(form.columns)
    .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
    .map((cell) => {
      const width = widths
        .slice(cell.column, cell.column + cell.columnSpan)
        .reduce((sum, part) => sum + part, 0);
      return textHeight(cell.title.zh, width) / cell.rowSpan;
    });
  return Math.max(LEAST_HEIGHT, ...heights);
}

/** The header's merged cells; `top` is its first row in the sheet. */
export const headerMerges = (form: FormDefinition, top: number): readonly CellRange[] =>
  headerCells(form.columns)
    .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan }) => ({
      top: top + row,
      left: column + 1,
      bottom: top + row + rowSpan - 1,
      right: column + columnSpan,
    }));

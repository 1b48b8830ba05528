import type { FormDefinition } from '../../templates/form.ts';
import { type ColumnNeeds, columnNeeds, columnWidths, hasRoom } from './column-widths.ts';
import { type MeasuredHeader, measureHeader } from './header.ts';
import { countRowLines, type SizedColumns } from './measure.ts';
import type { FontMetrics } from './metrics.ts';
import { paginate, type RowPart } from './paginate.ts';
import type { Paper } from './paper.ts';
import type { TableText } from './table-text.ts';
import { BODY_SIZES, type Typography, typography } from './typography.ts';

/** The table broken into lines and pages, at a size. */
export interface FittedTable extends SizedColumns {
  /** Left edge of every column and the right edge of the last, in points. */
  readonly columnEdges: readonly number[];
  readonly header: MeasuredHeader;
  readonly headerHeight: number;
  /** Row by row: lines of the tallest cell, at least 1. */
  readonly lineCounts: readonly number[];
  /** Page by page. */
  readonly pages: readonly (readonly RowPart[])[];
}

/** A table and the space it has to fit into. */
export interface TableToFit {
  readonly table: TableText;
  readonly form: FormDefinition;
  readonly metrics: FontMetrics;
  readonly paper: Paper;
  /** Where the table begins on the first page, in points. */
  readonly firstTop: number;
}

/** The table on as few pages as possible, and on those as large as possible. */
export function fitTable(toFit: TableToFit): FittedTable {
  const needs = columnNeeds(toFit.table, toFit.metrics);
  const [smallest, ...larger] = BODY_SIZES.map(typography);
  if (smallest === undefined) throw new Error('the report has no body size');
  let best = fitAt(smallest, needs, toFit);
  for (const sizes of larger) {
    if (!hasRoom(needs, sizes, tableWidth(toFit.paper))) break;
    const tried = fitAt(sizes, needs, toFit);
    if (tried.pages.length > best.pages.length) break;
    best = tried;
  }
  return best;
}

const tableWidth = (paper: Paper): number => paper.right - paper.left;

function fitAt(sizes: Typography, needs: ColumnNeeds, toFit: TableToFit): FittedTable {
  const { table, form, metrics, paper, firstTop } = toFit;
  const widths = columnWidths(table, needs, sizes, tableWidth(paper));
  const columnEdges = [paper.left];
  for (const width of widths) columnEdges.push((columnEdges.at(-1) ?? 0) + width);
  const header = measureHeader(form, columnEdges, sizes, metrics);
  const headerHeight = header.rowHeights.reduce((sum, height) => sum + height, 0);
  const lineCounts = countRowLines(table, { sizes, widths }, metrics);
  const pages = paginate(lineCounts, {
    firstHeight: paper.bottom - firstTop - headerHeight,
    otherHeight: paper.bottom - paper.top - headerHeight,
    leading: sizes.bodyLeading,
    rowPadding: 2 * sizes.cellPaddingY,
  });
  return { sizes, widths, columnEdges, header, headerHeight, lineCounts, pages };
}

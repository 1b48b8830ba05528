import type { FormDefinition } from '../../templates/form.ts';
import { printedTable } from '../records/printed-table.ts';
import type { RecordSet } from '../records/record.ts';
import { bookmarksOf } from './bookmarks.ts';
import { fitTable } from './fit-table.ts';
import { placeDraftMark, placePageNumber } from './furniture.ts';
import { placeHeading, placeRemark, REMARK_HEIGHT } from './heading.ts';
import type { FontMetrics } from './metrics.ts';
import type { Line, Page, ReportPages } from './pages.ts';
import { paperOf } from './paper.ts';
import { placeTable } from './place-table.ts';
import { tableText } from './table-text.ts';
import { rounded } from './typography.ts';

/** What may differ between two printings of the same records. */
export interface LayoutOptions {
  /** Marks every page as 草稿. */
  readonly draft?: boolean;
}

/**
 * The report of a record set on the paper of its form: measure, paginate, place. The same records
 * give the same pages. A row that does not fit on a page goes on on the next; nothing is clipped.
 */
export function layOutReport(
  recordSet: RecordSet,
  form: FormDefinition,
  metrics: FontMetrics,
  options: LayoutOptions = {},
): ReportPages {
  const paper = paperOf(form);
  const printed = printedTable(recordSet, form);
  const heading = placeHeading(printed, form, paper, metrics);
  const table = tableText(printed.rows, form, metrics);
  const { remark } = printed;
  // The remark may come to stand below any row, so every page leaves it its line.
  const space = remark === null ? paper : { ...paper, bottom: paper.bottom - REMARK_HEIGHT };
  const fitted = fitTable({ table, form, metrics, paper: space, firstTop: heading.bottom });
  const draftMark: readonly Line[] = options.draft ? [placeDraftMark(paper, metrics)] : [];
  const pages = fitted.pages.map((parts, index): Page => {
    const number = index + 1;
    const top = index === 0 ? heading.bottom : paper.top;
    const placed = placeTable(parts, top, table, fitted, metrics);
    const isLast = number === fitted.pages.length;
    const bottom = placed.rows.at(-1)?.bottom ?? top + fitted.headerHeight;
    const pageNumber = placePageNumber(number, paper, metrics);
    return {
      number,
      heading: index === 0 ? heading.blocks : [],
      ...placed,
      closing: isLast && remark !== null ? [placeRemark(remark, bottom, paper, metrics)] : [],
      furniture: [...draftMark, ...pageNumber, ...placed.furniture],
    };
  });
  return {
    table: printed,
    isDraft: options.draft ?? false,
    width: rounded(paper.width),
    height: rounded(paper.height),
    digitPitch: metrics.digitPitch,
    columns: table.leaves.map(({ field }, column) => ({
      field,
      left: rounded(fitted.columnEdges[column] ?? 0),
      right: rounded(fitted.columnEdges[column + 1] ?? 0),
    })),
    rowHeader: indexOrNull(table.leaves.findIndex(({ field }) => field === 'projectName')),
    bookmarks: bookmarksOf(recordSet.records, pages),
    pages,
  };
}

const indexOrNull = (index: number): number | null => (index < 0 ? null : index);

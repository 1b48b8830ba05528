import type { FormDefinition } from '../../templates/form.ts';
import type { RecordSet } from '../records/record.ts';
import { bookmarksOf, type RecordPlace } from './bookmarks.ts';
import { fitTable } from './fit-table.ts';
import { frameOf, type LayoutOptions } from './frame.ts';
import type { FontMetrics } from './metrics.ts';
import type { Page, ReportPages } from './pages.ts';
import { paperOf } from './paper.ts';
import { tablePlacer } from './place-table.ts';
import { tableText } from './table-text.ts';
import { rounded } from './typography.ts';

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
  const { printed, heading, space, around } = frameOf(recordSet, form, paper, metrics, options);
  const table = tableText(printed.rows, form);
  const fitted = fitTable({ table, form, metrics, paper: space, firstTop: heading.bottom });
  const placeTable = tablePlacer(table, fitted, metrics);
  const places = new Map<number, RecordPlace>();
  const pages = fitted.pages.map((parts, index): Page => {
    const placed = placeTable(parts, index === 0 ? heading.bottom : paper.top);
    const surroundings = around(index + 1, fitted.pages.length, placed.bottom);
    for (const { record, top } of placed.starts) places.set(record, { page: index + 1, top });
    return {
      ...surroundings,
      furniture: [...surroundings.furniture, ...placed.furniture],
      header: placed.header,
      tints: placed.tints,
      get rows() {
        return placed.placeRows();
      },
      get rules() {
        return placed.placeRules();
      },
    };
  });
  return {
    kind: 'table',
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
    bookmarks: bookmarksOf(recordSet.records, places),
    pages,
  };
}

const indexOrNull = (index: number): number | null => (index < 0 ? null : index);

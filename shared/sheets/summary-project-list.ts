import { columnLetter } from '../cells/cell.ts';
import type { ProjectRecord } from '../records/record.ts';
import { cellText } from './excel-limits.ts';
import { streamedList } from './long-list.ts';
import { lineRow, spannedRow, type TextColumn, titleRow } from './sheet-rows.ts';
import {
  type AcceptedSubmission,
  isReviewed,
  type SummaryDetail,
  type SummaryInput,
} from './summary-input.ts';
import { feedbackCell, placeCells, reportCell } from './summary-links.ts';
import { onlyApproved, reviewCells, reviewColumns, totalNames } from './summary-review.ts';
import {
  type CellModel,
  numberCell,
  type RowModel,
  type StreamedSheet,
  textCell,
} from './workbook-model.ts';

/*
 * Lists of some projects of a period, each with where it comes from: 未达标清单, 问题整改台账.
 */

/** What a list of projects is made of. */
export interface ProjectList {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  /** How many projects it will have, as heads say. */
  readonly count: number;
  readonly belongs: (record: ProjectRecord, submission: AcceptedSubmission) => boolean;
  /** Columns between the project and where it comes from. */
  readonly columns: readonly TextColumn[];
  readonly cells: (
    record: ProjectRecord,
    submission: AcceptedSubmission,
    row: number,
  ) => readonly CellModel[];
  /** What sums of these columns are called: those that SUBTOTAL makes follow the filters. */
  readonly sumsName: string;
  /** Sums above these columns: of all, or of what is approved. */
  readonly sums: (rows: ListRows) => readonly CellModel[];
}

/** The rows of a list. */
export interface ListRows {
  readonly first: number;
  readonly last: number;
  /** Two arguments of SUMIFS and COUNTIFS where only what is approved is summed; null for all. */
  readonly onlyApproved: string | null;
}

const BEFORE: readonly TextColumn[] = [
  { title: { zh: '序号', en: 'No.' }, width: 6 },
  { title: { zh: '报送主体', en: 'Submitter' }, width: 24 },
  { title: { zh: '实施单位', en: 'Unit' }, width: 20 },
  { title: { zh: '项目名称', en: 'Project' }, width: 28 },
];

const BEHIND: readonly TextColumn[] = [
  { title: { zh: '文件', en: 'File' }, width: 22 },
  { title: { zh: '表', en: 'Sheet' }, width: 11 },
  { title: { zh: '行', en: 'Row' }, width: 6 },
  { title: { zh: '版次', en: 'Revision' }, width: 9 },
  { title: { zh: '自评表', en: 'Report' }, width: 8 },
  { title: { zh: '原表', en: 'Own table' }, width: 8 },
];

/** Columns before those of a list. */
export const PROJECT_COLUMNS = BEFORE.length;

/** Below title, note, sums and header; a review has a second line of sums. */
const firstProjectRow = (input: SummaryInput): number => (isReviewed(input) ? 6 : 5);

/** The list as a sheet that grows submission by submission. */
export function projectListSheet(
  input: SummaryInput,
  list: ProjectList,
): StreamedSheet<SummaryDetail> {
  const columns = [...BEFORE, ...list.columns, ...reviewColumns(input), ...BEHIND];
  const first = firstProjectRow(input);
  return streamedList<SummaryDetail>({
    name: list.name,
    columns,
    above: [
      titleRow(list.title, columns.length),
      spannedRow(list.note, 'note', columns),
      ...sumRows(input, list, first, columns.length),
    ],
    spanned: { rows: 2, columns: columns.length },
    count: list.count,
    linesOf: function* ({ submission, records }, row) {
      let at = row;
      for (const record of records) {
        if (!list.belongs(record, submission)) continue;
        yield lineRow(
          [
            numberCell(at - first + 1, 'topCentred'),
            ...projectCells(record, submission),
            ...list.cells(record, submission, at),
            ...reviewCells(input, submission, 'topCentred'),
            ...placeCells(submission.current, record.source),
            reportCell(input, submission.current),
            feedbackCell(input, submission.current),
          ],
          columns,
        );
        at += 1;
      }
    },
    print: { paper: 'A3' },
    frozenColumns: PROJECT_COLUMNS,
    filterable: list.count > 0,
  });
}

const projectCells = (
  { texts }: ProjectRecord,
  { submitter }: AcceptedSubmission,
): readonly CellModel[] => [
  textCell(submitter.name, 'topText'),
  textCell(cellText(texts['unitName'] ?? ''), 'topText'),
  textCell(cellText(texts['projectName'] ?? ''), 'topText'),
];

/** The sums of all, and of what is approved where there is a review. */
function sumRows(
  input: SummaryInput,
  { count, columns, sums, sumsName }: ProjectList,
  first: number,
  width: number,
): readonly RowModel[] {
  const last = first + count - 1;
  const names = count === 0 ? ['没有这样的项目', ''] : [sumsName, totalNames(input).approved];
  const of = (approved: string | null): readonly CellModel[] =>
    count === 0 ? [] : sums({ first, last, onlyApproved: approved });
  const all = sumRow(names[0] ?? '', of(null), width);
  if (!isReviewed(input)) return [all];
  const review = columnLetter(PROJECT_COLUMNS + columns.length + 1);
  const reviews = onlyApproved(`${review}${first}:${review}${last}`);
  return [all, sumRow(names[1] ?? '', of(reviews), width)];
}

function sumRow(name: string, sums: readonly CellModel[], width: number): RowModel {
  const blank = textCell('', 'total');
  const cells = [blank, textCell(name, 'total'), blank, blank, ...sums];
  return { height: 22, cells: Array.from({ length: width }, (_, index) => cells[index] ?? blank) };
}

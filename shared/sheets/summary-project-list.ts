import type { ProjectRecord } from '../records/record.ts';
import { cellText } from './excel-limits.ts';
import { streamedList } from './long-list.ts';
import { lineRow, spannedRow, type TextColumn, titleRow } from './sheet-rows.ts';
import type { AcceptedSubmission, SummaryDetail, SummaryInput } from './summary-input.ts';
import { feedbackCell, placeCells, reportCell } from './summary-links.ts';
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
  /** Sums above these columns; `first` and `last` are the rows of the first and the last project. */
  readonly sums: (first: number, last: number) => readonly CellModel[];
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

/** Below title, note, sums and header. */
const FIRST_PROJECT_ROW = 5;

/** The list as a sheet that grows submission by submission. */
export function projectListSheet(
  input: SummaryInput,
  list: ProjectList,
): StreamedSheet<SummaryDetail> {
  const columns = [...BEFORE, ...list.columns, ...BEHIND];
  const last = FIRST_PROJECT_ROW + list.count - 1;
  return streamedList<SummaryDetail>({
    name: list.name,
    columns,
    above: [
      titleRow(list.title, columns.length),
      spannedRow(list.note, 'note', columns),
      sumRow(list.count === 0 ? [] : list.sums(FIRST_PROJECT_ROW, last), list.columns.length),
    ],
    spanned: { rows: 2, columns: columns.length },
    count: list.count,
    linesOf: function* ({ submission, records }, row) {
      let at = row;
      for (const record of records) {
        if (!list.belongs(record, submission)) continue;
        yield lineRow(
          [
            ...projectCells(record, submission, at),
            ...list.cells(record, submission, at),
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
  row: number,
): readonly CellModel[] => [
  numberCell(row - FIRST_PROJECT_ROW + 1, 'topCentred'),
  textCell(submitter.name, 'topText'),
  textCell(cellText(texts['unitName'] ?? ''), 'topText'),
  textCell(cellText(texts['projectName'] ?? ''), 'topText'),
];

function sumRow(sums: readonly CellModel[], width: number): RowModel {
  const blank = textCell('', 'total');
  const cells = Array.from({ length: width }, (_, index) => sums[index] ?? blank);
  return {
    height: 22,
    cells: [
      blank,
      textCell(sums.length === 0 ? '没有这样的项目' : '合计（随筛选变化）', 'total'),
      blank,
      blank,
      ...cells,
      ...BEHIND.map(() => blank),
    ],
  };
}

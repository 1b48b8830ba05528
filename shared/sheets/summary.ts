import { departmentsSheet } from './summary-departments.ts';
import { detailFilesSheet } from './summary-detail-files.ts';
import { detailsSheet } from './summary-details.ts';
import type { AcceptedSubmission, SummaryDetail, SummaryInput } from './summary-input.ts';
import { overviewSheet } from './summary-overview.ts';
import type { SheetModel, StreamedSheet, StreamedWorkbook } from './workbook-model.ts';

/** Sheets made from heads alone. */
const headSheets = (input: SummaryInput): readonly SheetModel[] => [
  overviewSheet(input),
  departmentsSheet(input),
];

/**
 * Sheets made from rows. All are streamed: in a large period a workbook of these is written for each
 * submission, and what is streamed costs next to nothing.
 */
const rowSheets = (input: SummaryInput): readonly StreamedSheet<SummaryDetail>[] => [
  detailsSheet(input),
];

/**
 * The finance bureau's workbook of a period (汇总表), from records alone: 总览, 部门汇总, 项目明细.
 * Every sum is a live formula whose cached value agrees with the fen it came from.
 */
export const summaryWorkbook = (input: SummaryInput): StreamedWorkbook<SummaryDetail> => ({
  title: `${input.period.id}年度部门预算项目绩效自评汇总`,
  sheets: [
    ...headSheets(input),
    ...(input.rowsApart ? [detailFilesSheet(input)] : rowSheets(input)),
  ],
});

/** The workbook with the rows of one submission, in a large period. */
export const detailsWorkbook = (
  input: SummaryInput,
  submission: AcceptedSubmission,
): StreamedWorkbook<SummaryDetail> => ({
  title: `${input.period.id}年度部门预算项目绩效自评明细`,
  sheets: rowSheets({ ...input, submissions: [submission] }),
});

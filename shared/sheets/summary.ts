import { bandsSheet } from './summary-bands.ts';
import { departmentsSheet } from './summary-departments.ts';
import { detailsSheet } from './summary-details.ts';
import { doublesSheet } from './summary-doubles.ts';
import { detailFilesSheet, lowFilesSheet, problemFilesSheet } from './summary-file-lists.ts';
import { findingLinesSheet } from './summary-finding-lines.ts';
import { findingsSheet } from './summary-findings.ts';
import type { AcceptedSubmission, SummaryDetail, SummaryInput } from './summary-input.ts';
import { listedSheet } from './summary-listed.ts';
import { lowSheet } from './summary-low.ts';
import { notesSheet } from './summary-notes.ts';
import { overviewSheet } from './summary-overview.ts';
import { problemsSheet } from './summary-problems.ts';
import { progressSheet } from './summary-progress.ts';
import { sourcesSheet } from './summary-sources.ts';
import type { StreamedWorkbook } from './workbook-model.ts';

/**
 * The finance bureau's workbook of a period, from records and heads alone. Every sum is a live
 * formula whose cached value agrees with the fen it came from, and can be followed to its rows. In a
 * period whose rows lie apart, the sheets of projects have a line a submitter that leads to them.
 */
export function summaryWorkbook(input: SummaryInput): StreamedWorkbook<SummaryDetail> {
  const others = sheetsBehind(input);
  const names = others.map(({ name }) => name);
  return {
    title: `${input.period.id}年度部门预算项目绩效自评汇总`,
    sheets: [overviewSheet(input, names), ...others],
  };
}

/** The sheets behind 总览. */
const sheetsBehind = (input: SummaryInput): StreamedWorkbook<SummaryDetail>['sheets'] => [
  departmentsSheet(input),
  sourcesSheet(input),
  bandsSheet(input),
  ...(input.rowsApart
    ? [lowFilesSheet(input), problemFilesSheet(input)]
    : [lowSheet(input), problemsSheet(input)]),
  findingsSheet(input),
  ...(input.rowsApart
    ? [detailFilesSheet(input)]
    : [findingLinesSheet(input), detailsSheet(input)]),
  ...(input.doubles === undefined ? [] : [doublesSheet(input, input.doubles)]),
  progressSheet(input),
  ...(input.listed === undefined ? [] : [listedSheet(input)]),
  notesSheet(input),
];

/**
 * The workbook with the rows of one submission, in a large period. All its sheets are streamed: there
 * is one such workbook for every submission, and what is streamed costs next to nothing.
 */
export const detailsWorkbook = (
  input: SummaryInput,
  submission: AcceptedSubmission,
): StreamedWorkbook<SummaryDetail> => {
  const alone = { ...input, submissions: [submission] };
  return {
    title: `${input.period.id}年度部门预算项目绩效自评明细`,
    sheets: [detailsSheet(alone), lowSheet(alone), problemsSheet(alone), findingLinesSheet(alone)],
  };
};

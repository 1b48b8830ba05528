import { bandsSheet } from './summary-bands.ts';
import { departmentsSheet } from './summary-departments.ts';
import { detailsSheet } from './summary-details.ts';
import { findingsSheet } from './summary-findings.ts';
import type { SummaryDetail, SummaryInput } from './summary-input.ts';
import { lowSheet } from './summary-low.ts';
import { notesSheet } from './summary-notes.ts';
import { overviewSheet } from './summary-overview.ts';
import { problemsSheet } from './summary-problems.ts';
import { progressSheet } from './summary-progress.ts';
import { sourcesSheet } from './summary-sources.ts';
import type { StreamedWorkbook } from './workbook-model.ts';

/**
 * The finance bureau's workbook of a period (汇总表), from records and heads alone. Every sum is a live
 * formula whose cached value agrees with the fen it came from, and can be followed to its rows.
 */
export const summaryWorkbook = (input: SummaryInput): StreamedWorkbook<SummaryDetail> => ({
  title: `${input.period.id}年度部门预算项目绩效自评汇总`,
  sheets: [
    overviewSheet(input),
    departmentsSheet(input),
    sourcesSheet(input),
    bandsSheet(input),
    lowSheet(input),
    problemsSheet(input),
    findingsSheet(input),
    detailsSheet(input),
    progressSheet(input),
    notesSheet(input),
  ],
});

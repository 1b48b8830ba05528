import { departmentsSheet } from './summary-departments.ts';
import { detailsSheet } from './summary-details.ts';
import type { SummaryDetail, SummaryInput } from './summary-input.ts';
import { overviewSheet } from './summary-overview.ts';
import type { StreamedWorkbook } from './workbook-model.ts';

/**
 * The finance bureau's workbook of a period (汇总表), from records alone: 总览, 部门汇总, 项目明细.
 * Every sum is a live formula whose cached value agrees with the fen it came from.
 */
export const summaryWorkbook = (input: SummaryInput): StreamedWorkbook<SummaryDetail> => ({
  title: `${input.period.id}年度部门预算项目绩效自评汇总`,
  sheets: [overviewSheet(input), departmentsSheet(input), detailsSheet(input)],
});

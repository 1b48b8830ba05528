import type { Table } from '../rows/row.ts';
import type { Finding } from '../rules/finding.ts';
import { feedbackTable } from './feedback-table.ts';
import { issueListSheet } from './issue-list.ts';
import { officialTableSheet } from './official-table.ts';
import type { WorkbookModel } from './workbook-model.ts';

/** What the feedback on a file is made from. */
export interface FeedbackInput {
  readonly table: Table;
  readonly findings: readonly Finding[];
  /** Name of the unit's own file. */
  readonly fileName: string;
  readonly period: string | null;
}

/**
 * What a unit gets back: the list of findings, then its own table with the findings marked in their
 * cells. Made from what was read, never by editing the unit's file.
 */
export function feedbackWorkbook(input: FeedbackInput): WorkbookModel {
  const shown = feedbackTable(input.table, input.findings);
  return {
    title: `校验反馈：${input.fileName}`,
    sheets: [issueListSheet({ ...input, shown }), officialTableSheet(shown)],
  };
}

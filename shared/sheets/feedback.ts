import type { Table } from '../rows/row.ts';
import type { Finding } from '../rules/finding.ts';
import { findingLines } from '../rules/finding-lines.ts';
import { feedbackGuideSheet } from './feedback-guide.ts';
import { feedbackTable } from './feedback-table.ts';
import { issueListSheet } from './issue-list.ts';
import { officialTableSheet } from './official-table.ts';
import type { SentBack } from './sent-back.ts';
import type { WorkbookModel } from './workbook-model.ts';

/** What the feedback on a file is made from. */
export interface FeedbackInput {
  readonly table: Table;
  readonly findings: readonly Finding[];
  /** Name of the unit's own file. */
  readonly fileName: string;
  readonly period: string | null;
  /** Set once reviewers sent the return back. */
  readonly sentBack?: SentBack;
}

/**
 * What a unit gets back: the list of findings; its own table with the findings marked in their cells;
 * what the rules ask for that found something. Made from what was read, never by editing the unit's
 * file, and mended in place a valid upload itself. Internal: it holds what the unit explained.
 */
export function feedbackWorkbook(input: FeedbackInput): WorkbookModel {
  const shown = feedbackTable(input.table, input.findings, input.sentBack?.comments);
  const lines = findingLines(input.findings, input.table);
  return {
    title: `反馈表：${input.fileName}`,
    sheets: [
      issueListSheet({ ...input, shown, lines }),
      officialTableSheet(shown.official),
      feedbackGuideSheet(lines),
    ],
  };
}

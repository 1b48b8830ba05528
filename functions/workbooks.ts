import type { Workbooks } from '../shared/ports.ts';
import { correctedWorkbook } from '../shared/sheets/corrected.ts';
import { feedbackWorkbook } from '../shared/sheets/feedback.ts';
import { streamWorkbook } from '../shared/sheets/stream/stream-workbook.ts';
import { summaryWorkbook } from '../shared/sheets/summary.ts';
import { writeWorkbook } from '../shared/sheets/write-workbook.ts';

/** The workbooks of the product. */
export const workbooks: Workbooks = {
  feedback: (input) => writeWorkbook(feedbackWorkbook(input)),
  corrected: (input) => writeWorkbook(correctedWorkbook(input)),
  summary: async ({ input, details }) => streamWorkbook(summaryWorkbook(input), details()),
};

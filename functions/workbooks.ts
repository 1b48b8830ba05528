import type { Templates } from '../shared/api-ports.ts';
import { collected } from '../shared/byte-pieces.ts';
import type { Workbooks } from '../shared/ports.ts';
import { publicWorkbook } from '../shared/publish/public-workbook.ts';
import { correctedWorkbook } from '../shared/sheets/corrected.ts';
import { feedbackWorkbook } from '../shared/sheets/feedback.ts';
import { fillShell, streamWorkbook } from '../shared/sheets/stream/stream-workbook.ts';
import { keptShells } from '../shared/sheets/stream/workbook-shell.ts';
import { detailsWorkbook, summaryWorkbook } from '../shared/sheets/summary.ts';
import type { SummaryDetail } from '../shared/sheets/summary-input.ts';
import { OFFERED_ROWS, templateWorkbook } from '../shared/sheets/template.ts';
import { writeWorkbook } from '../shared/sheets/write-workbook.ts';

const shellFor = keptShells();

async function* only(detail: SummaryDetail): AsyncGenerator<SummaryDetail> {
  yield detail;
}

/** The workbooks of the product. */
export const workbooks: Workbooks = {
  feedback: (input) => writeWorkbook(feedbackWorkbook(input)),
  corrected: (input) => writeWorkbook(correctedWorkbook(input)),
  summary: async (input, details) => streamWorkbook(summaryWorkbook(input), details),
  async details(input, detail) {
    const model = detailsWorkbook(input, detail.submission);
    return collected(fillShell(await shellFor(model), model, only(detail)));
  },
  published: (masked, form) => writeWorkbook(publicWorkbook(masked, form)),
};

/** The workbooks to fill in. */
export const templates: Templates = {
  template: (input) => writeWorkbook(templateWorkbook({ ...input, rows: OFFERED_ROWS })),
};

import { collected } from '../shared/byte-pieces.ts';
import { streamWorkbook } from '../shared/sheets/stream/stream-workbook.ts';
import { summaryWorkbook } from '../shared/sheets/summary.ts';
import type { SummarySource } from '../shared/sheets/summary-input.ts';

/** The summary workbook as a whole. */
export const summaryBytes = ({ input, details }: SummarySource): Promise<Uint8Array> =>
  collected(streamWorkbook(summaryWorkbook(input), details()));

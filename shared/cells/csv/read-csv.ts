import { Refused, tooHeavy } from '../refused.ts';
import type { WorkbookPacker } from '../workbook-packer.ts';
import { findSeparator } from './find-separator.ts';
import { parseCsv } from './parse-csv.ts';

/** A text file has no sheets: this name stands for it in messages. */
const SHEET_NAME = 'Sheet1';

/**
 * Reads a decoded text file as a sheet of texts, every field as typed: 0.9233679 stays as it is and
 * 1-2 does not become a date.
 */
export function readCsv(text: string, packer: WorkbookPacker): void {
  const separator = findSeparator(text);
  if (separator === undefined) throw new Refused({ kind: 'not-a-workbook', looksLike: 'text' });
  const sheet = packer.startSheet(SHEET_NAME, false);
  let fields = 0;
  parseCsv(text, separator, (row, column, typed) => {
    fields += 1;
    if (fields > packer.limits.fields) throw tooHeavy('cells', packer.limits.fields);
    if (typed === '') return;
    const { index, marks } = packer.keepText(typed);
    if (index !== 0) sheet.add(row, column, index, marks);
  });
  packer.endSheet(sheet);
}

import { DEFAULT_LIMITS, type ReadLimits } from './limits.ts';
import { unpackResult } from './packed-sheets.ts';
import { readPacked } from './read-packed.ts';
import type { ReadResult } from './read-result.ts';

/**
 * The sheets of a workbook (.xlsx, .xls, .et, .xlsb, .ods, .csv, .tsv), told by content and never by
 * name, or the reason there are none. Whatever the bytes are, this resolves. It runs where it is
 * called: a stranger's file is read in a child process, by `childReader`.
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  limits: ReadLimits = DEFAULT_LIMITS,
): Promise<ReadResult> => unpackResult(await readPacked(bytes, limits));

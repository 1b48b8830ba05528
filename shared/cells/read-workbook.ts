import { read, type WorkBook } from '@e965/xlsx';
import { decodeText } from './decode-text.ts';
import { MAX_FILE_BYTES, MAX_SHEET_ROWS } from './limits.ts';
import { openPackage, repack } from './open-package.ts';
import type { LooksLike, ReadResult, Refusal } from './read-result.ts';
import { sheetsOf } from './sheets-of.ts';
import { sniff } from './sniff.ts';

const refused = (refusal: Refusal): ReadResult => ({ ok: false, refusal });

const notAWorkbook = (looksLike: LooksLike): ReadResult =>
  refused({ kind: 'not-a-workbook', looksLike });

/**
 * The sheets of a workbook (.xlsx, .xls, .et, .ods, .csv), told by content and never by name, or the
 * reason there are none. Whatever the bytes are, this resolves.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadResult> {
  if (bytes.length === 0) return refused({ kind: 'empty' });
  if (bytes.length > MAX_FILE_BYTES) {
    return refused({ kind: 'too-large', bytes: bytes.length, limit: MAX_FILE_BYTES });
  }
  const file = sniff(bytes);
  if (file.kind === 'other') return notAWorkbook(file.looksLike);
  if (file.kind === 'zip') return readPackage(bytes);
  if (file.kind === 'compound') return readCompound(bytes);
  const text = decodeText(bytes);
  if (text === undefined) return notAWorkbook('unknown');
  return looksLikeTable(text) ? parse(text, 'string') : notAWorkbook('text');
}

function readPackage(bytes: Uint8Array): ReadResult {
  const opened = openPackage(bytes);
  if (!opened.ok) return refused(opened.refusal);
  const has = (name: string): boolean => opened.parts.has(name);
  if (has('word/document.xml')) return notAWorkbook('word');
  if (!has('xl/workbook.xml') && !has('xl/workbook.bin') && !has('content.xml')) {
    return notAWorkbook('archive');
  }
  return parse(repack(opened.parts), 'array');
}

function readCompound(bytes: Uint8Array): ReadResult {
  if (holdsStream(bytes, 'EncryptedPackage')) return refused({ kind: 'encrypted' });
  if (holdsStream(bytes, 'WordDocument')) return notAWorkbook('word');
  return parse(bytes, 'array');
}

/** The names of a compound file's streams stand in it as UTF-16. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  const wanted = Uint8Array.from([...name].flatMap((letter) => [letter.charCodeAt(0), 0]));
  for (
    let at = bytes.indexOf(wanted[0] ?? 0);
    at !== -1;
    at = bytes.indexOf(wanted[0] ?? 0, at + 1)
  ) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** HTML and XML saved under a spreadsheet's name are not tables of values; a CSV has separators. */
const looksLikeTable = (text: string): boolean =>
  !/^\s*</.test(text) && /[,\t;]/.test(text.slice(0, 65_536));

function parse(data: Uint8Array | string, type: 'array' | 'string'): ReadResult {
  let workbook: WorkBook;
  try {
    workbook = quietly(() =>
      read(data, {
        type,
        dense: true,
        cellNF: true,
        cellHTML: false,
        // Formulas without a stored result only show as stubs.
        sheetStubs: true,
        // A CSV's 0.9233679 must stay as typed, and its 1-2 must not become a date.
        raw: type === 'string',
        // One row more than allowed tells a sheet that is too long from one that just fits.
        sheetRows: MAX_SHEET_ROWS + 1,
      }),
    );
  } catch (error) {
    return refused({ kind: isPasswordError(error) ? 'encrypted' : 'damaged' });
  }
  return sheetsOf(workbook);
}

/** The vendor grumbles on the console about number formats it does not know; nobody can act on it. */
function quietly<T>(work: () => T): T {
  const { error, warn } = console;
  console.error = console.warn = () => {};
  try {
    return work();
  } finally {
    Object.assign(console, { error, warn });
  }
}

/** The vendor throws plain errors; the text is the only mark of a protected file. */
const isPasswordError = (error: unknown): boolean =>
  error instanceof Error && /password/i.test(error.message);

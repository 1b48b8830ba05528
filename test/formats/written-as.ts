import { type BookType, type WorkBook, write } from '@e965/xlsx';
import { encodeGb18030 } from './gb18030.ts';

/** Formats that SheetJS writes; text formats hold the first sheet alone. */
export const WRITTEN_FORMATS = [
  'xlsx',
  'xls',
  'xlsb',
  'ods',
  'csv UTF-8',
  'csv UTF-8 with mark',
  'csv UTF-16',
  'csv GB18030',
  'tsv UTF-16',
] as const;

export type WrittenFormat = (typeof WRITTEN_FORMATS)[number];

const BINARY: Partial<Readonly<Record<WrittenFormat, BookType>>> = {
  xlsx: 'xlsx',
  xls: 'biff8',
  xlsb: 'xlsb',
  ods: 'ods',
};

/** A workbook in another format. Throws what the vendor throws on what it cannot write. */
export function writtenAs(source: WorkBook, format: WrittenFormat): Uint8Array {
  // The vendor says on the console that it cannot write some names, such as that of a print title.
  const workbook = { ...source, Workbook: { ...source.Workbook, Names: [] } };
  const bookType = BINARY[format];
  if (bookType !== undefined) {
    // Without a table of strings the vendor cuts the texts of an .xls after 255 characters.
    const bookSST = format === 'xls';
    return new Uint8Array(write(workbook, { bookType, bookSST, type: 'array', compression: true }));
  }
  const separator = format.startsWith('tsv') ? '\t' : ',';
  const text: string = write(workbook, { bookType: 'csv', type: 'string', FS: separator });
  const bare = text.replace(/^\uFEFF/, '');
  if (format === 'csv UTF-8') return new TextEncoder().encode(bare);
  if (format === 'csv UTF-8 with mark') return new TextEncoder().encode(`\uFEFF${bare}`);
  if (format === 'csv GB18030') return encodeGb18030(bare);
  return utf16(`\uFEFF${bare}`);
}

/** Little-endian UTF-16. */
function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), true);
  return bytes;
}

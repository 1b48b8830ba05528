import type { LooksLike } from './read-result.ts';

/** What the first bytes say a file is; names and endings are not believed. */
export type FileKind =
  | { readonly kind: 'zip' }
  /** OLE compound file: .xls, .et, .doc, or an encrypted .xlsx. */
  | { readonly kind: 'compound' }
  | { readonly kind: 'text' }
  /** Locked by the document protection of an office, which takes the place of the file's own bytes. */
  | { readonly kind: 'secured' }
  /** Nothing but noughts: what a disk or a stick leaves that was pulled out while saving. */
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'other'; readonly looksLike: LooksLike };

const other = (looksLike: LooksLike): FileKind => ({ kind: 'other', looksLike });

/** First bytes, as text in Latin-1, and where they stand. */
const SIGNATURES: readonly (readonly [string, FileKind, number?])[] = [
  ['PK\x03\x04', { kind: 'zip' }],
  ['PK\x05\x06', { kind: 'zip' }],
  ['\xd0\xcf\x11\xe0', { kind: 'compound' }],
  ['%TSD-Header-###%', { kind: 'secured' }],
  ['b\x14#e', { kind: 'secured' }],
  ['%PDF', other('pdf')],
  ['\xff\xd8\xff', other('image')],
  ['\x89PNG', other('image')],
  ['GIF8', other('image')],
  ['II*\0', other('image')],
  ['MM\0*', other('image')],
  ['WEBP', other('image'), 8],
  ['ftyphei', other('image'), 4],
  ['ftypmif1', other('image'), 4],
  ['Rar!', other('archive')],
  ['7z\xbc\xaf', other('archive')],
  ['\x1f\x8b', other('archive')],
  ['BZh', other('archive')],
  ['\xfd7zXZ', other('archive')],
  ['ustar', other('archive'), 257],
  ['{\\rtf', other('word')],
  // BIFF2, BIFF3, BIFF4: Excel before 1993 wrote bare records.
  ['\x09\x00\x04\x00', other('old-workbook')],
  ['\x09\x02\x06\x00', other('old-workbook')],
  ['\x09\x04\x06\x00', other('old-workbook')],
];

/** Tells the kind of a file from its content alone. */
export function sniff(bytes: Uint8Array): FileKind {
  for (const [signature, kind, at = 0] of SIGNATURES) {
    if (startsWith(bytes, signature, at)) return kind;
  }
  if (isBitmap(bytes)) return other('image');
  // A PDF may have some bytes before its mark; readers accept it within the first kilobyte.
  if (latin(bytes.subarray(0, 1024)).includes('%PDF-')) return other('pdf');
  if (bytes.every((byte) => byte === 0)) return { kind: 'unsaved' };
  return { kind: 'text' };
}

const startsWith = (bytes: Uint8Array, signature: string, at: number): boolean =>
  latin(bytes.subarray(at, at + signature.length)) === signature;

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** “BM” may begin a text; a bitmap also states its length and keeps four noughts. */
const isBitmap = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 'BM', 0) && startsWith(bytes, '\0\0\0\0', 6);

/** What a text is, when it is no table: pages and documents that are saved under a spreadsheet's name. */
export function sniffText(text: string): LooksLike | undefined {
  const start = text.slice(0, 4096).trimStart();
  if (/^MIME-Version:/i.test(start)) return 'web-page';
  if (!start.startsWith('<')) return undefined;
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml-spreadsheet';
  if (start.includes('urn:oasis:names:tc:opendocument')) return 'flat-opendocument';
  return /<(!doctype html|html|head|meta|body|table|div|style)\b/i.test(start)
    ? 'web-page'
    : 'text';
}

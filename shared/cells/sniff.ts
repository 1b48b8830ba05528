import type { LooksLike } from './read-result.ts';

/** What the first bytes say a file is; names and endings are not believed. */
export type FileKind =
  | { readonly kind: 'zip' }
  /** OLE compound file: .xls, .et, .doc, or an encrypted .xlsx. */
  | { readonly kind: 'compound' }
  | { readonly kind: 'text' }
  | { readonly kind: 'other'; readonly looksLike: LooksLike };

const SIGNATURES: readonly (readonly [readonly number[], FileKind])[] = [
  [[0x50, 0x4b, 0x03, 0x04], { kind: 'zip' }],
  [[0x50, 0x4b, 0x05, 0x06], { kind: 'zip' }],
  [[0xd0, 0xcf, 0x11, 0xe0], { kind: 'compound' }],
  [[0x25, 0x50, 0x44, 0x46], { kind: 'other', looksLike: 'pdf' }],
  [[0xff, 0xd8, 0xff], { kind: 'other', looksLike: 'image' }],
  [[0x89, 0x50, 0x4e, 0x47], { kind: 'other', looksLike: 'image' }],
  [[0x47, 0x49, 0x46, 0x38], { kind: 'other', looksLike: 'image' }],
  [[0x42, 0x4d], { kind: 'other', looksLike: 'image' }],
  [[0x49, 0x49, 0x2a, 0x00], { kind: 'other', looksLike: 'image' }],
  [[0x4d, 0x4d, 0x00, 0x2a], { kind: 'other', looksLike: 'image' }],
  [[0x52, 0x61, 0x72, 0x21], { kind: 'other', looksLike: 'archive' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { kind: 'other', looksLike: 'archive' }],
  [[0x1f, 0x8b], { kind: 'other', looksLike: 'archive' }],
];

/** Bytes looked at to tell text from binary. */
const SAMPLE = 4096;

/** Tells the kind of a file from its content alone. */
export function sniff(bytes: Uint8Array): FileKind {
  for (const [signature, kind] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) return kind;
  }
  return looksLikeText(bytes) ? { kind: 'text' } : { kind: 'other', looksLike: 'unknown' };
}

function looksLikeText(bytes: Uint8Array): boolean {
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 || !bytes.subarray(0, SAMPLE).includes(0);
}

import type { Sheet } from './cell.ts';

/** Why a file was not read, with what the message needs to say. Each kind is a rule of its own. */
export type Refusal =
  /** The object key names no submission, so nobody could be told what became of it. */
  | { readonly kind: 'misfiled'; readonly key: string }
  /** Deleted before it was read. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'not-a-workbook'; readonly looksLike: LooksLike }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'damaged' }
  /** Small on disk, huge once opened, or it killed the reader. */
  | { readonly kind: 'too-heavy' }
  /** Our own fault, after every retry: nothing can be said of the file. */
  | { readonly kind: 'not-processed' };

/** What a file that is no workbook is by its content, so that the message can name it. */
export type LooksLike = 'pdf' | 'image' | 'word' | 'archive' | 'text' | 'unknown';

/** What became of the bytes: the sheets, or the reason there are none. A value, never a throw. */
export type ReadResult =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly refusal: Refusal };

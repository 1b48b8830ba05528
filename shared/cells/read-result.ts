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
  | { readonly kind: 'encrypted'; readonly by: EncryptedBy }
  /** It carries macros, which nobody here runs and no table needs. */
  | { readonly kind: 'with-macros' }
  | { readonly kind: 'damaged'; readonly how: Damage }
  /** Small on disk, huge once opened, or it killed the reader. */
  | TooHeavy
  /** Our own fault, after every retry: nothing can be said of the file. */
  | { readonly kind: 'not-processed' };

/** What a file that is no workbook is by its content, so that the message can name it. */
export type LooksLike =
  | 'pdf'
  | 'image'
  | 'word'
  | 'presentation'
  | 'ofd'
  | 'archive'
  | 'web-page'
  /** XML Spreadsheet 2003, which Excel still offers to save. */
  | 'xml-spreadsheet'
  /** OpenDocument written as a single XML text, .fods. */
  | 'flat-opendocument'
  /** .xls of Excel 95 or older. */
  | 'old-workbook'
  /** Numbers on a Mac. */
  | 'numbers'
  | 'text'
  | 'unknown';

/** Who locked a file: a password set in Excel or WPS, or the office's own document protection. */
export type EncryptedBy = 'password' | 'security-software';

/** How a file is damaged: cut short on its way, broken inside, or put together by no spreadsheet program. */
export type Damage = 'truncated' | 'broken' | 'forged';

/** A file beyond a limit, and where in it when that can be told. */
export interface TooHeavy {
  readonly kind: 'too-heavy';
  readonly why: Heaviness;
  /** The limit, in the unit of its cause; absent for time and memory. */
  readonly limit?: number;
  readonly sheet?: string;
  /** Address of the first cell or range beyond the limit. */
  readonly cell?: string;
}

/** What there was too much of. */
export type Heaviness =
  | 'inflated-size'
  | 'inflation-ratio'
  /** The package holds more than its directory says. */
  | 'false-size'
  | 'entries'
  | 'sheets'
  | 'rows'
  /** More projects than a table may have. */
  | 'projects'
  | 'columns'
  | 'cells'
  | 'merges'
  | 'shared-strings'
  | 'styles'
  | 'cell-text'
  | 'text'
  | 'time'
  | 'memory';

/** What became of the bytes: the sheets, or the reason there are none. A value, never a throw. */
export type ReadResult =
  | {
      readonly ok: true;
      readonly sheets: readonly Sheet[];
      /**
       * Lines of headers, footers, comments, text boxes and properties that may be a classification
       * mark; absent when there are none.
       */
      readonly besideCells?: readonly string[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

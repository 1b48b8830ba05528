import type { Refusal } from '../../shared/cells/read-result.ts';
import type { CheckBasis } from '../../shared/check-basis.ts';
import type { Checked } from './checked.ts';
import type { Mends } from './mends.ts';

/*
 * What the page and its worker say to each other. The worker holds the file it read last, so that a
 * mended cell costs a judgement and no reading.
 */

/** A file that the worker is asked about. */
export interface AskedFile {
  /** Another number for every file chosen. */
  readonly id: number;
  readonly name: string;
  /** Absent when the worker holds the file already, or when it is refused unread. */
  readonly bytes?: ArrayBuffer;
  /** Why it is not read: too large, or a worker died of it. */
  readonly refused?: Refusal;
}

/** What tables are checked by, with a number of its own: a file is judged anew for another. */
export interface NumberedBasis extends CheckBasis {
  readonly number: number;
}

/** What is wanted: the findings, or a workbook to take home. */
export type Wanted = 'check' | 'corrected' | 'feedback';

/** One question to the worker. */
export interface CheckRequest {
  readonly job: number;
  readonly file: AskedFile;
  /** The year chosen; null: the sheet's own word. */
  readonly period: string | null;
  /** Code of the unit it is for; null: nobody says. */
  readonly submitter: string | null;
  readonly mends: Mends;
  readonly wanted: Wanted;
  /** The day it is judged for, `YYYY-MM-DD` in China. */
  readonly today: string;
  readonly basis: NumberedBasis;
}

/** What the worker is doing. */
export type Stage = 'reading' | 'judging' | 'writing';

/** A workbook to save. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the worker answers. Every job ends in `checked`, `made` or `fault`. */
export type CheckReply = { readonly job: number } & (
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'checked'; readonly checked: Checked }
  | { readonly kind: 'made'; readonly file: MadeFile }
  | { readonly kind: 'fault'; readonly reason: string }
);

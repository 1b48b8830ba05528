import type { WrittenFormat } from '../formats/written-as.ts';
import type { Source } from './sources.ts';
import type { Typed } from './typed.ts';

/** What is known of a mutated file besides its bytes. */
export type Meaning =
  /** Anything may be in it: only what holds for every file is asked. */
  | { readonly kind: 'unknown' }
  /** Another way of writing the same table: its records are those of the source. */
  | { readonly kind: 'same' }
  /** The source with one cell typed over. */
  | { readonly kind: 'one-cell'; readonly change: CellChange };

/** A cell of a project that was typed over. */
export interface CellChange {
  /** The sheet's row number. */
  readonly row: number;
  /** Column counted from 1. */
  readonly column: number;
  readonly field: string;
  readonly typed: Typed;
  /** The file shows numbers as text and holds no formats or formulas, as CSV. */
  readonly textOnly: boolean;
}

/** A mutated workbook. */
export interface Mutation {
  readonly source: Source;
  /** The format the source was written in before it was mutated; null for its own bytes. */
  readonly format: WrittenFormat | null;
  readonly bytes: Uint8Array;
  readonly meaning: Meaning;
  /** What was done, in order, for whoever looks into a failure. */
  readonly story: readonly string[];
}

import type { ReadResult } from './cells/read-result.ts';
import type { Period } from './period.ts';
import type { RecordSet } from './records/record.ts';
import type { Table } from './rows/row.ts';
import type { Finding } from './rules/finding.ts';
import type { Register } from './unit.ts';

/** What a file is judged against. */
export interface JudgeContext {
  /** Period and submitter as the key or the caller names them; null: take the sheet's own word. */
  readonly period: string | null;
  readonly submitter: string | null;
  readonly periods: readonly Period[];
  /** The submitter's subtree or the whole register; null: rules about units are silent. */
  readonly register: Register | null;
  /** True when the report's fonts have the character. */
  readonly canPrint: (codePoint: number) => boolean;
}

/** What became of a file. */
export interface Judgement {
  readonly table: Table | null;
  readonly period: string | null;
  readonly submitter: string | null;
  readonly findings: readonly Finding[];
  /** Present when a table was found; holds for printing only if no finding is an error. */
  readonly recordSet: RecordSet | null;
}

/** cells → rows → findings → records: the whole judgement of one file. Pure. */
export declare function judge(read: ReadResult, context: JudgeContext): Judgement;

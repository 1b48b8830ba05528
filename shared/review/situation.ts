import type { FormDefinition } from '../../templates/form.ts';
import type { ReviewPolicy } from '../review-policy.ts';
import type { CellPlace } from '../submission-review.ts';
import type { UploadOutcome } from '../upload.ts';

/** A place that must be signed off or masked before it is public. */
export interface GateMark {
  /** Names it among all of the revision. */
  readonly mark: string;
  readonly rule: string;
  /** The cell it is about; null when it is about more: then only signing off helps. */
  readonly cell: CellPlace | null;
}

/** What is known of a revision besides its review. */
export interface Situation {
  readonly status: UploadOutcome['status'];
  /** It was said in place of a table: it can be taken back, and there is nothing else to decide. */
  readonly isAnswer: boolean;
  /** Returned for nothing but rules of judgement: it can be printed and added up. */
  readonly arguable: boolean;
  /** Number of the revision that counts, a table or an answer; null where none does, as after a recall. */
  readonly current: number | null;
  /** Number of the revision that came after the period was closed and waits to be taken; else null. */
  readonly late: number | null;
  /** The period is closed: what counts is no longer the unit's to take back. */
  readonly isClosed: boolean;
  /** Number of the newest upload's revision, whatever became of it. */
  readonly latest: number | null;
  /** The submitter has a department above it. */
  readonly hasDepartment: boolean;
  /** Names of the warnings that the unit did not explain. */
  readonly openWarnings: readonly string[];
  readonly gates: readonly GateMark[];
  readonly policy: ReviewPolicy;
  /** Null while there are no rows. */
  readonly form: FormDefinition | null;
  /** Where its projects stand in the unit's file; null where the act does not ask. */
  readonly projects: readonly Omit<CellPlace, 'field'>[] | null;
}

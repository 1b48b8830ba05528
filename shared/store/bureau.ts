import type { BureauState, Duty, Extension } from '../bureau-state.ts';
import type { ListedProject } from '../records/project-list.ts';
import type { Signature } from '../submission-review.ts';
import type { SubmissionKey } from '../upload.ts';

/*
 * What the finance bureau settled. Access patterns as in `submissions.ts`, with contract tests in
 * `test/store/bureau.contract.ts`:
 *
 * | access pattern    | how                                                   |
 * |-------------------|-------------------------------------------------------|
 * | bureauState       | = get BUREAU                                          |
 * | saveBureau        | ! put BUREAU while its version is the one before      |
 * | bureauFinished    | ! update BUREAU while its version is this one         |
 * | unfinishedBureaus | ~ query pending PENDING#BUREAUS before a time         |
 * | extendDuty        | update DUTY                                           |
 * | noteReminded      | update DUTY, one by one                               |
 * | duty              | = get DUTY                                            |
 * | dutiesOf          | = query DUTY# of the period                           |
 * | keepListed        | batch write LIST                                      |
 * | listedOf          | = query LIST#list#unit, unit by unit; null: all       |
 */

/** What the finance bureau settled, by chain of the audit trail; see `bureau-state.ts`. */
export interface Bureaus {
  /** What stands; `NO_BUREAU` where nothing was settled. */
  readonly bureauState: (chain: string) => Promise<BureauState>;
  /** Replaces it by its next version; false if another act was there first, with nothing changed. */
  readonly saveBureau: (chain: string, state: BureauState) => Promise<boolean>;
  /** Notes that nothing is left to do for the act of this version. */
  readonly bureauFinished: (chain: string, version: number) => Promise<void>;
  /** Chains with an act under way that was taken before `before` (ISO 8601). */
  readonly unfinishedBureaus: (
    before: string,
  ) => Promise<readonly { readonly chain: string; readonly state: BureauState }[]>;
  /** Sets or takes away the extension of a unit. */
  readonly extendDuty: (submission: SubmissionKey, extension: Extension | null) => Promise<void>;
  readonly noteReminded: (period: string, units: readonly string[], by: Signature) => Promise<void>;
  /** What was settled of a unit; `noDuty` where nothing was. */
  readonly duty: (submission: SubmissionKey) => Promise<Duty>;
  /** Every unit of the period of which something was settled, by code. */
  readonly dutiesOf: (period: string) => Promise<readonly Duty[]>;
  /** Keeps a part of an import; the same part again replaces itself. */
  readonly keepListed: (
    period: string,
    list: string,
    part: number,
    projects: readonly ListedProject[],
  ) => Promise<void>;
  /** The projects of these units in an import; null: of all. By unit, then as they were imported. */
  readonly listedOf: (
    period: string,
    list: string,
    units: readonly string[] | null,
  ) => Promise<readonly ListedProject[]>;
}

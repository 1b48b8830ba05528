import type { Comparison, Revision } from '../submission.ts';
import type { PurgeNote, RevisionKey, SubmissionKey, Upload } from '../upload.ts';

/*
 * What only a purge does to the store; no function of the running system is handed it. Written as in
 * `submissions.ts`:
 *
 * | access pattern | how                                                                     |
 * |----------------|-------------------------------------------------------------------------|
 * | purgeUpload    | ! update UPLOAD unless it is purged, delete SENT, = get                  |
 * | revisionsOf    | = query REVISION# of the submission                                     |
 * | purgeRevision  | update REVISION                                                         |
 * | removeRecords  | = query ROW#revision#, batch delete                                     |
 * | barFromHead    | update HEAD.barred, ! remove HEAD.latest and HEAD.current of that upload |
 * | renewSummary   | ! update PERIOD if it exists                                            |
 */

/** A revision with what it was compared with. */
export interface ComparedRevision extends Revision {
  /** Null while nothing was settled yet, and of a purged revision. */
  readonly comparedWith: Comparison | null;
}

/** Taking out what the store holds of an upload. Each may be asked again and then changes nothing. */
export interface Removals {
  /**
   * Leaves an audit line in place of an upload: place, order, digest of its bytes and the note, no name
   * and no content. The first note stands; returns what does.
   */
  readonly purgeUpload: (upload: Upload, note: PurgeNote) => Promise<Upload>;
  /** Every revision of a submission, by number. */
  readonly revisionsOf: (submission: SubmissionKey) => Promise<readonly ComparedRevision[]>;
  /**
   * Empties a revision; its number stays taken. Whoever still works on it finds it decided as `purged`.
   * Its rows are for `removeRecords`.
   */
  readonly purgeRevision: (key: RevisionKey, sha256: string | null) => Promise<void>;
  /** Deletes whatever rows lie under a revision. */
  readonly removeRecords: (key: RevisionKey) => Promise<void>;
  /** From now on the head names this upload neither as latest nor as current, whoever asks it to. */
  readonly barFromHead: (submission: SubmissionKey, uploadId: string) => Promise<void>;
  /** Generation + 1 each time, so that the summary is made anew. Nothing for an unknown period. */
  readonly renewSummary: (period: string) => Promise<void>;
}

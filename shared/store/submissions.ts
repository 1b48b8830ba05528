import type { Trail } from '../audit/trail.ts';
import type { FirstTimes } from '../lateness.ts';
import type { Period } from '../period.ts';
import type { Publication } from '../publication.ts';
import type { ProjectRecord } from '../records/record.ts';
import type { RegisterEntry } from '../register/register-entry.ts';
import type { Contact } from '../rows/row.ts';
import type {
  Answer,
  Comparison,
  CurrentRevision,
  GivenAnswer,
  Head,
  LatestUpload,
  PrintedReport,
  RebuildPace,
  Recall,
  Revision,
  RevisionNote,
  SummaryState,
  Verdict,
} from '../submission.ts';
import type { SubmissionReview } from '../submission-review.ts';
import type { Register } from '../unit.ts';
import type { RevisionKey, SubmissionKey, Upload, UploadOutcome } from '../upload.ts';
import type { Bureaus } from './bureau.ts';

/*
 * The store, as functions named for access patterns, each with a contract test of its name in
 * `test/store/`. Keys stand in `keys.ts`; "=" is a strongly
 * consistent read, "~" a read of an index that may lag by a moment, "!" a conditional write.
 *
 * | access pattern      | how                                                        |
 * |---------------------|------------------------------------------------------------|
 * | recordUpload        | ! put UPLOAD if absent, = get                              |
 * | upload              | = get UPLOAD                                               |
 * | recordedUploads     | = batch get UPLOAD                                         |
 * | uploadsOf           | ~ query group UPLOADS#period#submitter, oldest first       |
 * | keepContacts        | ! update UPLOAD while it is received                       |
 * | finishUpload        | ! update UPLOAD while it is received                       |
 * | unfinishedUploads   | ~ query pending PENDING#UPLOADS before a time              |
 * | uploadAnnounced     | ! update UPLOAD while it is received                       |
 * | reserveRevision     | = query REVISION# of the submission, ! put the next number |
 * | revision            | = get REVISION                                             |
 * | saveRecords         | batch write ROW                                            |
 * | recordsOf           | = query ROW#revision# up to the number of rows             |
 * | compareWith         | ! update REVISION once, = get                              |
 * | comparison          | = get REVISION                                             |
 * | decide              | ! update REVISION while undecided, = get                   |
 * | keepAnswer          | ! update REVISION once, = get                              |
 * | answerSettled       | ! update REVISION while it holds an answer                 |
 * | overdueAnswers      | ~ query pending PENDING#ANSWERS before a time              |
 * | notesOf             | = query REVISION# of the submission                        |
 * | reportReady         | ! update REVISION unless it wants none                     |
 * | reportStuck         | ! update REVISION while pending                            |
 * | overdueReports      | ~ query pending PENDING#REPORTS before a time              |
 * | reportAskedAgain    | ! update REVISION while pending                            |
 * | head                | = get HEAD                                                 |
 * | headsOf             | = query HEAD# of the period                                |
 * | pageOfHeads         | = one page of the query HEAD# of the period                |
 * | moveLatest          | ! update HEAD.latest if later or equal in order            |
 * | moveCurrent         | ! update HEAD.current if later in order                    |
 * | confirmCurrent      | ! update the order of HEAD.current while it is that upload |
 * | saveReview          | ! update HEAD.review while its version is the one before   |
 * | actFinished         | ! update HEAD.review while its version is this one         |
 * | unfinishedActs      | ~ query pending PENDING#ACTS before a time                 |
 * | dueSchedules        | ~ query pending PENDING#SCHEDULES before a time            |
 * | acceptArguable      | = get REVISION, ! update it once                           |
 * | lastEntry           | = query AUDIT# of the chain, backwards, one                |
 * | entriesAfter        | = one page of the query AUDIT# of the chain                |
 * | appendEntry         | ! put AUDIT if absent                                      |
 * | putPublication      | put PUBLICATION                                            |
 * | publicationsOf      | = query PUBLICATION# of the submission                     |
 * | publications        | = query PUBLICATION#                                       |
 * | keepLate            | ! update HEAD.late if later in order                       |
 * | noteFirst           | ! update HEAD if earlier than what it says                 |
 * | notePublicFiles     | batch write FILE                                           |
 * | publicFilesOf       | = query FILE# of the submission                            |
 * | moveAnswer          | ! update HEAD.answer if later in order                     |
 * | recall              | ! update HEAD.current or .answer, = get, update REVISION   |
 * | putPeriods          | update PERIOD, its counters untouched                      |
 * | periods             | ~ query group PERIODS                                      |
 * | definition          | = get PERIOD                                               |
 * | summaryState        | = get PERIOD                                               |
 * | raiseGeneration     | ! update PERIOD once for an upload                         |
 * | raiseSummary        | ! update PERIOD if smaller, = get                          |
 * | noteSummaryFile     | update PERIOD                                              |
 * | notePace            | update PERIOD, what is named of it                         |
 * | putUnits            | batch write UNIT                                           |
 * | registerEntries     | ~ query group CHILDREN# level by level                     |
 * | dueUnits            | ~ query group CHILDREN#-                                   |
 * | registerFor         | get UNIT, ~ query group CHILDREN#code level by level       |
 */

/** Uploads by id. */
export interface Uploads {
  /**
   * Stores an upload as received, pending since `since` (ISO 8601), unless it is known already.
   * Returns what stands: the first announcement wins, also over the time it was received at.
   */
  readonly recordUpload: (upload: Upload, since: string) => Promise<Upload>;
  readonly upload: (id: string) => Promise<Upload | null>;
  /** Which of these ids are recorded. */
  readonly recordedUploads: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Uploads of a submission in order of receipt; null: those whose key names none. */
  readonly uploadsOf: (submission: SubmissionKey | null) => Promise<readonly Upload[]>;
  /** Keeps who is named on the table with an upload that has no final status yet. */
  readonly keepContacts: (id: string, contacts: readonly Contact[]) => Promise<void>;
  /** Writes the final status unless there is one already; returns what stands. */
  readonly finishUpload: (
    id: string,
    revision: number | null,
    outcome: UploadOutcome,
  ) => Promise<Upload>;
  /** Uploads received but not final, announced last before `before` (ISO 8601). */
  readonly unfinishedUploads: (before: string) => Promise<readonly Upload[]>;
  /** Counts a pending upload's wait from `at` (ISO 8601) on. */
  readonly uploadAnnounced: (id: string, at: string) => Promise<void>;
}

/** Revisions of submissions, their rows and the state of their reports. */
export interface Revisions {
  /** The upload's revision number: the same whenever asked, without gaps over all uploads. */
  readonly reserveRevision: (submission: SubmissionKey, uploadId: string) => Promise<number>;
  readonly revision: (key: RevisionKey) => Promise<Revision | null>;
  /** Stores rows 1…n of a revision; again with the same rows changes nothing. */
  readonly saveRecords: (key: RevisionKey, records: readonly ProjectRecord[]) => Promise<void>;
  /** Rows 1…`rows` of a revision in order; throws if any is missing. */
  readonly recordsOf: (key: RevisionKey, rows: number) => Promise<readonly ProjectRecord[]>;
  /**
   * Settles what the revision is compared with. Returns what stands: the first answer, so that every
   * attempt judges the same.
   */
  readonly compareWith: (key: RevisionKey, compared: Comparison) => Promise<Comparison>;
  /** What was settled so; null where nothing was yet, and of a purged revision. */
  readonly comparison: (key: RevisionKey) => Promise<Comparison | null>;
  /**
   * Decides a revision unless that was done already; returns the verdict that stands. If rows are
   * accepted by it, their report is pending since `since`.
   */
  readonly decide: (key: RevisionKey, verdict: Verdict, since: string) => Promise<Verdict>;
  /**
   * Makes a reserved revision an answer, pending since it was given until it is settled; returns what
   * stands, the first one.
   */
  readonly keepAnswer: (submission: SubmissionKey, answer: Answer) => Promise<Answer>;
  /** Notes that all that follows from an answer was done. */
  readonly answerSettled: (key: RevisionKey) => Promise<void>;
  /** Answers given before `before` (ISO 8601) that nobody settled. */
  readonly overdueAnswers: (before: string) => Promise<readonly GivenAnswer[]>;
  /** Answers and recalls of a submission, by revision. */
  readonly notesOf: (submission: SubmissionKey) => Promise<readonly RevisionNote[]>;
  /**
   * Says where the report lies, and by which SHA-256 anyone can tell that it is this one. Changes nothing
   * where no report is wanted, as of a purged revision.
   */
  readonly reportReady: (key: RevisionKey, report: PrintedReport) => Promise<void>;
  readonly reportStuck: (key: RevisionKey) => Promise<void>;
  /** Revisions whose report is pending and was asked for last before `before` (ISO 8601). */
  readonly overdueReports: (before: string) => Promise<readonly Revision[]>;
  /** Counts one more request for a pending report, made at `at` (ISO 8601). */
  readonly reportAskedAgain: (key: RevisionKey, at: string) => Promise<void>;
}

/**
 * What became of a move: `moved`, `already` there (the same order: an earlier attempt did it), or
 * `overtaken` by a later upload, with nothing changed.
 */
export type Move = 'moved' | 'already' | 'overtaken';

/** Heads that one read brings. */
export interface HeadPage {
  readonly heads: readonly Head[];
  /** To be named for the page that follows; null when this is the last one. */
  readonly next: string | null;
}

/** The head of each submission. */
export interface Heads {
  readonly head: (submission: SubmissionKey) => Promise<Head | null>;
  /** Every head of a period, by submitter code. */
  readonly headsOf: (period: string) => Promise<readonly Head[]>;
  /** Some heads of a period by submitter code, those after the one named; `next` is null at the end. */
  readonly pageOfHeads: (period: string, after: string | null) => Promise<HeadPage>;
  /**
   * Makes an upload the newest unless a later one is; asked again it changes nothing. Neither this nor
   * `moveCurrent` takes an upload that was barred: see `removals.ts`.
   */
  readonly moveLatest: (submission: SubmissionKey, latest: LatestUpload) => Promise<void>;
  /** An upload goes before the repetition of an older one in the same place: it is that upload itself. */
  readonly moveCurrent: (submission: SubmissionKey, current: CurrentRevision) => Promise<Move>;
  /**
   * The bytes of upload `uploadId` were sent again, at `order`: lets its revision stand as of then.
   * False if another revision is current, or it counts no more (`counted.ts`), with nothing changed.
   */
  readonly confirmCurrent: (
    submission: SubmissionKey,
    uploadId: string,
    order: string,
  ) => Promise<boolean>;
  /**
   * Keeps what was accepted after its period was closed (期后报送) beside what is current, unless a later
   * one is kept.
   */
  readonly keepLate: (submission: SubmissionKey, late: CurrentRevision) => Promise<void>;
  /**
   * Notes when something of a submission that has a head was first received or accepted (ISO 8601): the
   * earliest time stands. A recall forgets the latter.
   */
  readonly noteFirst: (
    submission: SubmissionKey,
    what: keyof FirstTimes,
    at: string,
  ) => Promise<void>;
  /** Makes an answer the newest unless a later one is; asked again it changes nothing. */
  readonly moveAnswer: (submission: SubmissionKey, answer: Answer) => Promise<void>;
  /**
   * The unit takes back its current revision or its newest answer: it keeps its place in the order, and
   * counts no more. Returns its id and the recall that stands, the first one; null if this revision is
   * neither, with nothing changed.
   */
  readonly recall: (
    submission: SubmissionKey,
    revision: number,
    recalled: Recall,
  ) => Promise<{ readonly id: string; readonly recalled: Recall } | null>;
}

/** What people decided of submissions. */
export interface Reviews {
  /**
   * Replaces the review of a submission that has a head by its next version; false if another act was
   * there first, with nothing changed.
   */
  readonly saveReview: (submission: SubmissionKey, review: SubmissionReview) => Promise<boolean>;
  /**
   * Notes that nothing is left to do for the act of this version, and when something is to be public by
   * itself (ISO 8601); null for never.
   */
  readonly actFinished: (
    submission: SubmissionKey,
    version: number,
    scheduledFor: string | null,
  ) => Promise<void>;
  /** Heads with an act under way that was taken before `before` (ISO 8601). */
  readonly unfinishedActs: (before: string) => Promise<readonly Head[]>;
  /** Heads of which something was to be public by itself before `before` (ISO 8601). */
  readonly dueSchedules: (before: string) => Promise<readonly Head[]>;
  /**
   * Accepts what was returned for rules of judgement alone; its report is pending since `since`. Again it
   * changes nothing. Null where there is nothing of that kind, as once it was purged.
   */
  readonly acceptArguable: (key: RevisionKey, since: string) => Promise<CurrentRevision | null>;
}

/** What is or was public. */
export interface Publications {
  readonly putPublication: (publication: Publication) => Promise<void>;
  /** Of one submission, by revision. */
  readonly publicationsOf: (submission: SubmissionKey) => Promise<readonly Publication[]>;
  /** All, by period, submitter and edition. */
  readonly publications: () => Promise<readonly Publication[]>;
  /**
   * Notes keys of the public bucket before files are laid there. Nothing ever forgets one: whatever becomes
   * of whoever noted it, the file can be found and taken out.
   */
  readonly notePublicFiles: (submission: SubmissionKey, keys: readonly string[]) => Promise<void>;
  /** Every key that was noted for a submission, in order. */
  readonly publicFilesOf: (submission: SubmissionKey) => Promise<readonly string[]>;
}

/** Periods and the counters of their summaries. */
export interface Periods {
  /** Stores definitions; counters of a period that exists already stay. */
  readonly putPeriods: (periods: readonly Period[]) => Promise<void>;
  /** Every period, by id. */
  readonly periods: () => Promise<readonly Period[]>;
  /** The period as it was defined last; null where there is none. */
  readonly definition: (period: string) => Promise<Period | null>;
  readonly summaryState: (period: string) => Promise<SummaryState | null>;
  /** Generation + 1 on account of an upload; asked again for the same upload it stays. */
  readonly raiseGeneration: (period: string, uploadId: string) => Promise<void>;
  /** Raises `summary` to `generation` if it is smaller; returns where it stands. */
  readonly raiseSummary: (period: string, generation: number) => Promise<number>;
  /** Notes which generation `summary.xlsx` holds. */
  readonly noteSummaryFile: (period: string, generation: number) => Promise<void>;
  /** Notes what is named of how the rebuilding goes; the rest stays. */
  readonly notePace: (period: string, pace: Partial<RebuildPace>) => Promise<void>;
}

/** The register of units. */
export interface Units {
  readonly putUnits: (units: readonly RegisterEntry[]) => Promise<void>;
  /** Every unit that has its place below one at the top, with what only finance keeps; by code. */
  readonly registerEntries: () => Promise<readonly RegisterEntry[]>;
  /**
   * Who owes a return: the units at the top of the register, without those that ended, by code; empty
   * without a register.
   */
  readonly dueUnits: () => Promise<Register>;
  /**
   * The submitter with every unit below it; empty if the register lacks it, null if there is no
   * register at all.
   */
  readonly registerFor: (submitter: string) => Promise<Register | null>;
}

/** The store. On AWS: `functions/dynamo/submissions.ts`; in memory: `test/memory-submissions.ts`. */
export type Submissions = Uploads &
  Revisions &
  Heads &
  Reviews &
  Trail &
  Publications &
  Bureaus &
  Periods &
  Units;

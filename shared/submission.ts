import type { FirstTimes } from './lateness.ts';
import type { UnitTotals } from './records/totals.ts';
import type { FindingCounts } from './rules/finding.ts';
import type { SubmissionFigures } from './submission-figures.ts';
import type { SubmissionReview } from './submission-review.ts';
import type {
  RevisionKey,
  SubmissionKey,
  UploadOutcome,
  UploadOutputs,
  UploadStatus,
} from './upload.ts';

/** What an accepted revision holds besides its rows: enough to rebuild its RecordSet. */
export interface AcceptedTable {
  /** Id of the form. */
  readonly form: string;
  readonly submitterName: string;
  /** Pattern of the title where its period set one; left out: the form's. */
  readonly title?: string;
  /** Attachment mark printed above the title, null for none. */
  readonly attachment: string | null;
  /** Number of rows stored under the revision. */
  readonly rows: number;
}

/**
 * How far the report of a revision is: `none` is wanted (the upload was returned), `pending` until it
 * is printed, `stuck` when printing was asked for too often in vain. Never changes an upload's status.
 */
export type ReportState = 'none' | 'pending' | 'ready' | 'stuck';

/** What an upload is judged against and from: revision numbers, null for none. */
export interface Comparison {
  /** Of the same submission: what was current before it. */
  readonly before: number | null;
  /** Of the same submitter for the year before: what was current when it was first judged. */
  readonly lastYear: number | null;
  /** The import of the period's project list that was in force; left out for none. */
  readonly list?: string;
  /**
   * Digest of all else that the first attempt judged from: bytes, rules, register, periods. An attempt
   * that judges from something else writes its outputs elsewhere, not over those of the first. Empty in
   * items of before this was kept.
   */
  readonly basis: string;
}

/** A report that lies in the outputs bucket. */
export interface PrintedReport {
  /** Its key. */
  readonly file: string;
  /** Of its bytes. */
  readonly sha256: string;
}

/** One upload's place in its submission. */
export interface Revision extends RevisionKey {
  readonly uploadId: string;
  /** Null until an attempt has come to one. */
  readonly verdict: Verdict | null;
  readonly report: {
    readonly state: ReportState;
    /** Key in the outputs bucket, when ready. */
    readonly file: string | null;
    /** Of the file's bytes, when ready; null in items of before this was kept. */
    readonly sha256: string | null;
    /** How often the sweep asked for it again. */
    readonly asked: number;
  };
}

/**
 * What was decided of an upload with a revision. The first attempt that comes to a verdict decides for
 * all others: they may have found the file deleted meanwhile, or been given up by the queue.
 */
export interface Verdict {
  /** The outcome to be; whether it is superseded shows only when HEAD is moved. */
  readonly outcome: UploadOutcome;
  /** What HEAD says once it is current; null unless it was accepted with rows of its own. */
  readonly accepted: CurrentRevision | null;
  /**
   * What `accepted` would be if finance accepted it all the same (特批受理): its rows are stored. Only
   * where nothing but rules of judgement returned it.
   */
  readonly arguable?: CurrentRevision;
}

/** The newest upload of a submission, whatever became of it. */
export interface LatestUpload {
  readonly uploadId: string;
  /** Place in the order of uploads: see `orderOf`. */
  readonly order: string;
  readonly revision: number;
  readonly status: Exclude<UploadStatus, 'received' | 'purged'>;
  readonly duplicateOf: string | null;
  /** What is said of it lies there; empty in items of before this was kept. */
  readonly outputs: UploadOutputs;
}

/** The newest accepted upload of a submission: what report and summary speak of. */
export interface CurrentRevision {
  readonly uploadId: string;
  /**
   * Place in the order of uploads. Later than the upload's own when the same bytes were sent again:
   * then an upload from between the two no longer replaces it.
   */
  readonly order: string;
  readonly revision: number;
  readonly table: AcceptedTable;
  /** Totals by implementing unit and funding source, in fen. */
  readonly units: readonly UnitTotals[];
  /** Null in items of before this was kept: then its rows say. */
  readonly figures: SubmissionFigures | null;
  readonly counts: FindingCounts;
  /** Rule id → number of findings. */
  readonly countsByRule: Readonly<Record<string, number>>;
  readonly fileName: string;
  /** The object version in the uploads bucket; empty in items of before this was kept. */
  readonly key: string;
  readonly versionId: string;
  /** Where what was made of it lies; empty in items of before this was kept. */
  readonly outputs: UploadOutputs;
  /** S3 eventTime, ISO 8601. */
  readonly receivedAt: string;
  readonly sha256: string;
  /** See `UploadOutcome`. */
  readonly fingerprint: string;
  /** Null unless its unit took it back. */
  readonly recalled: Recall | null;
}

/** Who of a unit took something back, and when (ISO 8601). */
export interface Recall {
  readonly by: string;
  readonly at: string;
}

/** What a unit says instead of sending a table: it has no projects, or they must not be public. */
export interface Answer {
  /** As an upload's: 26 hex digits. */
  readonly id: string;
  readonly kind: 'nil' | 'not-public';
  readonly revision: number;
  /** Place in the order of uploads: see `orderOf`. */
  readonly order: string;
  readonly reason: string;
  /** Subject of the author's token, and the author's name. */
  readonly sub: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly recalled: Recall | null;
}

/** What people did with a revision: those that neither are an answer nor were recalled have none. */
export interface RevisionNote {
  readonly revision: number;
  readonly answer: Answer | null;
  readonly recalled: Recall | null;
}

/** An answer, and the submission that it was given for. */
export interface GivenAnswer {
  readonly submission: SubmissionKey;
  readonly answer: Answer;
}

/** What stands for a submission now. */
export interface Head extends SubmissionKey {
  readonly latest: LatestUpload | null;
  readonly current: CurrentRevision | null;
  /** What people decided of its revisions; absent before they did. */
  readonly review?: SubmissionReview;
  /**
   * The newest table that was accepted after the period was closed (期后报送); it counts for nothing
   * until finance takes it. Left out where there was none.
   */
  readonly late?: CurrentRevision;
  /** When anything of it first arrived, and was first accepted or answered; ISO 8601. */
  readonly first?: FirstTimes;
  /** The newest answer; left out where there was none. Which of the two counts: `counted.ts`. */
  readonly answer?: Answer;
}

/** How far the summary of a period is. */
export interface SummaryState {
  readonly period: string;
  /** Counts up whenever a submission's current revision changes. */
  readonly generation: number;
  /** Newest generation whose workbook is written; never behind an older rebuild. */
  readonly summary: number;
  /** Generation that `summary.xlsx` is known to hold. */
  readonly summaryFile: number;
  readonly pace: RebuildPace;
}

/** How the rebuilding of a summary goes, by the clock of whoever did it. Times are ISO 8601. */
export interface RebuildPace {
  /** When the last rebuild began, whether or not it came to its end; null before the first. */
  readonly begunAt: string | null;
  /** What the last one took that came to its end, milliseconds. */
  readonly took: number;
  /** When the message arrives that will begin the next one; past or null if none is on its way. */
  readonly wakesAt: string | null;
  /** The last generation that is kept for good; 0 before the first. */
  readonly keptGeneration: number;
  /** The hour it was begun in, as the beginning of an ISO 8601 time. */
  readonly keptHour: string | null;
}

/** That of a period whose summary was never built. */
export const NO_PACE: RebuildPace = {
  begunAt: null,
  took: 0,
  wakesAt: null,
  keptGeneration: 0,
  keptHour: null,
};

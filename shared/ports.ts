import type { FormDefinition } from '../templates/form.ts';
import type { ReadResult } from './cells/read-result.ts';
import type { JudgeContext, Judgement } from './judge.ts';
import type { Notice } from './notice.ts';
import type { RecordSet } from './records/record.ts';
import type { Reminders } from './reminder.ts';
import type { ReviewNotice } from './review-notice.ts';
import type { CorrectedInput } from './sheets/corrected.ts';
import type { FeedbackInput } from './sheets/feedback.ts';
import type { SummaryDetail, SummaryInput } from './sheets/summary-input.ts';
import type { Site, SiteAssets } from './site.ts';
import type { Accounts } from './store/accounts.ts';
import type { Submissions } from './store/submissions.ts';
import type { RevisionKey, SubmissionKey, UploadEvent } from './upload.ts';

/*
 * What the pipeline needs from outside. `functions/` wires it to AWS, `test/memory-ports.ts` to
 * memory. The store's port is `Submissions` in `store/submissions.ts`.
 */

/** The uploads bucket. */
export interface UploadsBucket {
  /**
   * The bytes of exactly the version that was announced; `gone` when it was deleted meanwhile.
   * Never reads more than `limit` bytes: a larger object is `too-large`.
   */
  readonly readUpload: (
    upload: UploadEvent,
    limit: number,
  ) => Promise<Uint8Array | 'gone' | 'too-large'>;
  /** Every version in the bucket, page by page, with the time it was stored as its event time. */
  readonly listUploads: () => AsyncIterable<readonly UploadEvent[]>;
}

/** The outputs bucket. */
export interface OutputsBucket {
  /** Writes an output; the same key again replaces it. */
  readonly writeOutput: (key: string, bytes: Uint8Array, file: OutputFile) => Promise<void>;
}

/** The outputs bucket as the summary of a period needs it. */
export interface SummaryOutputs extends OutputsBucket {
  /** As `writeOutput`, for bytes that come piece by piece; nothing lies there until all have come. */
  readonly streamOutput: (
    key: string,
    pieces: AsyncIterable<Uint8Array>,
    file: PassingFile,
  ) => Promise<void>;
  /** Lays an output under another key too, to be handed out in the same way and kept for good. */
  readonly copyOutput: (from: string, to: string) => Promise<void>;
  /** Keys below a prefix that come after one, in order of their bytes; some at a time. */
  readonly pageOfOutputs: (prefix: string, after: string | null) => Promise<OutputPage>;
  /** The bytes of an output that is there. */
  readonly readOutput: (key: string) => Promise<Uint8Array>;
}

/** Keys that one look brings. */
export interface OutputPage {
  readonly keys: readonly string[];
  /** To be named for the page that follows; null when this is the last one. */
  readonly next: string | null;
}

/** The public bucket: what it holds, everybody may read. */
export interface PublicBucket {
  /** Writes a file; one that is `lasting` never changes under its key, any other is asked for anew. */
  readonly publishFile: (
    key: string,
    bytes: Uint8Array,
    file: OutputFile & { readonly lasting: boolean },
  ) => Promise<void>;
  /** Takes a file out; one that is not there is no fault. */
  readonly removeFile: (key: string) => Promise<void>;
  /** The bytes of a file; null when it is not there. */
  readonly readFile: (key: string) => Promise<Uint8Array | null>;
  /**
   * As `publishFile`, for bytes that come piece by piece; nothing of it lies there until all have come.
   * It is asked for anew each time.
   */
  readonly streamFile: (
    key: string,
    pieces: AsyncIterable<Uint8Array>,
    file: OutputFile,
  ) => Promise<void>;
}

/** Whoever keeps copies of public files on their way to readers: a CDN. */
export interface PublicCaches {
  /** Has every copy of these keys forgotten: whoever asks next is answered from the bucket. */
  readonly forget: (keys: readonly string[]) => Promise<void>;
}

/** How an output is handed out that may be one of many, most of which are not wanted for long. */
export interface PassingFile extends OutputFile {
  /** False: the bucket takes it out by itself after some weeks. */
  readonly lasting: boolean;
}

/** How an output is handed to whoever downloads it. */
export interface OutputFile {
  readonly contentType: string;
  /** What a browser saves it as: see `fileName`. */
  readonly downloadName: string;
}

/** Messages that wake a stage; at least once, in no order. */
export interface Jobs {
  readonly render: (job: RenderJob) => Promise<void>;
  /** `delaySeconds`: how long it is on its way at least; at most 900. */
  readonly summarise: (job: SummariseRequest, delaySeconds?: number) => Promise<void>;
  /** Announces an upload again, when its event was lost. */
  readonly intake: (upload: UploadEvent) => Promise<void>;
}

/** Messages that wake publication; at least once, in no order. */
export interface PublicJobs {
  readonly publish: (job: PublishJob) => Promise<void>;
}

/** Messages that have a period's public files packed anew; at least once, some time after they were sent. */
export interface BundleJobs {
  readonly bundle: (job: Pick<BundleJob, 'period'>) => Promise<void>;
}

/** Tells people outside what became of an upload, and of a revision in its review. */
export interface Notices {
  /** Sends it; may send it twice. Rejects when it cannot. */
  readonly send: (notice: Notice) => Promise<void>;
  /** As `send`, what was decided on a revision. */
  readonly sendReview: (notice: ReviewNotice) => Promise<void>;
  /** Is told of a notice that could not be sent, for the operator to see. Never throws. */
  readonly unsent: (notice: Notice | ReviewNotice, error: unknown) => void;
}

/** Print the report of a revision. */
export type RenderJob = RevisionKey;

/** Asks for the summary of a period to be rebuilt. */
export interface SummariseRequest {
  readonly period: string;
  /** It has waited already, or must not: begun at once, however short ago the last rebuild was. */
  readonly due?: boolean;
}

/** Rebuild the summary of a period. */
export interface SummariseJob extends SummariseRequest {
  /** Its message comes again: an attempt may have died after it laid an old summary over a newer one. */
  readonly again?: boolean;
}

/** Bring what is public of a submission in line with its review. */
export type PublishJob = SubmissionKey;

/** Pack what is public of a period, unless it is packed already. */
export interface BundleJob {
  readonly period: string;
  /** Its message comes again: an attempt may have died after it laid an old package over a newer one. */
  readonly again?: boolean;
}

/** Announcements that intake failed on until the queue gave up. */
export interface DeadLetters {
  /**
   * Hands over each dead letter's uploads and deletes it once that has been dealt with. A letter that
   * cannot be read stays where it is, where its alarm stands. Returns how many were read and not.
   */
  readonly drain: (
    bury: (uploads: readonly UploadEvent[]) => Promise<void>,
  ) => Promise<{ readonly read: number; readonly unreadable: number }>;
}

/** Reads a workbook where it can do no harm: in a child process with bounds on memory and time. */
export interface Reader {
  readonly read: (bytes: Uint8Array) => Promise<ReadResult>;
}

/** Judges what was read. */
export interface Judge {
  /** Changes with every change of rules, forms or reader: the same version says the same. */
  readonly version: string;
  /** True when the report's fonts have the character. */
  readonly canPrint: (codePoint: number) => boolean;
  readonly judge: (read: ReadResult, context: JudgeContext) => Judgement;
}

/** Prints reports; knows the fonts. */
export interface Printer {
  readonly print: (recordSet: RecordSet, form: FormDefinition) => Promise<Uint8Array>;
  /** The stamped copy, which names the revision. */
  readonly printStamped: (
    recordSet: RecordSet,
    form: FormDefinition,
    revision: number,
  ) => Promise<Uint8Array>;
  /** Marked 草稿 on every page, for records that were not accepted. */
  readonly printDraft: (recordSet: RecordSet, form: FormDefinition) => Promise<Uint8Array>;
}

/** Makes workbooks. */
export interface Workbooks {
  readonly feedback: (input: FeedbackInput) => Promise<Uint8Array>;
  readonly corrected: (input: CorrectedInput) => Promise<Uint8Array>;
  /** The bytes as they come: nobody holds them all. */
  readonly summary: (
    input: SummaryInput,
    details: AsyncIterable<SummaryDetail>,
  ) => Promise<AsyncIterable<Uint8Array>>;
  /** The workbook with the rows of one submission of a large period. */
  readonly details: (input: SummaryInput, detail: SummaryDetail) => Promise<Uint8Array>;
  /** A table as it is public, from its masked records. */
  readonly published: (masked: RecordSet, form: FormDefinition) => Promise<Uint8Array>;
}

/** Now, for deciding what is overdue. Never printed. */
export interface Clock {
  readonly now: () => Date;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** What reading and judging an upload needs. */
export interface IntakePorts {
  readonly submissions: Submissions;
  readonly uploads: Pick<UploadsBucket, 'readUpload'>;
  readonly outputs: OutputsBucket;
  readonly jobs: Pick<Jobs, 'render' | 'summarise'>;
  readonly notices: Notices;
  readonly reader: Reader;
  readonly judge: Judge;
  readonly workbooks: Pick<Workbooks, 'feedback' | 'corrected'>;
  readonly clock: Clock;
}

/** What printing the report of a revision needs. */
export interface RenderPorts {
  readonly submissions: Submissions;
  readonly outputs: OutputsBucket;
  readonly printer: Pick<Printer, 'print' | 'printStamped'>;
}

/** What rebuilding the summary of a period needs. */
export interface SummarisePorts {
  readonly submissions: Submissions;
  readonly outputs: SummaryOutputs;
  readonly jobs: Pick<Jobs, 'summarise'>;
  readonly workbooks: Pick<Workbooks, 'summary' | 'details'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Where people reach the portal, for links in the summary; null where that is not known. */
  readonly portalOrigin: string | null;
}

/** What finding and mending unfinished work needs. */
export interface SweepPorts {
  readonly submissions: Submissions;
  readonly uploads: Pick<UploadsBucket, 'listUploads'>;
  readonly outputs: OutputsBucket & Pick<SummaryOutputs, 'readOutput'>;
  readonly jobs: Jobs & PublicJobs;
  readonly notices: Notices;
  readonly reminders: Reminders;
  readonly deadLetters: DeadLetters;
  readonly clock: Clock;
  /** The installation's own accounts; null where an identity provider knows people. */
  readonly people: Pick<Accounts, 'account'> | null;
}

/** What publishing needs. It reads records and no file that internal eyes have seen. */
export interface PublishPorts {
  readonly submissions: Submissions;
  readonly publicFiles: PublicBucket;
  readonly printer: Pick<Printer, 'print'>;
  readonly workbooks: Pick<Workbooks, 'published'>;
  readonly site: Site;
  readonly assets: SiteAssets;
  readonly caches: PublicCaches;
  readonly jobs: BundleJobs;
  readonly clock: Pick<Clock, 'now'>;
}

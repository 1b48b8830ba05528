import type { ReadResult } from './cells/read-result.ts';
import type { RevisionKey, UploadEvent } from './upload.ts';

/*
 * What the core needs from outside. `functions/live-ports.ts` wires it to AWS, `test/memory-ports.ts`
 * to memory. The store's port is `Submissions` in `store/submissions.ts`.
 */

/** The buckets. */
export interface Files {
  /**
   * The bytes of exactly the version that was announced; `gone` when it was deleted meanwhile.
   * Never reads more than `limit` bytes: a larger object is `too-large`.
   */
  readonly readUpload: (
    upload: UploadEvent,
    limit: number,
  ) => Promise<Uint8Array | 'gone' | 'too-large'>;
  /** Writes an output; the same key again replaces it. `downloadName` is what a browser saves it as. */
  readonly writeOutput: (key: string, bytes: Uint8Array, file: OutputFile) => Promise<void>;
}

export interface OutputFile {
  readonly contentType: string;
  readonly downloadName: string;
}

/** Messages that wake the next stage; at least once, in no order. */
export interface Jobs {
  readonly render: (job: RenderJob) => Promise<void>;
  readonly summarise: (job: SummariseJob) => Promise<void>;
  /** Announces an upload again, when its event was lost. */
  readonly intake: (upload: UploadEvent) => Promise<void>;
}

/** Print the report of a revision. */
export type RenderJob = RevisionKey;

/** Rebuild the summary of a period. */
export interface SummariseJob {
  readonly period: string;
}

/** Reads a workbook where it can do no harm: in a child process with bounds on memory and time. */
export interface Reader {
  readonly read: (bytes: Uint8Array) => Promise<ReadResult>;
}

/** Now, for deciding what is overdue. Never printed. */
export interface Clock {
  readonly now: () => Date;
}

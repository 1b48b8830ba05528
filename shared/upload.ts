import type { Contact } from './rows/row.ts';
import type { FindingCounts } from './rules/finding.ts';

/** One object version received in the uploads bucket, as the S3 event tells it. */
export interface UploadEvent {
  readonly bucket: string;
  /** Decoded: spaces and Chinese characters as they are. */
  readonly key: string;
  readonly versionId: string;
  /** S3 eventTime, ISO 8601; with the upload id it orders the uploads of a submission. */
  readonly eventTime: string;
  /** Bytes. */
  readonly size: number;
}

/** Who sends for what: the submission an upload belongs to, read from its key. */
export interface SubmissionKey {
  readonly period: string;
  /** Code of the submitter. */
  readonly submitter: string;
}

/** One upload's place in its submission. Outputs and rows live under it. */
export interface RevisionKey extends SubmissionKey {
  /** From 1, without gaps, in the order of reservation (not of receipt: see `order`). */
  readonly revision: number;
}

/** Status of an upload; all but `received` are final, and only a purge follows another. */
export type UploadStatus = 'received' | 'accepted' | 'returned' | 'failed' | 'purged';

/** Why nothing is left of an upload but the line that says so. */
export interface PurgeNote {
  /** ISO 8601. */
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  /** SHA-256 of the key that was asked to be purged, hex: a file's name may itself be content. */
  readonly keyHash: string;
}

/**
 * What judging an upload leaves behind in the outputs bucket, as object keys. The report is printed
 * later and has a state of its own: see `Revision`.
 */
export interface UploadOutputs {
  readonly findings?: string;
  readonly feedback?: string;
  readonly corrected?: string;
  readonly records?: string;
}

/** An upload as stored. */
export interface Upload extends UploadEvent {
  /** First 26 hex digits of SHA-256(bucket, key, versionId). */
  readonly id: string;
  /** Null when the key names no submission. */
  readonly submission: SubmissionKey | null;
  readonly revision: number | null;
  readonly status: UploadStatus;
  /**
   * Who filled in, checked or answers for the table, as its lines above and below say. Private: kept here
   * alone, in no output, log or message.
   */
  readonly contacts: readonly Contact[];
  /** Filled in with the final status. */
  readonly outcome: UploadOutcome | null;
  /** Of a purged upload: key and version id are then empty, contacts and outcome say nothing. */
  readonly purge?: PurgeNote;
}

/** What intake found out about an upload. */
export interface UploadOutcome {
  readonly status: Exclude<UploadStatus, 'received'>;
  readonly form: string | null;
  readonly rows: number;
  readonly counts: FindingCounts;
  /** SHA-256 of the bytes, hex; null when they could not be read at all. */
  readonly sha256: string | null;
  /**
   * Of what the file was judged by (rules, forms, register, period), hex: the same bytes under the same
   * fingerprint have the same findings.
   */
  readonly fingerprint: string | null;
  /** Version of the rules, forms and reader that judged it; left out in items of before this was kept. */
  readonly judge?: string;
  readonly outputs: UploadOutputs;
  /** Id of the earlier upload that held the same bytes; outputs are then that upload's. */
  readonly duplicateOf: string | null;
  /** Accepted, but a newer accepted upload was there first: report and summary stay with that one. */
  readonly superseded: boolean;
  /** Accepted after its period was closed (期后报送): kept, and for finance to take. */
  readonly afterClose?: true;
}

/** An upload with its final status. */
export interface FinishedUpload extends Upload {
  readonly outcome: UploadOutcome;
}

/** The upload if its status is final; null while it is not. */
export const finished = (upload: Upload | null): FinishedUpload | null =>
  upload?.outcome == null ? null : { ...upload, outcome: upload.outcome };

/** The upload if it is final and can be repeated: of a purged one nothing is left to repeat. */
export const repeatable = (upload: Upload | null): FinishedUpload | null =>
  upload?.status === 'purged' ? null : finished(upload);

/** A place in the order of a submission's uploads: compares as text. */
export const orderOf = (upload: { readonly eventTime: string; readonly id: string }): string =>
  `${upload.eventTime}#${upload.id}`;

/** When an upload with this place was received, ISO 8601. */
export const timeInOrder = (order: string): string => order.slice(0, order.indexOf('#'));

/** An upload whose key names a submission and that has its place there. */
export interface FiledUpload extends Upload {
  readonly submission: SubmissionKey;
  readonly revision: number;
}

/** An upload's place among the revisions of its submission. */
export const revisionKeyOf = (upload: FiledUpload): RevisionKey => ({
  ...upload.submission,
  revision: upload.revision,
});

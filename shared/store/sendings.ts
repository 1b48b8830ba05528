import type { SubmissionKey } from '../upload.ts';

/*
 * What people send through the API, until intake has recorded it. Access patterns as in
 * `submissions.ts`, with contract tests in `test/store/sendings.contract.ts`:
 *
 * | access pattern  | how                                                              |
 * |-----------------|------------------------------------------------------------------|
 * | lastSending     | = get TURN of the submission                                     |
 * | takeTurn        | ! update TURN while nobody else has taken it since it was read   |
 * | endTurn         | put SENT, update TURN                                            |
 * | giveTurnBack    | ! update TURN while it is one's own                              |
 * | sent            | = get SENT                                                       |
 * | beginRequest    | ! put REQUEST if absent, = get                                   |
 * | endRequest      | update REQUEST                                                   |
 */

/** An upload that the API put into the bucket, or was told of. */
export interface SentUpload {
  readonly uploadId: string;
  readonly submission: SubmissionKey;
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  /** Bytes. */
  readonly size: number;
  /** Hex; null where the bytes went to the bucket directly. */
  readonly sha256: string | null;
  /** Subject of the sender's token. */
  readonly sub: string;
  /** The sender's name. */
  readonly name: string;
  /** ISO 8601. */
  readonly sentAt: string;
}

/** Whose turn it is to send for a submission. */
export interface Turn {
  /** Counts up with every turn taken. */
  readonly number: number;
  /** Who is sending right now, since when (ISO 8601); null when nobody is. */
  readonly taken: { readonly name: string; readonly at: string } | null;
  /** What was sent last; null before anything was. */
  readonly last: { readonly uploadId: string; readonly name: string; readonly at: string } | null;
}

/** A request that came with an idempotency key. */
export interface KeyedRequest {
  /** Subject of the caller's token. */
  readonly sub: string;
  readonly key: string;
  /** Of all that the request asks for, hex. */
  readonly digest: string;
  /** When it came first, ISO 8601. */
  readonly at: string;
  /** What came of it; null while it is not through. */
  readonly uploadId: string | null;
}

/** Files on their way from a person to the pipeline. */
export interface Sendings {
  readonly lastSending: (submission: SubmissionKey) => Promise<Turn | null>;
  /** Takes the turn after the one that was read (0: none was); false if somebody else has. */
  readonly takeTurn: (
    submission: SubmissionKey,
    read: number,
    taken: { readonly name: string; readonly at: string },
  ) => Promise<boolean>;
  /** Records what was sent, and lets the next one send. */
  readonly endTurn: (sent: SentUpload) => Promise<void>;
  /** Nothing was sent after all; harmless when the turn is somebody else's meanwhile. */
  readonly giveTurnBack: (submission: SubmissionKey, number: number) => Promise<void>;
  readonly sent: (uploadId: string) => Promise<SentUpload | null>;
  /** Records a request unless its key is taken; returns what stands. */
  readonly beginRequest: (request: KeyedRequest) => Promise<KeyedRequest>;
  readonly endRequest: (sub: string, key: string, uploadId: string) => Promise<void>;
}

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
 * | request         | = get REQUEST                                                    |
 * | keepRequest     | ! put REQUEST if absent                                          |
 * | receiptCode     | = get RECEIPT                                                    |
 * | makeReceiptCode | ! put RECEIPT if absent, = get                                   |
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
  /** Through the API, or straight to the bucket by a form that the API signed. */
  readonly via: 'api' | 'link';
  /** When the sender confirmed that the file holds no secrets, ISO 8601. */
  readonly confirmedAt: string;
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

/** A request that came with an idempotency key, and what came of it. */
export interface KeyedRequest {
  /** Subject of the caller's token. */
  readonly sub: string;
  /** Digest of the idempotency key, hex: items stay, and a key may be a file's name. */
  readonly key: string;
  /** Of all that the request asks for, hex. */
  readonly digest: string;
  readonly uploadId: string;
  /** ISO 8601. */
  readonly at: string;
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
  readonly request: (sub: string, key: string) => Promise<KeyedRequest | null>;
  /** The first one stands. */
  readonly keepRequest: (request: KeyedRequest) => Promise<void>;
  /** The code by which the receipt of an upload is verified; null while there is no receipt of it. */
  readonly receiptCode: (uploadId: string) => Promise<string | null>;
  /** The same, which `offered` becomes where there is none: the first one stands for good. */
  readonly makeReceiptCode: (uploadId: string, offered: string) => Promise<string>;
}

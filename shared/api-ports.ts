import type { Draft, DraftFile } from './draft.ts';
import type { ImpactPage, ImpactRequest } from './impact-on-filed.ts';
import type {
  Clock,
  Jobs,
  Notices,
  OutputFile,
  Printer,
  PublicJobs,
  SummaryOutputs,
} from './ports.ts';
import type { Reminders } from './reminder.ts';
import type { TemplateInput } from './sheets/template.ts';
import type { Site, SiteAssets } from './site.ts';
import type { Accounts } from './store/accounts.ts';
import type { Sendings } from './store/sendings.ts';
import type { Submissions } from './store/submissions.ts';
import type { UploadEvent } from './upload.ts';

/*
 * What the API needs from outside, besides what the pipeline needs.
 */

/** Makes workbooks to fill in. */
export interface Templates {
  /** With as many rows as a template offers unless told otherwise. */
  readonly template: (input: Omit<TemplateInput, 'rows'>) => Promise<Uint8Array>;
}

/** What is kept with a file that a person sent, beside its bytes. */
export interface SendingNote {
  /** Through the API, or straight to the bucket by a form that the API signed. */
  readonly via: 'api' | 'link';
  /** Subject of the sender's token. */
  readonly sub: string;
  /** The sender's name. */
  readonly name: string;
  /** When the sender confirmed that the file holds no secrets, ISO 8601. */
  readonly confirmedAt: string;
}

/** The uploads bucket as people send to it. */
export interface SendingBucket {
  /** Puts a file and returns the version it became. */
  readonly storeUpload: (
    key: string,
    bytes: Uint8Array,
    note: SendingNote,
  ) => Promise<Pick<UploadEvent, 'bucket' | 'key' | 'versionId'>>;
  /**
   * A form that a browser may post to the bucket within `seconds`: for exactly this key and note, and a
   * file of 1 to `mostBytes` bytes.
   */
  readonly uploadForm: (
    key: string,
    note: SendingNote,
    mostBytes: number,
    seconds: number,
  ) => Promise<{ readonly url: string; readonly fields: Readonly<Record<string, string>> }>;
  /** What the bucket knows of a version; `note` is null for one that no person sent. */
  readonly describeUpload: (
    key: string,
    versionId: string,
  ) => Promise<
    | {
        readonly bucket: string;
        readonly size: number;
        readonly storedAt: string;
        readonly note: SendingNote | null;
      }
    | 'gone'
  >;
}

/** The outputs bucket as people download from it. */
export interface Downloads {
  /** Bytes of an output and when it was written (ISO 8601); null when it is not there. */
  readonly describeOutput: (
    key: string,
  ) => Promise<{ readonly size: number; readonly writtenAt: string } | null>;
  /** An output with what it says of itself as HTTP headers; null when it is not there. */
  readonly openOutput: (key: string) => Promise<{
    readonly bytes: Uint8Array;
    readonly contentType: string;
    readonly disposition: string;
  } | null>;
  /** An address that gives the output to whoever has it, for so many seconds. */
  readonly linkToOutput: (key: string, seconds: number) => Promise<string>;
}

/** The outputs bucket as scans of the sealed paper are laid there. */
export interface ScanBucket {
  /** Writes a scan; the same key is written with the same bytes alone. */
  readonly storeScan: (key: string, bytes: Uint8Array, file: OutputFile) => Promise<void>;
  /**
   * A form that a browser may post to the bucket within `seconds`: for exactly this key, and a file of 1
   * to `mostBytes` bytes.
   */
  readonly scanForm: (
    key: string,
    mostBytes: number,
    seconds: number,
  ) => Promise<{ readonly url: string; readonly fields: Readonly<Record<string, string>> }>;
  /** What was posted by such a form; never reads more than `limit` bytes. */
  readonly readPosted: (key: string, limit: number) => Promise<Uint8Array | 'gone' | 'too-large'>;
}

/** Prints reports of files that were not sent. */
export interface Drafts {
  readonly print: (file: DraftFile) => Promise<Draft>;
}

/** Tries policies on what was filed. */
export interface Impacts {
  readonly onFiled: (request: ImpactRequest) => Promise<ImpactPage>;
}

/** What the API needs. */
export interface ApiPorts {
  readonly submissions: Submissions;
  readonly accounts: Accounts;
  readonly sendings: Sendings;
  readonly sending: SendingBucket;
  readonly downloads: Downloads;
  readonly scans: ScanBucket;
  readonly templates: Templates;
  readonly drafts: Drafts;
  readonly impacts: Impacts;
  readonly outputs: Pick<SummaryOutputs, 'readOutput'>;
  readonly jobs: Pick<Jobs, 'render' | 'summarise' | 'intake'> & PublicJobs;
  readonly notices: Pick<Notices, 'sendReview' | 'unsent'>;
  readonly reminders: Reminders;
  /** Prints what is to be public, before it is. */
  readonly printer: Pick<Printer, 'print'>;
  readonly site: Site;
  /** What pages of the public site load, for a look at one before it is public. */
  readonly assets: SiteAssets;
  readonly clock: Clock;
}

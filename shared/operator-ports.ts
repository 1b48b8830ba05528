import type { Clock, Jobs, PublicJobs, UploadsBucket } from './ports.ts';
import type { Removals } from './store/removals.ts';
import type { Submissions } from './store/submissions.ts';

/*
 * What an operator's commands need from outside. No function of the running system is handed these.
 */

/** A version in a bucket, or the mark that an object was deleted. */
export interface StoredVersion {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  /** ISO 8601. */
  readonly storedAt: string;
  /** Bytes. */
  readonly size: number;
  readonly isMarker: boolean;
}

/** A bucket from which versions can be erased for good. */
export interface ErasableBucket {
  /** Every version and mark whose key begins so, some at a time. */
  readonly versionsBelow: (prefix: string) => AsyncIterable<readonly StoredVersion[]>;
  /** Erases exactly this version; one that is not there changes nothing. */
  readonly eraseVersion: (version: StoredVersion) => Promise<void>;
}

/** What removing an upload for good needs. No function of the running system is handed this. */
export interface PurgePorts {
  readonly submissions: Submissions;
  readonly removals: Removals;
  readonly uploads: ErasableBucket & Pick<UploadsBucket, 'readUpload'>;
  readonly outputs: ErasableBucket;
  readonly jobs: Pick<Jobs, 'summarise'> & PublicJobs;
  readonly clock: Clock;
}

/** A queue's dead letters, and the way back. */
export interface RedriveQueue {
  /** Name of the queue they fell out of. */
  readonly name: string;
  /** How many letters lie there, about. */
  readonly count: () => Promise<number>;
  /** Some letters, hidden from others for a while; none when nothing is left. */
  readonly take: () => Promise<readonly DeadLetter[]>;
}

/** One dead letter. */
export interface DeadLetter {
  /** Sends its message to the queue it fell out of. */
  readonly putBack: () => Promise<void>;
  /** Takes it out of the dead letters. */
  readonly remove: () => Promise<void>;
}

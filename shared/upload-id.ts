import { createHash } from 'node:crypto';
import { isPeriodId } from './period.ts';
import { isUnitCode } from './unit.ts';
import type { SubmissionKey, Upload, UploadEvent } from './upload.ts';

const ID_LENGTH = 26;

/**
 * Identity of an upload: the first 26 hex digits of SHA-256 over bucket, key and version. The three
 * are encoded as a JSON array, so that no two different versions can read the same.
 */
export const uploadId = (bucket: string, key: string, versionId: string): string =>
  createHash('sha256')
    .update(JSON.stringify([bucket, key, versionId]))
    .digest('hex')
    .slice(0, ID_LENGTH);

const ID = new RegExp(`^[0-9a-f]{${ID_LENGTH}}$`);

/** True for a text that can be an upload's id; whether there is such an upload is not asked. */
export const isUploadId = (text: string): boolean => ID.test(text);

/** Folder of the uploads bucket that is watched. */
export const UPLOADS_PREFIX = 'uploads/';

/** What the key of an upload says. */
export interface UploadPlace {
  readonly submission: SubmissionKey;
  readonly fileName: string;
}

/**
 * Reads `uploads/<period>/<submitter>/<file name>`; null for any other shape, a period that is no
 * year or a submitter that is no code. Whether they exist is for the rules to say.
 */
export function parseUploadKey(key: string): UploadPlace | null {
  const [root, period = '', submitter = '', fileName = '', ...deeper] = key.split('/');
  const wellFormed =
    `${root}/` === UPLOADS_PREFIX &&
    isPeriodId(period) &&
    isUnitCode(submitter) &&
    fileName !== '' &&
    deeper.length === 0;
  return wellFormed ? { submission: { period, submitter }, fileName } : null;
}

/** Control and direction characters, and halves of one: names are shown on one line, as they read. */
const UNPRINTED = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * The last part of a key, whatever its shape, fit to be shown and to name a download: without line
 * breaks, control and direction characters, never empty and never a folder.
 */
export function fileNameOf(key: string): string {
  const name = key.slice(key.lastIndexOf('/') + 1).replace(UNPRINTED, '');
  return /^\.{0,2}$/.test(name.trim()) ? '未命名' : name;
}

/** True for the empty object that consoles leave when a folder is made: nothing was sent. */
export const isFolderMarker = (key: string): boolean => key.endsWith('/');

/** An announced version as an upload, before anything is known of it. */
export const receivedUpload = (event: UploadEvent): Upload => ({
  ...event,
  id: uploadId(event.bucket, event.key, event.versionId),
  submission: parseUploadKey(event.key)?.submission ?? null,
  revision: null,
  status: 'received',
  contacts: [],
  outcome: null,
});

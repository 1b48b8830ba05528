import { createHash } from 'node:crypto';
import { MAX_FILE_BYTES } from '../cells/limits.ts';
import type { ReadResult } from '../cells/read-result.ts';
import type { JudgeContext } from '../judge.ts';
import type { IntakePorts } from '../ports.ts';
import type { RecordSet } from '../records/record.ts';
import { loadRecordSet } from '../store/load-record-set.ts';
import type { Submissions } from '../store/submissions.ts';
import type { Head } from '../submission.ts';
import { type FiledUpload, orderOf, revisionKeyOf, type UploadEvent } from '../upload.ts';

/** Everything an upload is judged from. */
export interface Evidence {
  readonly bytes: Uint8Array | 'gone' | 'too-large';
  /** Of the bytes, hex; null when there are none. */
  readonly sha256: string | null;
  readonly context: JudgeContext;
  /** Changes with the rules, the period's definition and the units known to the submitter. */
  readonly fingerprint: string;
}

/** Fetches the bytes of an upload and what they are judged against. */
export async function gatherEvidence(
  upload: FiledUpload,
  head: Head | null,
  ports: IntakePorts,
): Promise<Evidence> {
  const { period, submitter } = upload.submission;
  const bytes = await ports.uploads.readUpload(upload, MAX_FILE_BYTES);
  const periods = await ports.submissions.periods();
  if (periods.length === 0) throw new Error('no period is set up in the table: run npm run seed');
  const register = await ports.submissions.registerFor(submitter);
  const previous = await acceptedBefore(upload, head, ports.submissions);
  const definition = periods.find(({ id }) => id === period) ?? null;
  return {
    bytes,
    sha256: bytes instanceof Uint8Array ? sha256(bytes) : null,
    context: { period, submitter, periods, register, previous, canPrint: ports.judge.canPrint },
    fingerprint: sha256(JSON.stringify([ports.judge.version, definition, register])),
  };
}

/** The bytes as the judge takes them; opened where a hostile file can do no harm. */
export async function readEvidence(
  { bytes }: Evidence,
  upload: UploadEvent,
  ports: Pick<IntakePorts, 'reader'>,
): Promise<ReadResult> {
  if (bytes === 'gone') return { ok: false, refusal: { kind: 'gone' } };
  if (bytes === 'too-large') {
    const refusal = { kind: 'too-large', bytes: upload.size, limit: MAX_FILE_BYTES } as const;
    return { ok: false, refusal };
  }
  return ports.reader.read(bytes);
}

/**
 * The records that were current before this upload: a late one is not held against newer ones. Every
 * attempt compares with the same revision, whatever became current meanwhile.
 */
async function acceptedBefore(
  upload: FiledUpload,
  head: Head | null,
  store: Submissions,
): Promise<RecordSet | null> {
  const current = head?.current ?? null;
  const isBefore = current !== null && current.order < orderOf(upload);
  const compared = await store.compareWith(
    revisionKeyOf(upload),
    isBefore ? current.revision : null,
  );
  if (compared === null) return null;
  const key = { ...upload.submission, revision: compared };
  const table = (await store.revision(key))?.verdict?.accepted?.table;
  if (table === undefined) throw new Error(`no rows to compare with in ${JSON.stringify(key)}`);
  return loadRecordSet(key, table, store);
}

const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

import type { IntakePorts } from '../ports.ts';
import type { Submissions } from '../store/submissions.ts';
import type { CurrentRevision, Verdict } from '../submission.ts';
import {
  type FiledUpload,
  type FinishedUpload,
  orderOf,
  revisionKeyOf,
  type Upload,
  type UploadOutcome,
} from '../upload.ts';
import { tellOutcome } from './tell-outcome.ts';

/** What settling needs. */
export type SettlePorts = Pick<IntakePorts, 'submissions' | 'jobs' | 'notices' | 'clock'>;

/**
 * Decides an upload, unless another attempt or the sweep has done so already, and settles it by the
 * verdict that stands. Rows and outputs are written before.
 */
export async function conclude(
  upload: FiledUpload,
  verdict: Verdict,
  ports: SettlePorts,
): Promise<Upload> {
  const now = ports.clock.now().toISOString();
  const standing = await ports.submissions.decide(revisionKeyOf(upload), verdict, now);
  return settle(upload, standing, ports);
}

/**
 * The last steps of an upload that is decided. Each may have been taken by an earlier attempt that
 * died: then it changes nothing. The final status comes last, so that whatever died is repeated whole.
 */
export async function settle(
  upload: FiledUpload,
  { outcome, accepted }: Verdict,
  ports: SettlePorts,
): Promise<Upload> {
  const { submissions } = ports;
  // Purged while an attempt was at work: nothing of it goes on, and its audit line stands.
  if (outcome.status === 'purged') {
    return submissions.finishUpload(upload.id, upload.revision, outcome);
  }
  const superseded =
    accepted === null ? outcome.superseded : !(await standIn(upload, outcome, accepted, ports));
  await submissions.moveLatest(upload.submission, {
    uploadId: upload.id,
    order: orderOf(upload),
    revision: upload.revision,
    status: outcome.status,
    duplicateOf: outcome.duplicateOf,
    outputs: outcome.outputs,
  });
  await submissions.noteFirst(upload.submission, 'received', upload.eventTime);
  const ended = { ...outcome, superseded };
  await tellOutcome(upload, ended, ports);
  return submissions.finishUpload(upload.id, upload.revision, ended);
}

/** Accepted rows become current, or wait where the period was closed before; false if overtaken. */
async function standIn(
  upload: FiledUpload,
  { afterClose }: UploadOutcome,
  accepted: CurrentRevision,
  ports: SettlePorts,
): Promise<boolean> {
  if (afterClose === undefined) return makeCurrent(upload, accepted, ports);
  const { submission, revision } = upload;
  await ports.submissions.keepLate(submission, accepted);
  await ports.jobs.render({ ...submission, revision });
  // The summary says that it waits.
  await ports.submissions.raiseGeneration(submission.period, upload.id);
  await ports.jobs.summarise({ period: submission.period });
  return true;
}

/** Makes accepted rows current and wakes the next stages; false if a newer upload is there already. */
export async function makeCurrent(
  upload: Pick<FiledUpload, 'id' | 'submission' | 'revision'>,
  accepted: CurrentRevision,
  { submissions, jobs }: Pick<SettlePorts, 'submissions' | 'jobs'>,
): Promise<boolean> {
  const { period } = upload.submission;
  const isCurrent = (await submissions.moveCurrent(upload.submission, accepted)) !== 'overtaken';
  await submissions.noteFirst(upload.submission, 'accepted', accepted.receivedAt);
  if (isCurrent) await submissions.raiseGeneration(period, upload.id);
  await jobs.render({ ...upload.submission, revision: upload.revision });
  if (isCurrent) await jobs.summarise({ period });
  return isCurrent;
}

/**
 * True if an upload may be settled as a repetition of `original`: it was returned, or is current
 * still, and then stands as of now. False if another upload became current in this instant.
 */
export async function originalStands(
  upload: FiledUpload,
  original: FinishedUpload,
  submissions: Pick<Submissions, 'confirmCurrent'>,
): Promise<boolean> {
  if (original.outcome.status !== 'accepted') return true;
  return submissions.confirmCurrent(upload.submission, original.id, orderOf(upload));
}

import type { Judgement } from '../judge.ts';
import { feedbackKey, findingsKey, recordsKey, revisionFolder } from '../outputs.ts';
import type { IntakePorts } from '../ports.ts';
import { countFindings } from '../rules/finding.ts';
import type { Submissions } from '../store/submissions.ts';
import type { CurrentRevision } from '../submission.ts';
import {
  type FiledUpload,
  orderOf,
  revisionKeyOf,
  type Upload,
  type UploadOutcome,
  type UploadOutputs,
} from '../upload.ts';
import type { FinishedUpload } from './find-original.ts';
import type { Evidence } from './gather-evidence.ts';

/*
 * The last steps of an upload. Each may have been taken by an earlier attempt that died: then it
 * changes nothing. The final status comes last, so that whatever died is repeated whole.
 */

/** What settling needs. */
export type SettlePorts = Pick<IntakePorts, 'submissions' | 'jobs'>;

/**
 * An accepted upload whose rows and outputs are written: makes it current unless a newer one is, and
 * wakes the next stages.
 */
export async function settleAccepted(
  upload: FiledUpload,
  accepted: CurrentRevision,
  { submissions, jobs }: SettlePorts,
): Promise<Upload> {
  const { period } = upload.submission;
  const superseded = (await submissions.moveCurrent(upload.submission, accepted)) === 'overtaken';
  if (!superseded) await submissions.raiseGeneration(period, upload.id);
  await jobs.render(revisionKeyOf(upload));
  if (!superseded) await jobs.summarise({ period });
  const folder = revisionFolder(revisionKeyOf(upload));
  return conclude(submissions, upload, {
    status: 'accepted',
    form: accepted.table.form,
    rows: accepted.table.rows,
    counts: accepted.counts,
    sha256: accepted.sha256,
    judge: accepted.judge,
    outputs: {
      findings: findingsKey(folder),
      feedback: feedbackKey(folder),
      records: recordsKey(folder),
    },
    duplicateOf: null,
    superseded,
  });
}

/** An upload with errors: what was accepted before it stays in report and summary. */
export const settleReturned = (
  upload: FiledUpload,
  judgement: Judgement,
  { sha256, fingerprint }: Evidence,
  outputs: UploadOutputs,
  { submissions }: SettlePorts,
): Promise<Upload> =>
  conclude(submissions, upload, {
    ...withoutAcceptance('returned', judgement, outputs),
    sha256,
    judge: fingerprint,
  });

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

/** The same bytes once more: the same status and outputs, and nothing else. */
export const settleRepeated = (
  upload: FiledUpload,
  original: FinishedUpload,
  { submissions }: SettlePorts,
): Promise<Upload> =>
  conclude(submissions, upload, { ...original.outcome, duplicateOf: original.id });

/** The outcome of an upload that ends without being accepted. */
export const withoutAcceptance = (
  status: 'returned' | 'failed',
  { table, findings }: Judgement,
  outputs: UploadOutputs,
): UploadOutcome => ({
  status,
  form: table?.form.id ?? null,
  rows: table?.rows.length ?? 0,
  counts: countFindings(findings),
  sha256: null,
  judge: null,
  outputs,
  duplicateOf: null,
  superseded: false,
});

/** Makes an upload the newest of its submission and writes its final status. */
export async function conclude(
  submissions: Submissions,
  upload: FiledUpload,
  outcome: UploadOutcome,
): Promise<Upload> {
  await submissions.moveLatest(upload.submission, {
    uploadId: upload.id,
    order: orderOf(upload),
    revision: upload.revision,
    status: outcome.status,
    duplicateOf: outcome.duplicateOf,
  });
  return submissions.finishUpload(upload.id, upload.revision, outcome);
}

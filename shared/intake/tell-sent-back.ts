import { workbookFile } from '../outputs.ts';
import type { IntakePorts } from '../ports.ts';
import { reviewStateName } from '../review-state.ts';
import type { SentBack } from '../sheets/sent-back.ts';
import type { Head } from '../submission.ts';
import { NO_REVIEW, revisionReview } from '../submission-review.ts';
import type { FiledUpload, Upload } from '../upload.ts';
import { fileNameOf } from '../upload-id.ts';
import { gatherEvidence, readEvidence } from './gather-evidence.ts';
import { baseName } from './write-findings.ts';

/**
 * A return that was sent back: its feedback workbook is written anew, with what the reviewers say in it.
 * Judged by other rules than at first it would tell of other findings: then it stays as it was, and the
 * page alone tells what they say.
 */
export async function tellSentBack(upload: Upload, ports: IntakePorts): Promise<void> {
  const { submission, revision, outcome } = upload;
  const feedback = outcome?.outputs.feedback;
  if (submission === null || revision === null || feedback === undefined) return;
  const head = await ports.submissions.head(submission);
  const sentBack = sentBackOf(head, revision);
  if (sentBack === null) return;
  const filed: FiledUpload = { ...upload, submission, revision };
  const evidence = await gatherEvidence(filed, head, ports);
  if (evidence.fingerprint !== outcome?.fingerprint) return;
  const read = await readEvidence(evidence, filed, ports);
  const { table, findings, period } = ports.judge.judge(read, evidence.context);
  if (table === null) return;
  const fileName = fileNameOf(upload.key);
  const input = { table, findings, fileName, period, sentBack };
  const bytes = await ports.workbooks.feedback(input);
  await ports.outputs.writeOutput(feedback, bytes, workbookFile(baseName(upload), ' 反馈表'));
}

/** What is said of a revision that stands sent back; null for any other. */
function sentBackOf(head: Head | null, revision: number): SentBack | null {
  const { state, decided, reason, comments } = revisionReview(head?.review ?? NO_REVIEW, revision);
  if (state !== 'sent-back') return null;
  return {
    stateName: reviewStateName({ state, decided }).zh,
    name: decided?.name ?? '',
    reason: reason ?? '',
    comments: comments.map(({ row, field, name, text }) => ({ row, field, name, text })),
  };
}

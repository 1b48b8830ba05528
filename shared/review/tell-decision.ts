import type { ReviewDraft } from '../audit-draft.ts';
import type { Notices } from '../ports.ts';
import { isTold, type ReviewNotice } from '../review-notice.ts';
import type { Submissions } from '../store/submissions.ts';

/** What telling a decision needs. */
export interface TellPorts {
  readonly submissions: Pick<Submissions, 'revision'>;
  readonly notices: Pick<Notices, 'sendReview' | 'unsent'>;
}

/**
 * Tells unit and finance that an act sent a revision back, or approved it. One that cannot be sent is told
 * to the operator and holds nothing up: the decision stands, and the portal shows it.
 */
export async function tellDecision(
  { actionId, submission, revision, after }: ReviewDraft,
  { submissions, notices }: TellPorts,
): Promise<void> {
  const status = after['state'];
  if (!isTold(status)) return;
  const { period, submitter: unit } = submission;
  const decided = await submissions.revision({ ...submission, revision });
  if (decided === null) throw new Error(`no revision ${revision} of ${period}/${unit}`);
  const { uploadId } = decided;
  const notice: ReviewNotice = { actId: actionId, uploadId, period, unit, revision, status };
  try {
    await notices.sendReview(notice);
  } catch (error) {
    notices.unsent(notice, error);
  }
}

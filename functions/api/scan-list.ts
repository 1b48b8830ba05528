import type { ApiPorts } from '../../shared/api-ports.ts';
import { loadSituation } from '../../shared/review/load-situation.ts';
import { offeredSteps } from '../../shared/review/offered-steps.ts';
import { REFUSALS } from '../../shared/review/refusal.ts';
import type { Reviewer } from '../../shared/review/review-act.ts';
import { NO_REVIEW, revisionReview } from '../../shared/submission-review.ts';
import type { RevisionKey } from '../../shared/upload.ts';
import { Refusal } from './refusal.ts';
import type { ScanList } from './scan-schemas.ts';

/** The scans of a revision, and what its reader may do; refuses a revision that is not there. */
export async function scanList(
  key: RevisionKey,
  reviewers: readonly Reviewer[],
  ports: ApiPorts,
): Promise<ScanList> {
  const { revision, ...submission } = key;
  const head = await ports.submissions.head(submission);
  const situation = head && (await loadSituation(key, 'add-scan', head, ports));
  if (head === null || situation === null) throw new Refusal('not-found');
  const { policy, status } = situation;
  const review = head.review ?? NO_REVIEW;
  const steps = offeredSteps(review, key, reviewers, situation);
  const step = steps.find(({ kind }) => kind === 'add-scan');
  const kept = status === 'purged' ? [] : revisionReview(review, revision).scans;
  return {
    revision,
    policy: policy.scan,
    scans: kept
      .map(({ by: _, role: __, ...scan }, index) => ({ number: index + 1, ...scan }))
      .reverse(),
    add: step === undefined ? null : { refusal: step.refusal && REFUSALS[step.refusal] },
  };
}

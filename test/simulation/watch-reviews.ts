import type { Head } from '../../shared/submission.ts';
import type { SubmissionReview } from '../../shared/submission-review.ts';
import { nameOf } from '../memory-store/tables.ts';
import { record } from './recorded-acts.ts';
import type { System } from './system.ts';

/** Acts by which a submission's approved revision becomes another one or none. */
const APPROVING: readonly string[] = ['approve', 'reopen'];
/** Acts by which what is public becomes something else. */
const PUBLISHING: readonly string[] = ['publish', 'withdraw'];

/**
 * Watches what people decide: nothing of a review changes but by an act that says so, each act counts
 * once, and trails only grow.
 */
export function watchReviews(system: System): () => void {
  const { tables } = system.world;
  const seen = new Map<string, SubmissionReview>();
  const trails = new Map<string, number>();
  return () => {
    for (const head of tables.heads.values()) {
      const { review } = head;
      const before = seen.get(nameOf(head));
      if (review === undefined || review === before) continue;
      for (const problem of changeProblems(system, head, review, before)) {
        system.problems.add(`approved-stays: ${problem}`);
      }
      seen.set(nameOf(head), review);
    }
    for (const [chain, entries] of tables.trails) {
      if (entries.length < (trails.get(chain) ?? 0)) {
        system.problems.add(`acts-on-record: the trail of ${chain} became shorter`);
      }
      trails.set(chain, entries.length);
    }
  };
}

function* changeProblems(
  system: System,
  head: Head,
  review: SubmissionReview,
  before: SubmissionReview | undefined,
): Iterable<string> {
  const name = nameOf(head);
  const version = before?.version ?? 0;
  if (review.version === version) {
    if (before !== undefined && decided(review) !== decided(before)) {
      yield `the review of ${name} changed without an act`;
    }
    return;
  }
  const draft = review.underWay?.draft;
  if (review.version !== version + 1 || draft === undefined) {
    yield `the review of ${name} went from version ${version} to ${review.version}`;
    return;
  }
  yield* record(system, draft);
  const { action } = draft;
  if (review.approved !== (before?.approved ?? null) && !APPROVING.includes(action)) {
    yield `${action} made ${review.approved} the approved revision of ${name}`;
  }
  if (review.published !== (before?.published ?? null) && !PUBLISHING.includes(action)) {
    yield `${action} made ${review.published} the published revision of ${name}`;
  }
  for (const [revision, { state }] of Object.entries(review.revisions)) {
    const was = before?.revisions[revision]?.state;
    if (was === undefined || was === state || Number(revision) === draft.revision) continue;
    const isReplaced = state === 'replaced' && ['approve', 'publish'].includes(action);
    if (!isReplaced) yield `${action} of ${draft.revision} made ${name}/${revision} ${state}`;
  }
}

const decided = ({ underWay: _, ...review }: SubmissionReview): string => JSON.stringify(review);

import type { ScanFile } from '../scan.ts';
import type { SubmissionReview } from '../submission-review.ts';
import type { RevisionKey } from '../upload.ts';
import { decide } from './decide.ts';
import { openGates } from './open-gates.ts';
import type { Refusal } from './refusal.ts';
import type { ReviewAction, Reviewer } from './review-act.ts';
import type { Situation } from './situation.ts';
import { STEPS } from './steps.ts';

/** A step that is somebody's to take, and what stands against it for now; null for nothing. */
export interface OfferedStep {
  readonly kind: ReviewAction['kind'];
  readonly refusal: Refusal | null;
}

/** With these a step is out of the question, and not only waiting for something. */
const MOOT: readonly Refusal[] = [
  'no-revision',
  'not-yours',
  'wrong-state',
  'not-newest',
  'period-closed',
  'not-accepted',
  'not-arguable',
  'no-such-finding',
  'no-such-cell',
  'scans-off',
  'signatures-complete',
];

/** Every kind of step, in the order of the review. */
const KINDS = Object.keys(STEPS) as readonly ReviewAction['kind'][];

/** The steps that one of these roles of a person may take with a revision, by trying each. */
export function offeredSteps(
  review: SubmissionReview,
  { revision, ...submission }: RevisionKey,
  reviewers: readonly Reviewer[],
  situation: Situation,
): readonly OfferedStep[] {
  const tried = { id: '', at: '', submission, revision };
  return KINDS.flatMap((kind) => {
    const by = reviewerFor(kind, reviewers);
    const action = trialOf(kind, review.revisions[revision], situation);
    if (by === null || action === null) return [];
    const decision = decide(review, { ...tried, by, action }, situation);
    const refusal = decision.taken ? null : decision.refusal;
    return refusal !== null && MOOT.includes(refusal) ? [] : [{ kind, refusal }];
  });
}

/** As whom somebody takes a step: a person may be there for several things. Null: as nobody. */
export const reviewerFor = (
  kind: ReviewAction['kind'],
  reviewers: readonly Reviewer[],
): Reviewer | null => reviewers.find(({ role }) => STEPS[kind].roles.includes(role)) ?? null;

/** What is on a scan decides nothing. */
const ANY_SCAN: ScanFile = { type: 'pdf', bytes: 1, sha256: '' };

/** An act of a kind, with what it wants to be told; null where there is nothing to act on. */
function trialOf(
  kind: ReviewAction['kind'],
  own: SubmissionReview['revisions'][string] | undefined,
  { openWarnings, gates }: Situation,
): ReviewAction | null {
  const reason = '.';
  switch (kind) {
    case 'waive': {
      const [finding] = openWarnings.filter((each) => own?.waived[each] === undefined);
      return finding === undefined ? null : { kind, finding, reason };
    }
    case 'clear': {
      const [gate] = openGates(own ?? { cleared: {}, masks: [] }, gates);
      return gate === undefined ? null : { kind, mark: gate.mark, reason };
    }
    case 'mask':
      return { kind, cells: [], reason };
    case 'add-scan':
      return { kind, scan: ANY_SCAN };
    // Which cell and what is said of it, which time and which day: asked where the step is taken.
    case 'comment':
      return { kind, cell: { sheet: '', row: 0, field: '' }, text: '' };
    case 'schedule':
      return { kind, notBefore: '9999-12-31T00:00:00.000Z', reason };
    case 'note-accounts':
      return { kind, on: '2000-01-01' };
    case 'forward':
    case 'approve':
    case 'take':
    case 'sign':
      return { kind };
    default:
      return { kind, reason };
  }
}

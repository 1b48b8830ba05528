import type { ApiPorts } from '../../shared/api-ports.ts';
import { countedAnswer, countedRevision } from '../../shared/counted.ts';
import { loadSituation } from '../../shared/review/load-situation.ts';
import { offeredSteps } from '../../shared/review/offered-steps.ts';
import { openGates } from '../../shared/review/open-gates.ts';
import { REFUSALS } from '../../shared/review/refusal.ts';
import type { Reviewer } from '../../shared/review/review-act.ts';
import type { Situation } from '../../shared/review/situation.ts';
import { STEPS } from '../../shared/review/steps.ts';
import { reviewStateName } from '../../shared/review-state.ts';
import type { Head } from '../../shared/submission.ts';
import {
  NO_REVIEW,
  type RevisionReview,
  revisionReview,
  type Signature,
} from '../../shared/submission-review.ts';
import type { SubmissionKey } from '../../shared/upload.ts';
import type { ReviewAnswer, RevisionReviewAnswer } from './review-schemas.ts';

type Ports = Pick<ApiPorts, 'submissions' | 'outputs'>;

/** How the review of a submission stands, and what somebody may do in it. */
export async function reviewAnswer(
  submission: SubmissionKey,
  unit: ReviewAnswer['unit'],
  reviewers: readonly Reviewer[],
  ports: Ports,
): Promise<ReviewAnswer> {
  const head = await ports.submissions.head(submission);
  const { approved, published, revisions } = head?.review ?? NO_REVIEW;
  const current = head === null ? null : currentIn(head);
  // Only with these can anything be done still.
  const open = [current, head?.latest?.revision ?? null, approved, published];
  const numbers = new Set([...open, ...Object.keys(revisions).map(Number)]);
  const shown = [...numbers].filter((number) => number !== null).sort((a, b) => b - a);
  const reviewed = shown.map((revision) =>
    head === null ? [] : revisionAnswer(head, revision, open.includes(revision), reviewers, ports),
  );
  return {
    period: submission.period,
    unit,
    current,
    approved,
    published,
    revisions: (await Promise.all(reviewed)).flat(),
  };
}

const currentIn = (head: Head): number | null =>
  (countedRevision(head) ?? countedAnswer(head))?.revision ?? null;

async function revisionAnswer(
  head: Head,
  revision: number,
  isOpen: boolean,
  reviewers: readonly Reviewer[],
  ports: Ports,
): Promise<RevisionReviewAnswer> {
  const { period, submitter, review = NO_REVIEW } = head;
  const key = { period, submitter, revision };
  const situation = isOpen ? await situationOf(head, revision, ports) : null;
  const own = revisionReview(review, revision);
  const isCurrent = currentIn(head) === revision;
  const steps = situation === null ? [] : offeredSteps(review, key, reviewers, situation);
  return {
    revision,
    isCurrent,
    ...stateOf(own, isCurrent || review.revisions[revision] !== undefined),
    comments: commentsFor(own, reviewers),
    ...openOf(own, situation),
    steps: steps.map(({ kind, refusal }) => ({
      kind,
      name: STEPS[kind].name,
      refusal: refusal === null ? null : REFUSALS[refusal],
    })),
  };
}

/** Without the rows, which only masking asks for. */
const situationOf = (head: Head, revision: number, ports: Ports): Promise<Situation | null> =>
  loadSituation({ ...head, revision }, 'recall', head, ports);

function openOf(
  own: RevisionReview,
  situation: Situation | null,
): Pick<RevisionReviewAnswer, 'openWarnings' | 'openGates'> {
  if (situation === null) return { openWarnings: [], openGates: [] };
  return {
    openWarnings: situation.openWarnings.filter((each) => own.waived[each] === undefined),
    openGates: [...openGates(own, situation.gates)],
  };
}

/** Comments go with what is sent back: until then they are notes of those who review. */
const commentsFor = (
  { state, comments }: RevisionReview,
  reviewers: readonly Reviewer[],
): RevisionReviewAnswer['comments'] => {
  const isUnit = reviewers.length > 0 && reviewers.every(({ role }) => role === 'unit');
  const shown = isUnit && state !== 'sent-back' ? [] : comments;
  return shown.map(({ sheet, row, field, text, by, ...signature }) => ({
    sheet,
    row,
    field,
    text,
    ...signed({ by, ...signature }),
    isOwn: reviewers.some(({ id }) => id === by),
  }));
};

const stateOf = (
  { state, reason, masks, scheduled, ...own }: RevisionReview,
  isReviewed: boolean,
) => ({
  state: isReviewed ? state : null,
  stateName: isReviewed ? reviewStateName({ state, decided: own.decided }) : null,
  decided: own.decided === null ? null : signed(own.decided),
  reason,
  specially: own.specially === null ? null : reasoned(own.specially),
  forwarded: own.forwarded === null ? null : signed(own.forwarded),
  approvals: own.approvals.map(signed),
  waived: Object.entries(own.waived).map(([finding, by]) => ({ finding, ...reasoned(by) })),
  cleared: Object.entries(own.cleared).map(([mark, by]) => ({ mark, ...reasoned(by) })),
  masks: [...masks],
  signatures: own.signatures.map(signed),
  scheduled:
    scheduled === null
      ? null
      : { ...signed(scheduled), notBefore: scheduled.notBefore, reason: scheduled.reason },
  unscheduled: own.unscheduled === null ? null : reasoned(own.unscheduled),
});

/** People are told by name: ids are for the audit trail. */
const signed = ({ name, at }: Signature) => ({ name, at });

const reasoned = ({ name, at, reason }: Signature & { readonly reason: string }) => ({
  name,
  at,
  reason,
});

import { canonicalJson } from '../audit/canonical-json.ts';
import {
  type RevisionReview,
  type Role,
  revisionReview,
  type SubmissionReview,
} from '../submission-review.ts';
import { changeBy } from './change-by.ts';
import { openGates } from './open-gates.ts';
import type { Refusal } from './refusal.ts';
import type { ReviewAct, ReviewAction, Reviewer } from './review-act.ts';
import type { Situation } from './situation.ts';
import { type Change, signatureOf } from './step-input.ts';
import { STEPS } from './steps.ts';

/** Properties that an act changed, as they were and as they are now. */
export interface Changed {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What becomes of an act: the review as it is then, or why it is not taken. */
export type Decision =
  | { readonly taken: true; readonly review: SubmissionReview; readonly changed: Changed }
  | { readonly taken: false; readonly refusal: Refusal };

const LONGEST_REASON = 1000;

/**
 * The state machine of a submission's review. Pure; an act that is not taken changes nothing. That the
 * act is new (`review.acts` does not hold its id) is for the caller to see to.
 */
export function decide(review: SubmissionReview, act: ReviewAct, situation: Situation): Decision {
  const own = revisionReview(review, act.revision, situation.late);
  const refusal = faultOf(own, act, situation);
  if (refusal !== null) return { taken: false, refusal };
  const change = changeBy({ act, own, review, situation });
  if (typeof change === 'string') return { taken: false, refusal: change };
  const next = withChange(review, act, change, situation);
  return {
    taken: true,
    review: next,
    changed: changedBetween(review, next, act.revision, situation),
  };
}

/** What speaks against an act before anyone looks at what it wants. */
function faultOf(own: RevisionReview, act: ReviewAct, situation: Situation): Refusal | null {
  const { action, by, submission, revision } = act;
  const step = STEPS[action.kind];
  if (situation.isAnswer && action.kind !== 'recall') return 'no-revision';
  if (!mayAct(by, step.roles, submission.submitter)) return 'not-yours';
  if (isInOwnCause(by, action.kind, submission.submitter)) return 'own-unit';
  const isUnderReview = situation.status === 'accepted' || own.specially !== null;
  // What is public can be taken back even after it was purged.
  const isForOthers = action.kind === 'accept-specially' || action.kind === 'withdraw';
  if (!isUnderReview && !isForOthers) return 'not-accepted';
  if (!step.from.includes(own.state)) return 'wrong-state';
  const isTakenUp = action.kind === 'take' && situation.late === revision;
  if (step.newest && situation.current !== revision && !isTakenUp) return 'not-newest';
  if (action.kind === 'recall' && situation.isClosed) return 'period-closed';
  if ('reason' in action && action.reason !== undefined) {
    if (action.reason.trim() === '') return 'reason-missing';
    if (action.reason.length > LONGEST_REASON) return 'reason-too-long';
  }
  return null;
}

const mayAct = ({ role, units }: Reviewer, roles: readonly Role[], submitter: string): boolean =>
  roles.includes(role) && (role === 'finance' || units.includes(submitter));

/** What finance grants a unit. Nobody grants it to the unit that they belong to. */
const GRANTED: readonly ReviewAction['kind'][] = [
  'approve',
  'waive',
  'accept-specially',
  'reopen',
  'take',
];

/** True where finance people would decide for a unit whose people they are themselves. */
const isInOwnCause = (
  { role, units }: Reviewer,
  kind: ReviewAction['kind'],
  submitter: string,
): boolean => role === 'finance' && units.includes(submitter) && GRANTED.includes(kind);

function withChange(
  review: SubmissionReview,
  act: ReviewAct,
  change: Change,
  { gates }: Situation,
): SubmissionReview {
  const { own, others = {}, ...standing } = change;
  const parts: Readonly<Record<string, Partial<RevisionReview>>> = {
    ...others,
    [act.revision]: own,
  };
  const changed = Object.entries(parts).map(([revision, part]) => {
    const own = {
      ...revisionReview(review, Number(revision)),
      ...part,
      ...(part.state === undefined ? {} : { decided: signatureOf(act) }),
    };
    // Of other revisions the marks are not known here, nor changed by this.
    const isActedOn = Number(revision) === act.revision;
    return [revision, isActedOn ? { ...own, openGates: openGates(own, gates).length } : own];
  });
  return {
    ...review,
    ...standing,
    version: review.version + 1,
    revisions: { ...review.revisions, ...Object.fromEntries(changed) },
    acts: [...review.acts, act.id],
  };
}

/**
 * The properties of a revision's review, and of the submission, that differ; who did it is told anyway, and what
 * is counted from the others is no property of its own.
 */
function changedBetween(
  before: SubmissionReview,
  after: SubmissionReview,
  revision: number,
  { late }: Situation,
): Changed {
  const of = (review: SubmissionReview): Readonly<Record<string, unknown>> => {
    const { decided: _, openGates: __, ...own } = revisionReview(review, revision, late);
    const { approved, published, accountsOn } = review;
    return { ...own, approved, published, accountsOn };
  };
  const [old, now] = [of(before), of(after)];
  const names = Object.keys(now).filter(
    (name) => canonicalJson(old[name]) !== canonicalJson(now[name]),
  );
  const only = (all: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(names.map((name) => [name, all[name]]));
  return { before: only(old), after: only(now) };
}

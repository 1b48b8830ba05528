import type {
  RevisionPublication,
  RevisionReview,
  SubmissionReview,
} from '../submission-review.ts';
import { masksToConfirm } from './carried-masks.ts';
import { openGates } from './open-gates.ts';
import type { Refusal } from './refusal.ts';
import { type Change, type StepInput, signatureOf } from './step-input.ts';

/* Steps that bring a revision before the public, or take it away. */

/** 初审, 复审, 批准: of the masks and cleared marks as they stand. */
export function sign({ act, own, review, situation }: StepInput<'sign'>): Change | Refusal {
  const { signatures, distinctSigners } = situation.policy;
  if (own.signatures.length >= signatures) return 'signatures-complete';
  if (masksToConfirm(review, act.revision) !== null) return 'masks-unconfirmed';
  const hasSigned = own.signatures.some(({ by }) => by === act.by.id);
  if (distinctSigners && hasSigned) return 'same-person';
  return { own: { signatures: [...own.signatures, signatureOf(act)] } };
}

/** Makes a revision public, in place of the one that was. */
export function publish(input: StepInput<'publish'>): Change | Refusal {
  const refusal = faultOfPublication(input);
  if (refusal !== null) return refusal;
  const { act, review } = input;
  const { reason = null } = act.action;
  const before = review.published;
  const publication = { at: act.at, reason, endedAt: null, endedReason: null };
  return {
    own: { state: 'published', publication, scheduled: null, ...FORGOTTEN },
    others: before === null ? {} : { [before]: replacedAt(review, before, act.at) },
    published: act.revision,
  };
}

/** Has it made public later, if nothing is changed until then: whatever changes it takes this away. */
export function schedule(input: StepInput<'schedule'>): Change | Refusal {
  const refusal = faultOfPublication(input);
  if (refusal !== null) return refusal;
  const { act } = input;
  const { notBefore, reason = null } = act.action;
  const time = Date.parse(notBefore);
  if (!(time > Date.parse(act.at))) return 'time-passed';
  const kept = { id: act.id, notBefore: new Date(time).toISOString(), reason };
  return { own: { scheduled: { ...signatureOf(act), ...kept }, ...FORGOTTEN } };
}

/** What became of an earlier schedule is told no longer. */
const FORGOTTEN = { unscheduled: null } as const;

/** Takes a schedule away; why is told until there is another. */
export function unschedule({ act, own }: StepInput<'unschedule'>): Change | Refusal {
  if (own.scheduled === null) return 'wrong-state';
  const unscheduled = { ...signatureOf(act), reason: act.action.reason };
  return { own: { scheduled: null, unscheduled } };
}

/** What keeps a revision from the public, now or later. */
function faultOfPublication({
  act,
  own,
  review,
  situation,
}: StepInput<'publish'> | StepInput<'schedule'>): Refusal | null {
  if (review.approved !== act.revision) return 'wrong-state';
  if (masksToConfirm(review, act.revision) !== null) return 'masks-unconfirmed';
  if (own.signatures.length < situation.policy.signatures) return 'signatures-missing';
  if (openGates(own, situation.gates).length > 0) return 'gates-open';
  const isErratum = review.published !== null;
  return isErratum && act.action.reason === undefined ? 'reason-missing' : null;
}

/** Takes what is public away from the public. */
export function withdraw({ act, own }: StepInput<'withdraw'>): Change {
  const { reason } = act.action;
  const publication = ended(own.publication, act.at, reason);
  return { own: { state: 'withdrawn', reason, publication }, published: null };
}

const replacedAt = (
  { revisions }: SubmissionReview,
  revision: number,
  at: string,
): Partial<RevisionReview> => ({
  state: 'replaced',
  publication: ended(revisions[revision]?.publication ?? null, at, null),
});

const ended = (
  publication: RevisionPublication | null,
  endedAt: string,
  endedReason: string | null,
): RevisionPublication | null =>
  publication === null ? null : { ...publication, endedAt, endedReason };

import { leaves } from '../../templates/form.ts';
import type {
  CellPlace,
  Reasoned,
  RevisionPublication,
  RevisionReview,
  Signature,
  SubmissionReview,
} from '../submission-review.ts';
import { areDerivable } from './derivable-masks.ts';
import { openGates } from './open-gates.ts';
import type { Refusal } from './refusal.ts';
import type { ReviewAct, ReviewAction } from './review-act.ts';
import type { Situation } from './situation.ts';

/** What an act changes: in its own revision, in others, and in what stands for the submission. */
export interface Change {
  readonly own: Partial<RevisionReview>;
  readonly others?: Readonly<Record<string, Partial<RevisionReview>>>;
  readonly approved?: number | null;
  readonly published?: number | null;
}

/** All that a step goes by. */
interface StepInput<Kind extends ReviewAction['kind'] = ReviewAction['kind']> {
  readonly act: ReviewAct & { readonly action: Extract<ReviewAction, { kind: Kind }> };
  readonly own: RevisionReview;
  readonly review: SubmissionReview;
  readonly situation: Situation;
}

/** What each step changes, or why it cannot be taken. */
const CHANGES: {
  readonly [Kind in ReviewAction['kind']]: (input: StepInput<Kind>) => Change | Refusal;
} = {
  forward: ({ act }) => ({ own: { state: 'forwarded', forwarded: signatureOf(act) } }),

  'send-back': ({ act, own }) =>
    own.state === 'forwarded' && act.by.role === 'department'
      ? 'not-yours'
      : { own: { state: 'sent-back', approvals: [], reason: act.action.reason } },

  approve,

  waive({ act, own, situation }) {
    const { finding } = act.action;
    if (!situation.openWarnings.includes(finding)) return 'no-such-finding';
    return { own: { waived: { ...own.waived, [finding]: reasonedBy(act) } } };
  },

  'accept-specially'({ act, own, situation }) {
    if (situation.status !== 'returned' || own.specially !== null) return 'wrong-state';
    if (!situation.arguable) return 'not-arguable';
    if (situation.latest !== act.revision) return 'not-newest';
    return { own: { specially: reasonedBy(act) } };
  },

  recall: ({ act }) => ({ own: { state: 'recalled', reason: act.action.reason } }),

  reopen: ({ act, review }) => ({
    own: {
      state: 'pending',
      forwarded: null,
      approvals: [],
      signatures: [],
      reason: act.action.reason,
    },
    // What is public still stands approved; nothing else does.
    ...(review.approved === act.revision ? { approved: review.published } : {}),
  }),

  'add-scan': addScan,

  take: () => ({ own: { state: 'pending' } }),

  mask({ act, situation }) {
    const { cells, reason } = act.action;
    if (cells.length > MOST_MASKS) return 'too-many-masks';
    if (!cells.every((cell) => isCellOf(situation, cell))) return 'no-such-cell';
    if (areDerivable(cells, situation.form)) return 'masks-derivable';
    return { own: { masks: cells.map((cell) => ({ ...cell, reason })), signatures: [] } };
  },

  clear({ act, own, situation }) {
    const { mark } = act.action;
    if (!situation.gates.some((gate) => gate.mark === mark)) return 'no-such-finding';
    return { own: { cleared: { ...own.cleared, [mark]: reasonedBy(act) }, signatures: [] } };
  },

  sign({ act, own, situation: { policy } }) {
    if (own.signatures.length >= policy.signatures) return 'signatures-complete';
    if (policy.distinctSigners && signedBy(own.signatures, act)) return 'same-person';
    return { own: { signatures: [...own.signatures, signatureOf(act)] } };
  },

  publish,

  withdraw({ act, own }) {
    const { reason } = act.action;
    const publication = ended(own.publication, act.at, reason);
    return { own: { state: 'withdrawn', reason, publication }, published: null };
  },
};

/** A mask that meets no cell would hide nothing, and nobody would notice. */
const isCellOf = ({ projects, form }: Situation, { sheet, row, field }: CellPlace): boolean =>
  leaves(form?.columns ?? []).some((leaf) => leaf.field === field) &&
  (projects ?? []).some((project) => project.sheet === sheet && project.row === row);

/** Each cell costs room in the head of its submission, which many read; so does each scan. */
const MOST_MASKS = 500;
const MOST_SCANS = 20;

/** What an act changes, or why its step cannot be taken. Roles and states were looked at before. */
export const changeBy = (input: StepInput): Change | Refusal =>
  // The table's key and the action's kind are the same; TypeScript cannot follow that.
  (CHANGES[input.act.action.kind] as (input: StepInput) => Change | Refusal)(input);

function approve({ act, own, review, situation }: StepInput<'approve'>): Change | Refusal {
  const { policy, hasDepartment, openWarnings } = situation;
  if (policy.forwarding && hasDepartment && own.forwarded === null) return 'not-forwarded';
  if (policy.explanations && openWarnings.some((finding) => own.waived[finding] === undefined)) {
    return 'warnings-open';
  }
  if (policy.scan === 'required' && own.scans.length === 0) return 'scan-missing';
  if (signedBy(own.approvals, act)) return 'same-person';
  if (policy.fourEyes && own.forwarded?.by === act.by.id) return 'same-person';
  const approvals = [...own.approvals, signatureOf(act)];
  if (approvals.length < (policy.fourEyes ? 2 : 1)) return { own: { approvals } };
  const before = review.approved;
  const isReplaced = before !== null && review.revisions[before]?.state === 'approved';
  return {
    own: { state: 'approved', approvals },
    others: isReplaced ? { [before]: { state: 'replaced' } } : {},
    approved: act.revision,
  };
}

/** What was approved with a scan keeps it; whoever approved without this one has not seen it. */
function addScan({ act, own, situation }: StepInput<'add-scan'>): Change | Refusal {
  if (situation.policy.scan === 'off') return 'scans-off';
  const isApproved = own.state === 'approved' || own.state === 'published';
  if (isApproved && own.scans.length > 0) return 'scan-approved';
  if (own.scans.length >= MOST_SCANS) return 'too-many-scans';
  const scans = [...own.scans, { ...signatureOf(act), ...act.action.scan }];
  return { own: isApproved ? { scans } : { scans, approvals: [] } };
}

function publish({ act, own, review, situation }: StepInput<'publish'>): Change | Refusal {
  if (review.approved !== act.revision) return 'wrong-state';
  if (own.signatures.length < situation.policy.signatures) return 'signatures-missing';
  if (openGates(own, situation.gates).length > 0) return 'gates-open';
  const { reason = null } = act.action;
  const before = review.published;
  if (before !== null && reason === null) return 'reason-missing';
  const publication = { at: act.at, reason, endedAt: null, endedReason: null };
  return {
    own: { state: 'published', publication },
    others: before === null ? {} : { [before]: replacedAt(review, before, act.at) },
    published: act.revision,
  };
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

/** Who acts, and when, as it is kept. */
export const signatureOf = ({ by, at }: ReviewAct): Signature => ({ by: by.id, name: by.name, at });

const reasonedBy = (
  act: ReviewAct & { readonly action: { readonly reason: string } },
): Reasoned => ({
  ...signatureOf(act),
  reason: act.action.reason,
});

const signedBy = (signatures: readonly Signature[], { by }: ReviewAct): boolean =>
  signatures.some((signature) => signature.by === by.id);

import type { Signature } from '../submission-review.ts';
import { comment, mask } from './cell-steps.ts';
import { publish, schedule, sign, unschedule, withdraw } from './public-steps.ts';
import type { Refusal } from './refusal.ts';
import type { ReviewAct, ReviewAction } from './review-act.ts';
import { type Change, reasonedBy, type StepInput, signatureOf } from './step-input.ts';

/** What each step changes, or why it cannot be taken. */
const CHANGES: {
  readonly [Kind in ReviewAction['kind']]: (input: StepInput<Kind>) => Change | Refusal;
} = {
  forward: ({ act }) => ({ own: { state: 'forwarded', forwarded: signatureOf(act) } }),

  comment,

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
      scheduled: null,
      reason: act.action.reason,
    },
    // What is public still stands approved; nothing else does.
    ...(review.approved === act.revision ? { approved: review.published } : {}),
  }),

  'add-scan': addScan,

  take: () => ({ own: { state: 'pending' } }),

  mask,

  clear({ act, own, situation }) {
    const { mark } = act.action;
    if (!situation.gates.some((gate) => gate.mark === mark)) return 'no-such-finding';
    const cleared = { ...own.cleared, [mark]: reasonedBy(act) };
    return { own: { cleared, signatures: [], scheduled: null } };
  },

  sign,
  publish,
  schedule,
  unschedule,

  'note-accounts'({ act }) {
    const { on } = act.action;
    return isDay(on) ? { own: {}, accountsOn: on } : 'no-such-day';
  },

  withdraw,
};

/** Each scan costs room in the head of its submission, which many read. */
const MOST_SCANS = 20;

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  Number.isFinite(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

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
    others: isReplaced ? { [before]: { state: 'replaced', scheduled: null } } : {},
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

const signedBy = (signatures: readonly Signature[], { by }: ReviewAct): boolean =>
  signatures.some((signature) => signature.by === by.id);

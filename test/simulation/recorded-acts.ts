import type { ReviewDraft } from '../../shared/audit-draft.ts';
import type { RecordSet } from '../../shared/records/record.ts';
import type { MaskedCell } from '../../shared/submission-review.ts';
import type { RevisionKey, SubmissionKey } from '../../shared/upload.ts';
import { nameOf, rowsName } from '../memory-store/tables.ts';
import { type Edition, editionOf } from './editions.ts';
import type { System } from './system.ts';

/*
 * What the acts on record come to, worked out from them alone and without the product's state machine:
 * who approved, who signed what is masked, what may be public.
 */

/** What was done with a revision. */
interface RevisionActs {
  /** Ids of the finance officers who approved it since it was opened last. */
  readonly approvals: Set<string>;
  isApproved: boolean;
  isSpecial: boolean;
  isRecalled: boolean;
  masks: readonly MaskedCell[];
  /** Ids of those who signed for the masks and marks as they stand. */
  signers: string[];
}

/** The acts of a submission. */
export interface RecordedActs {
  /** Ids in the order of the record. */
  readonly ids: string[];
  readonly revisions: Map<number, RevisionActs>;
  readonly editions: Edition[];
}

/** Of each submission, by `period/submitter`. */
export type ActsOnRecord = Map<string, RecordedActs>;

/** The acts of a submission; empty before there were any. */
export function actsOf(acts: ActsOnRecord, submission: SubmissionKey): RecordedActs {
  const known = acts.get(nameOf(submission));
  if (known !== undefined) return known;
  const none: RecordedActs = { ids: [], revisions: new Map(), editions: [] };
  acts.set(nameOf(submission), none);
  return none;
}

/** The acts on a revision; nothing before there were any. */
export function actsOn({ revisions }: RecordedActs, revision: number): RevisionActs {
  const known = revisions.get(revision);
  if (known !== undefined) return known;
  const none: RevisionActs = {
    approvals: new Set(),
    isApproved: false,
    isSpecial: false,
    isRecalled: false,
    masks: [],
    signers: [],
  };
  revisions.set(revision, none);
  return none;
}

/** Takes an act that was recorded just now into account; returns what makes it one that nobody may take. */
export function record(system: System, draft: ReviewDraft): readonly string[] {
  const { submission, revision, action, actionId } = draft;
  const acts = actsOf(system.onRecord, submission);
  acts.ids.push(actionId);
  const own = actsOn(acts, revision);
  const faults = EFFECTS[action]?.({ system, draft, acts, own }) ?? [];
  return faults.map((fault) => `${nameOf(submission)}/${revision} was ${fault}`);
}

interface Effect {
  readonly system: System;
  readonly draft: ReviewDraft;
  readonly acts: RecordedActs;
  readonly own: RevisionActs;
}

/** A fault of an act, if it is one. */
const faultIf = (isFault: boolean, fault: string): readonly string[] => (isFault ? [fault] : []);

const EFFECTS: Readonly<Record<string, (effect: Effect) => readonly string[]>> = {
  approve({ system: { reviewPolicy }, draft, acts, own }) {
    own.approvals.add(draft.by.id);
    if (own.approvals.size >= (reviewPolicy.fourEyes ? 2 : 1)) {
      for (const other of acts.revisions.values()) other.isApproved = false;
      own.isApproved = true;
    }
    return faultIf(draft.by.role !== 'finance', `approved by ${draft.by.role}`);
  },
  'send-back'({ own }) {
    own.approvals.clear();
    return faultIf(own.isApproved, 'sent back, though it was approved');
  },
  reopen({ own }) {
    own.approvals.clear();
    own.isApproved = false;
    own.signers = [];
    return [];
  },
  'accept-specially'({ own }) {
    own.isSpecial = true;
    return [];
  },
  recall({ own }) {
    own.isRecalled = true;
    return faultIf(own.isApproved, 'recalled, though it was approved');
  },
  mask({ draft, own }) {
    own.masks = (draft.after['masks'] as readonly MaskedCell[] | undefined) ?? own.masks;
    own.signers = [];
    return [];
  },
  clear({ own }) {
    own.signers = [];
    return [];
  },
  sign({ draft, own }) {
    own.signers.push(draft.by.id);
    return [
      ...faultIf(!own.isApproved, 'signed before it was approved'),
      ...faultIf(draft.by.role !== 'department', `signed by ${draft.by.role}`),
    ];
  },
  publish({ system, draft, acts, own }) {
    for (const edition of acts.editions) edition.ended ??= 'replaced';
    const key = { ...draft.submission, revision: draft.revision };
    acts.editions.push(editionOf(key, recordsNow(system, key), own.masks, system.world.ports));
    const signers = new Set(own.signers).size;
    return [
      ...faultIf(!own.isApproved, 'published before it was approved'),
      ...faultIf(signers < system.reviewPolicy.signatures, `published, signed by ${signers}`),
    ];
  },
  withdraw({ draft, acts }) {
    const edition = acts.editions.findLast(({ revision }) => revision === draft.revision);
    if (edition !== undefined) edition.ended = 'withdrawn';
    return [];
  },
};

/** What is stored under a revision; null once it was purged. */
function recordsNow({ world: { tables } }: System, key: RevisionKey): RecordSet | null {
  const stored = tables.revisions.get(nameOf(key))?.[key.revision - 1];
  const table = stored?.revision.verdict?.accepted?.table;
  const rows = [...(tables.rows.get(rowsName(key))?.values() ?? [])];
  if (table === undefined || rows.length < table.rows) return null;
  return {
    form: table.form,
    period: key.period,
    submitter: { code: key.submitter, name: table.submitterName },
    attachment: table.attachment,
    records: structuredClone(rows.sort((a, b) => a.number - b.number).slice(0, table.rows)),
  };
}

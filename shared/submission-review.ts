import type { ReviewDraft } from './audit-draft.ts';
import type { ReviewState } from './review-state.ts';
import type { ScanFile } from './scan.ts';

/** What somebody is here for. */
export type Role = 'unit' | 'department' | 'finance' | 'auditor';

/** Somebody stood for something at a time. */
export interface Signature {
  /** Id of the person. */
  readonly by: string;
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
  /** As what; not there where it was given before this was kept. */
  readonly role?: Role;
}

/** A signature with its reason, which stays on record. */
export interface Reasoned extends Signature {
  readonly reason: string;
}

/** A cell by where it stood in the unit's file, and the column it belongs to. */
export interface CellPlace {
  readonly sheet: string;
  /** The sheet's row number. */
  readonly row: number;
  readonly field: string;
}

/** A cell whose value is not to be public (依法不予公开). */
export interface MaskedCell extends CellPlace {
  readonly reason: string;
}

/** The sealed paper as somebody of the unit added it (盖章扫描件). */
export interface Scan extends Signature, ScanFile {}
/** What a reviewer wrote at a cell (批注). The unit sees it once its return is sent back. */
export interface CellComment extends CellPlace, Signature {
  readonly text: string;
}

/** A publication to be at a time (定时公开), as long as nothing is changed before. */
export interface ScheduledPublication extends Signature {
  /** Of the act that set it. */
  readonly id: string;
  /** ISO 8601: not before this (不早于). */
  readonly notBefore: string;
  /** Why it is to take the place of another one; null where none is public. */
  readonly reason: string | null;
}

/** The review of one revision. */
export interface RevisionReview {
  readonly state: ReviewState;
  /** Who brought it into its state; null before anybody did, and where it was done before this was kept. */
  readonly decided: Signature | null;
  /** Set when finance accepted it although it had been returned (特批受理). */
  readonly specially: Reasoned | null;
  /** By the department. */
  readonly forwarded: Signature | null;
  /** By finance; two where the policy asks for four eyes. */
  readonly approvals: readonly Signature[];
  /** Finding → why it does not stand against approval. */
  readonly waived: Readonly<Record<string, Reasoned>>;
  /** Mark to be signed off before publication → why the place may be public as it is. */
  readonly cleared: Readonly<Record<string, Reasoned>>;
  readonly comments: readonly CellComment[];
  readonly masks: readonly MaskedCell[];
  /** The first one first: the last one counts, those before it are kept. Private, like all that was sent. */
  readonly scans: readonly Scan[];
  /** Who set the masks last, even to none; null before anybody did. */
  readonly masked: Signature | null;
  /** 初审, 复审, 批准, in this order: of the masks and cleared marks as they stand. */
  readonly signatures: readonly Signature[];
  /** Why it was sent back, recalled, reopened or withdrawn; null where nothing was said. Internal. */
  readonly reason: string | null;
  /** Null where nothing is to be public by itself. */
  readonly scheduled: ScheduledPublication | null;
  /** Why the last schedule came to nothing, until another is set; null where there was none. */
  readonly unscheduled: Reasoned | null;
  /** Null until it was public. */
  readonly publication: RevisionPublication | null;
  /**
   * Marked places that are neither signed off nor masked, counted with every act, so that a list of many
   * tables need not read their findings. Left out where no act came since this is kept.
   */
  readonly openGates?: number;
}

/** When a revision was public. Its reasons are for everybody to read. */
export interface RevisionPublication {
  /** ISO 8601. */
  readonly at: string;
  /** Why it took the place of another one (更正); null for the first. */
  readonly reason: string | null;
  /** ISO 8601; null while it is public. */
  readonly endedAt: string | null;
  /** Why it was withdrawn; null while it is public, and where another took its place. */
  readonly endedReason: string | null;
}

/** The review of a submission: kept in its head, changed by one conditional write an act. */
export interface SubmissionReview {
  /** How many acts there were. */
  readonly version: number;
  /** Revision number → its review, once somebody did something with it. */
  readonly revisions: Readonly<Record<string, RevisionReview>>;
  /** The approved revision that the summary stays on; null while none is. */
  readonly approved: number | null;
  /** The revision that is public; null while none is. */
  readonly published: number | null;
  /** Day (`YYYY-MM-DD`) on which the department's final accounts were approved (决算批复); null: not told. */
  readonly accountsOn: string | null;
  /** Ids of all acts: one that is tried again changes nothing. */
  readonly acts: readonly string[];
  /**
   * The latest act on its way into the audit trail and to those it concerns, and where the trail ended
   * when it was decided; null once all that is done. No other act is taken up before.
   */
  readonly underWay: { readonly draft: ReviewDraft; readonly after: number } | null;
}

/** Before anybody did anything. */
export const NO_REVIEW: SubmissionReview = {
  version: 0,
  revisions: {},
  approved: null,
  published: null,
  accountsOn: null,
  acts: [],
  underWay: null,
};

/**
 * The review of one revision; a newer one waits as soon as another is approved, and `late`, which was
 * accepted after its period was closed, in any case.
 */
export const revisionReview = (
  review: SubmissionReview,
  revision: number,
  late: number | null = null,
): RevisionReview =>
  review.revisions[revision] ?? {
    state: review.approved === null && revision !== late ? 'pending' : 'waiting',
    decided: null,
    specially: null,
    forwarded: null,
    approvals: [],
    waived: {},
    cleared: {},
    comments: [],
    masks: [],
    scans: [],
    masked: null,
    signatures: [],
    reason: null,
    scheduled: null,
    unscheduled: null,
    publication: null,
  };

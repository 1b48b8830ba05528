import type { AuditDraft } from './audit-draft.ts';
import type { Period } from './period.ts';
import type { RegisterEntry } from './register/register-entry.ts';
import type { Reasoned, Signature } from './submission-review.ts';

/*
 * What the finance bureau settles besides reviews (财政办理): a period's dates, who may be late, who was
 * reminded, and the register. Kept by chain of the audit trail: a period's id, or `register`.
 */

/** A later last day for one unit (延期). */
export interface Extension extends Reasoned {
  /** `YYYY-MM-DD`; ends at 24:00 in China. */
  readonly dueOn: string;
}

/** What was settled of a unit's return, besides what it sent. */
export interface Duty {
  readonly unit: string;
  readonly extension: Extension | null;
  /** Who reminded it last (催报), and when. */
  readonly reminded: Signature | null;
}

/** Who put a list of projects into force, and how much it holds. */
export interface ListNote extends Signature {
  /** Of the import: another one has another, and none ever changes. */
  readonly id: string;
  readonly projects: number;
}

/** What is left to do for an act once it is decided. */
export type BureauEffect =
  | { readonly kind: 'extend'; readonly unit: string; readonly extension: Extension | null }
  | { readonly kind: 'remind'; readonly units: readonly string[]; readonly by: Signature }
  | { readonly kind: 'define'; readonly definition: Period }
  | { readonly kind: 'register'; readonly units: readonly RegisterEntry[] }
  | { readonly kind: 'tell' };

/** What stands of a chain: changed by one conditional write an act, as a review is. */
export interface BureauState {
  /** How many acts there were. */
  readonly version: number;
  /** Who closed the period; null while it is open. */
  readonly closed: Reasoned | null;
  /** The list of projects (项目清单) that returns are held against; null for none. */
  readonly list: ListNote | null;
  /** Ids of the last acts: one that is tried again changes nothing. */
  readonly acts: readonly string[];
  /**
   * The latest act on its way into the trail and into effect, and where the trail ended when it was
   * decided; null once all that is done.
   */
  readonly underWay: {
    readonly draft: AuditDraft;
    readonly after: number;
    readonly effect: BureauEffect;
  } | null;
}

/** Before anybody settled anything. */
export const NO_BUREAU: BureauState = {
  version: 0,
  closed: null,
  list: null,
  acts: [],
  underWay: null,
};

/** A unit of which nothing was settled. */
export const noDuty = (unit: string): Duty => ({ unit, extension: null, reminded: null });

/**
 * True for what arrived (ISO 8601) after a period was closed: it is kept as 期后报送 and changes nothing
 * before finance takes it.
 */
export const isAfterClose = ({ closed }: Pick<BureauState, 'closed'>, received: string): boolean =>
  closed !== null && received >= closed.at;

/** The chain of the register, which belongs to no period. */
export const REGISTER_CHAIN = 'register';

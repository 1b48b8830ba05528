import type { ScanFile } from '../scan.ts';
import type { CellPlace, Role } from '../submission-review.ts';
import type { SubmissionKey } from '../upload.ts';

/** Who acts. */
export interface Reviewer {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /**
   * Codes of the submitters that a unit or a department answers for. Finance answers for all: of finance,
   * those whose people they are themselves.
   */
  readonly units: readonly string[];
}

/** A cell to be masked, with a reason of its own or that of all. */
export interface CellToMask extends CellPlace {
  readonly reason?: string;
}

/** What can be done with a revision. */
export type ReviewAction =
  /** 主管已审: the department passes a unit's return on to finance. */
  | { readonly kind: 'forward' }
  /** 批注 at a cell, in place of what the same person wrote there; an empty text takes it away. */
  | { readonly kind: 'comment'; readonly cell: CellPlace; readonly text: string }
  /** 退回, by the department or by finance; the comments at cells go with it. */
  | { readonly kind: 'send-back'; readonly reason: string }
  | { readonly kind: 'approve' }
  /** 豁免: a warning does not stand against approval. `finding` as in `openWarnings`. */
  | { readonly kind: 'waive'; readonly finding: string; readonly reason: string }
  /** 特批受理 of a returned upload. */
  | { readonly kind: 'accept-specially'; readonly reason: string }
  /** 撤销, by the unit, before anybody took it up. */
  | { readonly kind: 'recall'; readonly reason: string }
  /** 重新审核: what was decided is open again. */
  | { readonly kind: 'reopen'; readonly reason: string }
  /** 上传盖章扫描件: from now on this one counts. */
  | { readonly kind: 'add-scan'; readonly scan: ScanFile }
  /** Takes up 待审更正. */
  | { readonly kind: 'take' }
  /**
   * 依法不予公开: sets all cells that are not to be public, in place of those set before. `reason` is that of
   * cells which name none of their own.
   */
  | { readonly kind: 'mask'; readonly cells: readonly CellToMask[]; readonly reason: string }
  /** 签认: a place marked by a gate rule may be public as it is. `mark` as in `gates`. */
  | { readonly kind: 'clear'; readonly mark: string; readonly reason: string }
  /** 初审, 复审, 批准: whichever comes next. */
  | { readonly kind: 'sign' }
  /** 公开. A reason is wanted where another revision is public already (更正). */
  | { readonly kind: 'publish'; readonly reason?: string }
  /** 定时公开: as `publish`, but not before a time (ISO 8601), and only if nothing is changed until then. */
  | { readonly kind: 'schedule'; readonly notBefore: string; readonly reason?: string }
  /** Takes that back. */
  | { readonly kind: 'unschedule'; readonly reason: string }
  /** 决算批复: the day (`YYYY-MM-DD`) from which the days until publication count. */
  | { readonly kind: 'note-accounts'; readonly on: string }
  /** 撤回 from the public. */
  | { readonly kind: 'withdraw'; readonly reason: string };

/** One act: who does what with which revision, when. */
export interface ReviewAct {
  /** Chosen by whoever asks; the same for every try. */
  readonly id: string;
  readonly by: Reviewer;
  /** ISO 8601. */
  readonly at: string;
  readonly submission: SubmissionKey;
  readonly revision: number;
  readonly action: ReviewAction;
}

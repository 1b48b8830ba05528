/** Who did it. */
export interface AuditActor {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** What somebody did, before it has its place in the trail. */
export interface AuditDraft {
  /** The chain it belongs to: a period's id, or `register`. */
  readonly chain: string;
  /** Tells this act from every other: tried again, it is the same act. */
  readonly actionId: string;
  /** ISO 8601. */
  readonly at: string;
  readonly by: AuditActor;
  /** What was done: `approve`, `publish`. */
  readonly action: string;
  /** Of which submission: see `SubmissionKey`; null where it is about none, as a period's dates are. */
  readonly submission: { readonly period: string; readonly submitter: string } | null;
  /** Null where it is about none. */
  readonly revision: number | null;
  /** What was changed, as it was and as it is now; plain JSON. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
}

/** What somebody did with a revision. */
export interface ReviewDraft extends AuditDraft {
  readonly submission: { readonly period: string; readonly submitter: string };
  readonly revision: number;
}

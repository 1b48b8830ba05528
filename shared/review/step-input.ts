import type {
  Reasoned,
  RevisionReview,
  Signature,
  SubmissionReview,
} from '../submission-review.ts';
import type { ReviewAct, ReviewAction } from './review-act.ts';
import type { Situation } from './situation.ts';

/** What an act changes: in its own revision, in others, and in what stands for the submission. */
export interface Change {
  readonly own: Partial<RevisionReview>;
  readonly others?: Readonly<Record<string, Partial<RevisionReview>>>;
  readonly approved?: number | null;
  readonly published?: number | null;
  readonly accountsOn?: string;
}

/** All that a step goes by. */
export interface StepInput<Kind extends ReviewAction['kind'] = ReviewAction['kind']> {
  readonly act: ReviewAct & { readonly action: Extract<ReviewAction, { kind: Kind }> };
  readonly own: RevisionReview;
  readonly review: SubmissionReview;
  readonly situation: Situation;
}

/** Who acts, as what and when, as it is kept. */
export const signatureOf = ({ by, at }: ReviewAct): Signature => ({
  by: by.id,
  name: by.name,
  at,
  role: by.role,
});

/** … with the reason of the act. */
export const reasonedBy = (
  act: ReviewAct & { readonly action: { readonly reason: string } },
): Reasoned => ({
  ...signatureOf(act),
  reason: act.action.reason,
});

import * as z from 'zod';
import { ownWords } from '../../shared/own-words.ts';
import type { ReviewAction } from '../../shared/review/review-act.ts';
import { STEPS } from '../../shared/review/steps.ts';
import { REVIEW_STATES } from '../../shared/review-state.ts';
import { closedSchema, timingSchema } from './collection-schemas.ts';
import { countsSchema, standingSchema, textSchema, time, unitSchema } from './schemas.ts';

/* What the API says and takes of reviews, the board and the audit trail; as in `schemas.ts`. */

const revision = z.int().positive();
const reason = ownWords(4000);

export const cellSchema = z.object({
  sheet: z.string().max(200),
  row: z.int().positive(),
  field: z.string().max(100),
});

/** What is done with a revision; each as `shared/review/review-act.ts` says. */
const actionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('forward') }),
  z.object({ kind: z.literal('send-back'), reason }),
  z.object({ kind: z.literal('approve') }),
  z.object({ kind: z.literal('waive'), finding: z.string().max(1000), reason }),
  z.object({ kind: z.literal('accept-specially'), reason }),
  z.object({ kind: z.literal('recall'), reason }),
  z.object({ kind: z.literal('reopen'), reason }),
  z.object({ kind: z.literal('take') }),
  z.object({ kind: z.literal('comment'), cell: cellSchema, text: ownWords(4000) }),
  z.object({
    kind: z.literal('mask'),
    cells: z.array(cellSchema.extend({ reason: reason.exactOptional() })),
    reason,
  }),
  z.object({ kind: z.literal('clear'), mark: z.string().max(1000), reason }),
  z.object({ kind: z.literal('sign') }),
  z.object({ kind: z.literal('publish'), reason: reason.exactOptional() }),
  z.object({
    kind: z.literal('schedule'),
    notBefore: z.iso.datetime({ offset: true }),
    reason: reason.exactOptional(),
  }),
  z.object({ kind: z.literal('unschedule'), reason }),
  z.object({ kind: z.literal('note-accounts'), on: z.iso.date() }),
  z.object({ kind: z.literal('withdraw'), reason }),
]) satisfies z.ZodType<ReviewAction>;

/** An act: tried again with the same id, by the same person and for the same, it is taken once. */
export const actSchema = z.object({ id: z.string().min(8).max(64), action: actionSchema });
export type Act = z.input<typeof actSchema>;

export const signatureSchema = z.object({ name: z.string(), at: time });
export const reasonedSchema = signatureSchema.extend({ reason: z.string() });

const stepSchema = z.object({
  kind: z.enum(Object.keys(STEPS) as [ReviewAction['kind'], ...ReviewAction['kind'][]]),
  name: textSchema,
  /** Why it cannot be taken for now; null where it can. */
  refusal: textSchema.nullable(),
});

const revisionReviewSchema = z.object({
  revision,
  /** Counts for the report and the summary now. */
  isCurrent: z.boolean(),
  /** Null for one that was returned and is not under review. */
  state: z.enum(REVIEW_STATES).nullable(),
  stateName: textSchema.nullable(),
  /** Who brought it into its state; null before anybody did. */
  decided: signatureSchema.nullable(),
  /** Why it was sent back, recalled, reopened or withdrawn. */
  reason: z.string().nullable(),
  specially: reasonedSchema.nullable(),
  forwarded: signatureSchema.nullable(),
  approvals: z.array(signatureSchema),
  waived: z.array(reasonedSchema.extend({ finding: z.string() })),
  cleared: z.array(reasonedSchema.extend({ mark: z.string() })),
  /** What reviewers wrote at cells; the unit sees it once its return is sent back. */
  comments: z.array(
    cellSchema.extend(signatureSchema.shape).extend({ text: z.string(), isOwn: z.boolean() }),
  ),
  masks: z.array(cellSchema.extend({ reason: z.string() })),
  signatures: z.array(signatureSchema),
  /** To be public by itself, not before a time. */
  scheduled: signatureSchema.extend({ notBefore: time, reason: z.string().nullable() }).nullable(),
  /** Why the last schedule came to nothing; null where there was none, or there is another. */
  unscheduled: reasonedSchema.nullable(),
  /** Warnings that are neither explained nor waived. */
  openWarnings: z.array(z.string()),
  /** Marked places that are neither signed off nor masked. */
  openGates: z.array(z.object({ mark: z.string(), rule: z.string(), cell: cellSchema.nullable() })),
  /** What the caller may do with it. */
  steps: z.array(stepSchema),
});

/** The review of a submission. */
export const reviewSchema = z.object({
  period: z.string(),
  unit: unitSchema,
  /** The revision that counts, a table or an answer. */
  current: revision.nullable(),
  approved: revision.nullable(),
  published: revision.nullable(),
  /** The newest first: what counts, what came last, and all with which somebody did something. */
  revisions: z.array(revisionReviewSchema),
});
export type ReviewAnswer = z.infer<typeof reviewSchema>;
export type RevisionReviewAnswer = z.infer<typeof revisionReviewSchema>;

const boardLineSchema = z.object({
  unit: unitSchema,
  /** Who stands above it; null at the top. */
  department: unitSchema.nullable(),
  isOwed: z.boolean(),
  standing: standingSchema,
  /** It owes, and nothing of it counts or stands to be reviewed. */
  isOpen: z.boolean(),
  /** Until the day that counts now; null where nothing is owed any more or no day set. */
  daysLeft: z.int().nullable(),
  timing: timingSchema,
  /** Accepted after the period was closed (期后报送), for finance to take. */
  late: z.object({ id: z.string(), revision, receivedAt: time }).nullable(),
  reminded: signatureSchema.nullable(),
  /** What was done last, by whomever. */
  lastAction: z.object({ name: textSchema, at: time, by: z.string().nullable() }).nullable(),
  /** The newest upload that was checked, whatever became of it. */
  latest: z
    .object({
      id: z.string(),
      revision,
      status: z.string(),
      statusName: textSchema,
      receivedAt: time,
    })
    .nullable(),
  /** The table that counts. */
  current: z
    .object({
      id: z.string(),
      revision,
      receivedAt: time,
      rows: z.int().nonnegative(),
      counts: countsSchema,
    })
    .nullable(),
  /** What was said in place of a table. */
  answer: z.object({ kindName: textSchema, at: time }).nullable(),
  /** Of the table that counts. */
  review: z
    .object({
      state: z.enum(REVIEW_STATES),
      stateName: textSchema,
      decided: signatureSchema.nullable(),
    })
    .nullable(),
  approved: revision.nullable(),
  published: revision.nullable(),
});
export type BoardLine = z.infer<typeof boardLineSchema>;

const count = z.int().nonnegative();

/** How far every unit is. */
export const boardSchema = z.object({
  period: z.string(),
  opensOn: z.iso.date().nullable(),
  dueOn: z.iso.date().nullable(),
  /** Working days of grace after it. */
  graceDays: z.int().nonnegative(),
  closed: closedSchema,
  /** Of those who owe. */
  counts: z.object({
    owed: count,
    open: count,
    /** Of the open ones, those after the due day. */
    overdue: count,
    /** Accepted or answered, but late. */
    late: count,
    answered: count,
    /** With a table for department or finance to look at. */
    toReview: count,
    approved: count,
  }),
  /** Whoever is still to send first, the most overdue before all; then by code. */
  units: z.array(boardLineSchema),
});
export type Board = z.infer<typeof boardSchema>;

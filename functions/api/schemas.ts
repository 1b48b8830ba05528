import * as z from 'zod';
import { closedSchema, timingSchema } from './collection-schemas.ts';

/*
 * What the API says and takes, as JSON. Pages import the types alone; OpenAPI is written from the same
 * schemas. Times are ISO 8601 in UTC, unit codes those of the register, periods years of four digits.
 */

/** Of anything, from 0. */
export const count = z.int().nonnegative();
/** ISO 8601, in UTC. */
export const time = z.iso.datetime();
/** A text in both languages. */
export const textSchema = z.object({ zh: z.string(), en: z.string() });
/** A unit by its code in the register, and its name. */
export const unitSchema = z.object({ code: z.string(), name: z.string() });

/** A fiscal year that is reported on. */
const periodSchema = z.object({
  id: z.string(),
  forms: z.array(z.string()),
  budgetBasis: z.enum(['年初', '调整后', '未注明']),
  /** First day to send on, in China; null where none is set. */
  opensOn: z.iso.date().nullable(),
  /** Last day to send on, which ends at 24:00 in China; null where none is set. */
  dueOn: z.iso.date().nullable(),
});
export const periodsSchema = z.object({ periods: z.array(periodSchema) });
export type PeriodList = z.infer<typeof periodsSchema>;

/** An official table. */
const formSchema = z.object({
  id: z.string(),
  version: z.string(),
  titlePattern: z.string(),
  columns: z.array(
    z.object({
      field: z.string(),
      title: textSchema,
      type: z.enum(['serial', 'text', 'money', 'rate', 'extension']),
    }),
  ),
});
export const formsSchema = z.object({ forms: z.array(formSchema) });
export type FormList = z.infer<typeof formsSchema>;

/** Who sent a file; of a file put into the bucket only that is known. */
export const senderSchema = z.object({
  via: z.enum(['api', 'link', 'bucket']),
  sub: z.string().nullable(),
  /** Of a person, or “经存储桶”. */
  name: z.string(),
});
export type Sender = z.infer<typeof senderSchema>;

export const statusSchema = z.enum(['received', 'accepted', 'returned', 'failed', 'purged']);

/** Findings by severity. */
export const countsSchema = z.object({ errors: count, warnings: count, hints: count });

export const reportStateSchema = z.enum(['none', 'pending', 'ready', 'stuck']);

/** An upload in a list. */
const uploadLineSchema = z.object({
  id: z.string(),
  /** Null while it has none yet. */
  revision: z.int().positive().nullable(),
  fileName: z.string(),
  size: count,
  status: statusSchema,
  statusName: textSchema,
  receivedAt: time,
  sender: senderSchema,
  /** Hex; null while it is not known yet. */
  sha256: z.string().nullable(),
  form: z.string().nullable(),
  rows: count,
  counts: countsSchema,
  /** Id of the earlier upload that held the same bytes. */
  duplicateOf: z.string().nullable(),
  superseded: z.boolean(),
  /** It came after the period was closed (期后报送): kept, and for finance to take. */
  afterClose: z.boolean(),
  /** Counts for the report and the summary now. */
  isCurrent: z.boolean(),
  /** When it was recalled by its unit; null if it was not. */
  recalledAt: time.nullable(),
});
export type UploadLine = z.infer<typeof uploadLineSchema>;

/** One step of an upload's way. `at` is null while it is not done, and where nobody noted it. */
const stepSchema = z.object({
  step: z.enum(['received', 'checked', 'stored', 'printed']),
  title: textSchema,
  state: z.enum(['done', 'waiting', 'skipped', 'failed']),
  at: time.nullable(),
});
export type Step = z.infer<typeof stepSchema>;

/** Names of what is made of an upload. */
export const outputNameSchema = z.enum([
  'findings',
  'feedback',
  'corrected',
  'report',
  'stamped',
  'records',
]);
export type OutputName = z.infer<typeof outputNameSchema>;

/** An upload with how far it is. */
export const uploadSchema = uploadLineSchema.extend({
  period: z.string(),
  unit: unitSchema,
  steps: z.array(stepSchema),
  /** True when nothing more is to come: the status is final and the report printed, not wanted or stuck. */
  isSettled: z.boolean(),
  report: reportStateSchema,
  /** Of the submission that it belongs to. */
  timing: timingSchema,
  /** Path of each output that is there. */
  outputs: z.partialRecord(outputNameSchema, z.string()),
});
export type UploadStatusAnswer = z.infer<typeof uploadSchema>;

/** What a unit said in place of a table. */
export const answerSchema = z.object({
  id: z.string(),
  kind: z.enum(['nil', 'not-public']),
  kindName: textSchema,
  revision: z.int().positive(),
  reason: z.string(),
  at: time,
  sender: z.object({ sub: z.string(), name: z.string() }),
  /** Counts now. */
  isCurrent: z.boolean(),
  recalledAt: time.nullable(),
});
export type AnswerLine = z.infer<typeof answerSchema>;

/**
 * How a submitter stands. `answered`: it said that there are no projects, or none for the public.
 * `sent-back`: in its review, so that another one is wanted. `after-close`: only what came after the period
 * was closed, for finance to take.
 */
export const standingSchema = z.enum([
  'missing',
  'returned',
  'failed',
  'accepted',
  'sent-back',
  'answered',
  'after-close',
  'recalled',
]);
export type Standing = z.infer<typeof standingSchema>;

/** What was taken back. */
export const recalledSchema = z.object({ revision: z.int().positive(), recalledAt: time });
export type Recalled = z.infer<typeof recalledSchema>;

/** What a unit owes for a period, and how far it is. */
const obligationSchema = z.object({
  period: z.string(),
  forms: z.array(z.string()),
  /** The same forms as the unit knows them: its table's title and mark (附件2). */
  tables: z.array(
    z.object({ form: z.string(), title: z.string(), attachment: z.string().nullable() }),
  ),
  /** The upload that counts for the year before: there to look at, and to fill a template from. */
  lastYear: z.string().nullable(),
  opensOn: z.iso.date().nullable(),
  dueOn: z.iso.date().nullable(),
  /** Until the due day in China, 0 on it, below 0 after; null where no day is set. */
  daysLeft: z.int().nullable(),
  unit: unitSchema,
  /** False for a unit that the period, or else the register, asks for no return of its own. */
  isOwed: z.boolean(),
  standing: standingSchema,
  timing: timingSchema,
  /** Who closed the period: what is sent then is kept for finance to take. */
  closed: closedSchema,
  /** When finance reminded the unit last; null where it is not asked to send. */
  remindedAt: time.nullable(),
  /** To be named when sending: see `basedOn` there. */
  basedOn: z.string(),
  /** The newest upload whatever became of it. */
  latest: uploadLineSchema.nullable(),
  /** The table that counts. */
  current: uploadLineSchema.nullable(),
  /** The answer that counts in its place. */
  answer: answerSchema.nullable(),
});
export const obligationsSchema = z.object({ obligations: z.array(obligationSchema) });
export type Obligation = z.infer<typeof obligationSchema>;

/** Every upload of a submission, the newest first. */
export const revisionsSchema = z.object({
  period: z.string(),
  unit: unitSchema,
  basedOn: z.string(),
  revisions: z.array(uploadLineSchema),
  /** What was said in place of a table, the newest first; their numbers are among those of the revisions. */
  answers: z.array(answerSchema),
});
export type RevisionList = z.infer<typeof revisionsSchema>;

const projectName = z.object({ number: z.int().positive(), name: z.string(), unit: z.string() });

/** What changed from one accepted revision to another. */
export const differenceSchema = z.object({
  before: z.int().positive(),
  after: z.int().positive(),
  added: z.array(projectName),
  dropped: z.array(projectName),
  changed: z.array(
    projectName.extend({
      cells: z.array(
        z.object({ field: z.string(), title: textSchema, before: z.string(), after: z.string() }),
      ),
    }),
  ),
  /** Projects that stayed as they were. */
  unchanged: count,
});
export type Difference = z.infer<typeof differenceSchema>;

/** Where an output can be had for a short time, without a token. */
export const downloadSchema = z.object({ url: z.string(), expiresAt: time });
export type Download = z.infer<typeof downloadSchema>;

/** RFC 9457. `title` and `detail` are Chinese, then English. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** Title and detail apart by language. */
  message: z.object({ zh: z.string(), en: z.string() }),
  /** With `already-sent` and `somebody-sent`: what was sent last, and by whom. */
  last: z
    .object({ basedOn: z.string(), sender: z.string().nullable(), at: time.nullable() })
    .exactOptional(),
  /** With `act-refused`: which refusal of the review it is. */
  refusal: z.string().exactOptional(),
});
export type ProblemDocument = z.infer<typeof problemSchema>;

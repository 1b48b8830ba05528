import * as z from 'zod';
import { cleanText } from '../../shared/cells/clean-text.ts';

/*
 * What the API says and takes, as JSON. Pages import the types alone; OpenAPI is written from the same
 * schemas. Times are ISO 8601 in UTC, unit codes those of the register, periods years of four digits.
 */

const count = z.int().nonnegative();
const time = z.iso.datetime();
/** A text in both languages. */
export const textSchema = z.object({ zh: z.string(), en: z.string() });
/** A unit by its code in the register, and its name. */
export const unitSchema = z.object({ code: z.string(), name: z.string() });

/** What somebody may do: units send, departments also see what is below them, the others see all. */
const groupSchema = z.enum(['unit', 'department', 'finance', 'auditor']);

/** Who asks. */
export const meSchema = z.object({
  sub: z.string(),
  name: z.string(),
  groups: z.array(groupSchema),
  /** The units that the caller acts for. */
  units: z.array(unitSchema),
  /** True until the password that an administrator gave is changed: nothing else is answered before. */
  mustChangePassword: z.boolean(),
  expiresAt: time,
  /** Whether accounts are the installation's own, or an identity provider's. */
  signIn: z.enum(['own', 'provider']),
});
export type Me = z.infer<typeof meSchema>;

/** Signing in with an account of the installation. */
export const signInSchema = z.object({
  account: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
});

/** A token, sent back as `Authorization: Bearer …`. */
export const sessionSchema = z.object({
  token: z.string(),
  expiresAt: time,
  /** Until then it can be renewed without the password. */
  renewableUntil: time,
  mustChangePassword: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

/** A change of the caller's own password. */
export const passwordChangeSchema = z.object({
  current: z.string().min(1).max(256),
  next: z.string().min(1).max(256),
});

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
const senderSchema = z.object({
  via: z.enum(['api', 'link', 'bucket']),
  sub: z.string().nullable(),
  /** Of a person, or “经存储桶”. */
  name: z.string(),
});
export type Sender = z.infer<typeof senderSchema>;

const statusSchema = z.enum(['received', 'accepted', 'returned', 'failed', 'purged']);

/** Findings by severity. */
export const countsSchema = z.object({ errors: count, warnings: count, hints: count });

const reportStateSchema = z.enum(['none', 'pending', 'ready', 'stuck']);

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

/** What somebody says in words of their own: whatever does not print could make it read as something else. */
const ownWords = z.string().overwrite(cleanText).trim().max(500);

/** Saying that there is nothing to report for the year. */
export const nilReturnSchema = z.object({
  /** The newest upload or answer that the author had seen; `none` where there was none. */
  basedOn: z.string().max(64),
  reason: ownWords.default(''),
});

/** Saying that the table must not be public, and why. */
export const notPublicSchema = z.object({
  basedOn: z.string().max(64),
  reason: ownWords.min(2),
});

/**
 * How a submitter stands. `answered`: it said that there are no projects, or none for the public.
 * `sent-back`: in its review, so that another one is wanted.
 */
export const standingSchema = z.enum([
  'missing',
  'returned',
  'failed',
  'accepted',
  'sent-back',
  'answered',
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
  opensOn: z.iso.date().nullable(),
  dueOn: z.iso.date().nullable(),
  unit: unitSchema,
  /** False for a unit that the period, or else the register, asks for no return of its own. */
  isOwed: z.boolean(),
  standing: standingSchema,
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

/** What was taken in. */
export const sentSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  size: count,
  sha256: z.string().nullable(),
  /** To be named when sending the next one. */
  basedOn: z.string(),
  /** Path of its status. */
  status: z.string(),
  /** Path of its receipt. */
  receipt: z.string(),
  /** True when an earlier request with the same idempotency key had sent it already. */
  repeated: z.boolean(),
});
export type Sent = z.infer<typeof sentSchema>;

/** Asking for an address to send a larger file to. */
export const linkRequestSchema = z.object({
  fileName: z.string().min(1).max(200),
  /** Bytes. */
  size: z.int().positive(),
  /** “文件不含国家秘密、工作秘密” */
  confirmed: z.literal(true),
  basedOn: z.string().max(64).exactOptional(),
});

/** A form to be posted to the bucket: every field as it is, the file last and named `file`. */
export const linkSchema = z.object({
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  key: z.string(),
  /** Bytes. */
  mostBytes: count,
  expiresAt: time,
});
export type Link = z.infer<typeof linkSchema>;

/** Telling of a file that was posted to such an address. */
export const postedSchema = z.object({
  fileName: z.string().min(1).max(200),
  /** `x-amz-version-id` of the bucket's answer. */
  versionId: z.string().min(1).max(1024),
});

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

/** Proof of what was sent. */
export const receiptSchema = z.object({
  id: z.string(),
  period: z.string(),
  unit: unitSchema,
  fileName: z.string(),
  size: count,
  sha256: z.string().nullable(),
  receivedAt: time,
  revision: z.int().positive().nullable(),
  sender: senderSchema,
  /** When the sender confirmed “文件不含国家秘密、工作秘密”; null for a file put into the bucket. */
  confirmedAt: time.nullable(),
  status: statusSchema,
  statusName: textSchema,
  counts: countsSchema,
  duplicateOf: z.string().nullable(),
  report: z.object({ state: reportStateSchema, sha256: z.string().nullable() }),
  /** Where this receipt can be looked up again, by whoever may see the submitter. */
  verificationAddress: z.string(),
});
export type Receipt = z.infer<typeof receiptSchema>;

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

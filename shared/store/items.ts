import * as z from 'zod';
import type { Period } from '../period.ts';
import { periodSchema } from '../period-schema.ts';
import type { ProjectRecord } from '../records/record.ts';
import { projectRecordSchema } from '../records/record-schema.ts';
import type { RegisterEntry } from '../register/register-entry.ts';
import type {
  Comparison,
  GivenAnswer,
  Head,
  Revision,
  RevisionNote,
  SummaryState,
} from '../submission.ts';
import { BANDS } from '../submission-figures.ts';
import type { Unit } from '../unit.ts';
import type { Upload } from '../upload.ts';
import { submissionReview } from './review-items.ts';

/*
 * The items of the table, a schema a kind. What is read is parsed: an item of another shape is our
 * own fault and throws. Keys are left out here; `keys.ts` makes them.
 */

const count = z.int().nonnegative();
const fen = z.int();

const submissionKey = z.object({ period: z.string(), submitter: z.string() });

const findingCounts = z.object({ errors: count, warnings: count, hints: count });

const uploadOutputs = z.object({
  findings: z.string().exactOptional(),
  feedback: z.string().exactOptional(),
  corrected: z.string().exactOptional(),
  records: z.string().exactOptional(),
});

const uploadOutcome = z.object({
  status: z.enum(['accepted', 'returned', 'failed', 'purged']),
  form: z.string().nullable(),
  rows: count,
  counts: findingCounts,
  sha256: z.string().nullable(),
  fingerprint: z.string().nullable(),
  judge: z.string().exactOptional(),
  outputs: uploadOutputs,
  duplicateOf: z.string().nullable(),
  superseded: z.boolean(),
  afterClose: z.literal(true).exactOptional(),
});

const contact = z.object({
  role: z.string(),
  text: z.string(),
  at: z.object({ sheet: z.string(), cell: z.string(), row: count, column: z.string() }),
});

const uploadItem = z.object({
  bucket: z.string(),
  key: z.string(),
  versionId: z.string(),
  eventTime: z.string(),
  size: count,
  id: z.string(),
  submission: submissionKey.nullable(),
  revision: count.nullable(),
  status: z.enum(['received', 'accepted', 'returned', 'failed', 'purged']),
  contacts: z.array(contact).default([]),
  outcome: uploadOutcome.nullable(),
  purge: z
    .object({ at: z.string(), by: z.string(), reason: z.string(), keyHash: z.string() })
    .exactOptional(),
});

/** Reads an UPLOAD item. */
export const parseUpload = (item: unknown): Upload => uploadItem.parse(item);

const acceptedTable = z.object({
  form: z.string(),
  submitterName: z.string(),
  title: z.string().exactOptional(),
  attachment: z.string().nullable(),
  rows: count,
});

const comparison = z.object({
  before: count.nullable(),
  lastYear: count.nullable(),
  list: z.string().exactOptional(),
  basis: z.string().default(''),
});

/** Reads from a REVISION item which revisions it is compared with. */
export const parseComparison = (item: unknown): Comparison =>
  z.object({ comparedWith: comparison }).parse(item).comparedWith;

/** The same of an item that may not be compared with anything yet. */
export const parseComparisonIfAny = (item: unknown): Comparison | null =>
  z.object({ comparedWith: comparison.nullable().default(null) }).parse(item).comparedWith;

const rowItem = z.object({ record: projectRecordSchema });

/** Reads a ROW item. */
export const parseRow = (item: unknown): ProjectRecord => rowItem.parse(item).record;

const funds = z.object({
  total: fen,
  general: fen.nullable(),
  fund: fen.nullable(),
  nonFiscal: fen.nullable(),
});

const totals = z.object({ projects: count, budget: funds, actual: funds });

const unitTotals = z.object({ code: z.string().nullable(), name: z.string(), totals });

const share = z.object({ projects: count, budget: fen, actual: fen });

const submissionFigures = z.object({
  totals,
  bands: z.record(z.enum(BANDS), share),
  problems: count,
  rectified: count,
  told: count,
  unspent: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      budget: fen,
      actual: fen,
      at: z.object({ sheet: z.string(), row: count }),
    }),
  ),
});

const latestUpload = z.object({
  uploadId: z.string(),
  order: z.string(),
  revision: count,
  status: z.enum(['accepted', 'returned', 'failed']),
  duplicateOf: z.string().nullable(),
  outputs: uploadOutputs.default({}),
});

const recall = z.object({ by: z.string(), at: z.string() });

const currentRevision = z.object({
  uploadId: z.string(),
  order: z.string(),
  revision: count,
  table: acceptedTable,
  units: z.array(unitTotals),
  figures: submissionFigures.nullable().default(null),
  counts: findingCounts,
  countsByRule: z.record(z.string(), count),
  fileName: z.string(),
  key: z.string().default(''),
  versionId: z.string().default(''),
  outputs: uploadOutputs.default({}),
  receivedAt: z.string(),
  sha256: z.string(),
  fingerprint: z.string(),
  recalled: recall.nullable().default(null),
});

const verdict = z.object({
  outcome: uploadOutcome,
  accepted: currentRevision.nullable(),
  arguable: currentRevision.exactOptional(),
});

const revisionItem = submissionKey.extend({
  revision: count,
  uploadId: z.string(),
  verdict: verdict.nullable().default(null),
  reportState: z.enum(['none', 'pending', 'ready', 'stuck']).default('none'),
  reportFile: z.string().nullable().default(null),
  reportSha256: z.string().nullable().default(null),
  reportAsked: count.default(0),
});

/** Reads a REVISION item. */
export function parseRevision(item: unknown): Revision {
  const { reportState, reportFile, reportSha256, reportAsked, ...revision } =
    revisionItem.parse(item);
  const report = { file: reportFile, sha256: reportSha256, asked: reportAsked };
  return { ...revision, report: { state: reportState, ...report } };
}

const answer = z.object({
  id: z.string(),
  kind: z.enum(['nil', 'not-public']),
  revision: count,
  order: z.string(),
  reason: z.string(),
  sub: z.string(),
  by: z.string(),
  at: z.string(),
  recalled: recall.nullable(),
});

const noteItem = z.object({
  revision: count,
  answer: answer.nullable().default(null),
  recalled: recall.nullable().default(null),
});

/** Reads from a REVISION item what people did with it. */
export const parseRevisionNote = (item: unknown): RevisionNote => noteItem.parse(item);

/** Reads a REVISION item that is an answer. */
export function parseGivenAnswer(item: unknown): GivenAnswer {
  const { period, submitter, answer: given } = submissionKey.extend({ answer }).parse(item);
  return { submission: { period, submitter }, answer: given };
}

const headItem = submissionKey.extend({
  latest: latestUpload.nullable().default(null),
  current: currentRevision.nullable().default(null),
  answer: answer.exactOptional(),
  late: currentRevision.exactOptional(),
  firstReceived: z.string().exactOptional(),
  firstAccepted: z.string().exactOptional(),
  review: submissionReview.exactOptional(),
});

/** Reads a HEAD item. */
export function parseHead(item: unknown): Head {
  const { firstReceived, firstAccepted, ...head } = headItem.parse(item);
  if (firstReceived === undefined && firstAccepted === undefined) return head;
  return { ...head, first: { received: firstReceived ?? null, accepted: firstAccepted ?? null } };
}

const periodItem = z.object({
  definition: periodSchema,
  generation: count,
  summary: count,
  summaryFile: count,
  begunAt: z.string().nullable().default(null),
  took: count.default(0),
  wakesAt: z.string().nullable().default(null),
  keptGeneration: count.default(0),
  keptHour: z.string().nullable().default(null),
});

/** Reads the definition from a PERIOD item. */
export const parsePeriod = (item: unknown): Period => periodItem.parse(item).definition;

/** Reads the counters of a PERIOD item. */
export function parseSummaryState(item: unknown): SummaryState {
  const { definition, generation, summary, summaryFile, ...pace } = periodItem.parse(item);
  return { period: definition.id, generation, summary, summaryFile, pace };
}

const unitItem = z.object({
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  parent: z.string().nullable(),
  retired: z.literal(true).exactOptional(),
});

/** Reads a UNIT item. */
export const parseUnit = (item: unknown): Unit => unitItem.parse(item);

const entryItem = unitItem.extend({
  contact: z.string().exactOptional(),
  phone: z.string().exactOptional(),
  formerNames: z.array(z.string()).exactOptional(),
  ended: z.object({ on: z.string(), into: z.string().nullable() }).exactOptional(),
});

/** Reads a UNIT item with what only finance keeps of it. */
export const parseRegisterEntry = (item: unknown): RegisterEntry => entryItem.parse(item);

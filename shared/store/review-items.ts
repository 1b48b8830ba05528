import * as z from 'zod';
import { type AuditEntry, auditEntrySchema, reviewDraftSchema } from '../audit/audit-entry.ts';
import type { Publication } from '../publication.ts';
import { REVIEW_STATES } from '../review-state.ts';
import { SCAN_TYPES } from '../scan.ts';

/*
 * What review and publication keep in the table; as in `items.ts`.
 */

const count = z.int().nonnegative();

const signature = z.object({
  by: z.string(),
  name: z.string(),
  at: z.string(),
  role: z.enum(['unit', 'department', 'finance', 'auditor']).exactOptional(),
});

const cellPlace = z.object({ sheet: z.string(), row: count, field: z.string() });

const reasoned = signature.extend({ reason: z.string() });

const scan = signature.extend({ type: z.enum(SCAN_TYPES), bytes: count, sha256: z.string() });

const revisionReview = z.object({
  state: z.enum(REVIEW_STATES),
  decided: signature.nullable().default(null),
  specially: reasoned.nullable(),
  forwarded: signature.nullable(),
  approvals: z.array(signature),
  waived: z.record(z.string(), reasoned),
  cleared: z.record(z.string(), reasoned),
  // Kept since people can do these; there is nothing of them in older items.
  comments: z.array(cellPlace.extend(signature.shape).extend({ text: z.string() })).default([]),
  masks: z.array(cellPlace.extend({ reason: z.string() })),
  masked: signature.nullable().default(null),
  scans: z.array(scan).default([]),
  signatures: z.array(signature),
  reason: z.string().nullable(),
  scheduled: signature
    .extend({ id: z.string(), notBefore: z.string(), reason: z.string().nullable() })
    .nullable()
    .default(null),
  publication: z
    .object({
      at: z.string(),
      reason: z.string().nullable(),
      endedAt: z.string().nullable(),
      endedReason: z.string().nullable(),
    })
    .nullable(),
  unscheduled: reasoned.nullable().default(null),
  openGates: count.exactOptional(),
});

/** The review of a submission, which its HEAD holds. */
export const submissionReview = z.object({
  version: count,
  revisions: z.record(z.string(), revisionReview),
  approved: count.nullable(),
  published: count.nullable(),
  accountsOn: z.string().nullable().default(null),
  acts: z.array(z.string()),
  underWay: z.object({ draft: reviewDraftSchema, after: count }).nullable(),
});

const auditItem = z.object({ entry: auditEntrySchema });

/** Reads an AUDIT item. */
export const parseAuditEntry = (item: unknown): AuditEntry => auditItem.parse(item).entry;

const publication = z.object({
  period: z.string(),
  submitter: z.string(),
  revision: count,
  status: z.enum(['current', 'replaced', 'withdrawn']),
  edition: count,
  name: z.string(),
  department: z.object({ code: z.string(), name: z.string() }).nullable().default(null),
  title: z.string(),
  projects: count,
  publishedAt: z.string(),
  reason: z.string().nullable(),
  endedAt: z.string().nullable(),
  endedReason: z.string().nullable(),
  files: z.array(
    z.object({
      kind: z.enum(['pdf', 'xlsx', 'csv', 'json', 'zip']),
      key: z.string(),
      sha256: z.string(),
      bytes: count,
    }),
  ),
  code: z.string().nullable().exactOptional(),
});

const publicationItem = z.object({ publication });

/** Reads a PUBLICATION item. */
export const parsePublication = (item: unknown): Publication =>
  publicationItem.parse(item).publication;

const fileItem = z.object({ file: z.string() });

/** Reads a FILE item: a key of the public bucket. */
export const parsePublicFile = (item: unknown): string => fileItem.parse(item).file;

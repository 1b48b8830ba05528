import * as z from 'zod';
import {
  count,
  countsSchema,
  reportStateSchema,
  senderSchema,
  statusSchema,
  textSchema,
  time,
  unitSchema,
} from './schemas.ts';

/*
 * Receipts and how they are verified; as in `schemas.ts`.
 */

/**
 * How what a receipt speaks of stands now. `current`: it counts; `replaced`: a later one does; `recalled`
 * by its unit, `sent-back` in its review; else its status.
 */
export const receiptStandingSchema = z.enum([
  'received',
  'current',
  'replaced',
  'recalled',
  'sent-back',
  'returned',
  'failed',
  'purged',
]);
export type ReceiptStanding = z.infer<typeof receiptStandingSchema>;

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
  standing: receiptStandingSchema,
  standingName: textSchema,
  /** When it was taken back by its unit; null if it was not. */
  recalledAt: time.nullable(),
  counts: countsSchema,
  duplicateOf: z.string().nullable(),
  report: z.object({ state: reportStateSchema, sha256: z.string().nullable() }),
  /** Where whoever holds the receipt can verify it, without signing in. */
  verificationAddress: z.string(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** What anybody who holds a receipt is told: what it says itself, and how that stands now. */
export const verifiedReceiptSchema = receiptSchema
  .pick({
    id: true,
    period: true,
    unit: true,
    fileName: true,
    size: true,
    sha256: true,
    receivedAt: true,
    revision: true,
    standing: true,
    standingName: true,
    recalledAt: true,
  })
  .extend({
    /** The sender's name. */
    sender: z.string(),
    reportSha256: z.string().nullable(),
  });
export type VerifiedReceipt = z.infer<typeof verifiedReceiptSchema>;

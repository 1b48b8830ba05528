import * as z from 'zod';
import { SCAN_TYPES } from '../../shared/scan.ts';
import { count, textSchema, time } from './schemas.ts';

/*
 * What the API says and takes of scans of the sealed paper; as in `schemas.ts`.
 */

const scanSchema = z.object({
  /** From 1, in the order in which they were added. */
  number: z.int().positive(),
  type: z.enum(SCAN_TYPES),
  bytes: count,
  sha256: z.string(),
  /** Who added it. */
  name: z.string(),
  at: time,
});

/** The scans of a revision, and whether the caller may add one. */
export const scansSchema = z.object({
  revision: z.int().positive(),
  /** Whether the period takes scans, and needs one for approval. */
  policy: z.enum(['off', 'optional', 'required']),
  /** The newest first: it counts, those before it are kept. */
  scans: z.array(scanSchema),
  /** Null where it is not for the caller to add one, or this revision takes none. */
  add: z
    .object({
      /** Why not for now; null where one can be added. */
      refusal: textSchema.nullable(),
    })
    .nullable(),
});
export type ScanList = z.infer<typeof scansSchema>;

/** Asking for an address to send a larger scan to. */
export const scanLinkRequestSchema = z.object({
  /** Bytes. */
  size: z.int().positive(),
  confirmed: z.literal(true),
});

/** A form to be posted to the bucket: every field as it is, the file last and named `file`. */
export const scanLinkSchema = z.object({
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  /** To be told of once it is posted. */
  ticket: z.string(),
  mostBytes: count,
  expiresAt: time,
});
export type ScanLink = z.infer<typeof scanLinkSchema>;

/** Telling of a scan that was posted to such an address. */
export const scanPostedSchema = z.object({ ticket: z.string().regex(/^[0-9a-f]{32}$/) });

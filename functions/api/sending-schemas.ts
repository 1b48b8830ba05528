import * as z from 'zod';
import { ownWords } from '../../shared/own-words.ts';
import { count, time } from './schemas.ts';

/*
 * What is sent, and what is answered to it; as in `schemas.ts`.
 */

const reason = ownWords(500);

/** Saying that there is nothing to report for the year. */
export const nilReturnSchema = z.object({
  /** The newest upload or answer that the author had seen; `none` where there was none. */
  basedOn: z.string().max(64),
  reason: reason.default(''),
});

/** Saying that the table must not be public, and why. */
export const notPublicSchema = z.object({
  basedOn: z.string().max(64),
  reason: reason.min(2),
});

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

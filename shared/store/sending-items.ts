import * as z from 'zod';
import type { KeyedRequest, SentUpload, Turn } from './sendings.ts';

/* The items of files on their way, as `items.ts` has the others. */

const sentItem = z.object({
  uploadId: z.string(),
  submission: z.object({ period: z.string(), submitter: z.string() }),
  bucket: z.string(),
  key: z.string(),
  versionId: z.string(),
  size: z.int().nonnegative(),
  sha256: z.string().nullable(),
  sub: z.string(),
  name: z.string(),
  via: z.enum(['api', 'link']),
  confirmedAt: z.string(),
  sentAt: z.string(),
});

/** Reads a SENT item. */
export const parseSent = (item: unknown): SentUpload => sentItem.parse(item);

const turnItem = z.object({
  number: z.int().nonnegative().default(0),
  taken: z.object({ name: z.string(), at: z.string() }).nullable().default(null),
  last: z
    .object({ uploadId: z.string(), name: z.string(), at: z.string() })
    .nullable()
    .default(null),
});

/** Reads a TURN item. */
export const parseTurn = (item: unknown): Turn => turnItem.parse(item);

const requestItem = z.object({
  sub: z.string(),
  key: z.string(),
  digest: z.string(),
  uploadId: z.string(),
  at: z.string(),
});

/** Reads a REQUEST item. */
export const parseRequest = (item: unknown): KeyedRequest => requestItem.parse(item);

/** Reads the code from a RECEIPT item. */
export const parseReceiptCode = (item: unknown): string =>
  z.object({ code: z.string() }).parse(item).code;

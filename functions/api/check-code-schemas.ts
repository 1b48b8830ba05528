import * as z from 'zod';
import { receiptStandingSchema } from './receipt-schemas.ts';
import { textSchema, time, unitSchema } from './schemas.ts';

/* What the API says of a check code; as in `schemas.ts`. */

/** The revision of a unit whose stamped copy has a check code. */
export const checkCodeSchema = z.object({
  period: z.string(),
  unit: unitSchema,
  /** As it is printed. */
  code: z.string(),
  /** Null where no revision that was asked about has this code. */
  found: z
    .object({
      revision: z.int().positive(),
      uploadId: z.string(),
      /** Of the table. */
      title: z.string(),
      receivedAt: time,
      standing: receiptStandingSchema,
      standingName: textSchema,
      /** What is or was public of it; null where it never was. */
      publication: z
        .object({
          status: z.enum(['current', 'replaced', 'withdrawn']),
          publishedAt: time,
          address: z.string().nullable(),
        })
        .nullable(),
    })
    .nullable(),
});
export type CheckCodeAnswer = z.infer<typeof checkCodeSchema>;

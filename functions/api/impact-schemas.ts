import * as z from 'zod';
import { policySchema, thresholdsSchema } from '../../shared/policy-schema.ts';
import { isUnitCode } from '../../shared/unit.ts';

/* What the API takes and says of a policy that is tried on what was filed; as in `schemas.ts`. */

/** A policy and thresholds in place of the period's, as they would be set; and where to go on. */
export const impactRequestSchema = z.object({
  policy: policySchema.exactOptional(),
  thresholds: thresholdsSchema.exactOptional(),
  /** `next` of the page before; null for the first. */
  after: z.string().refine(isUnitCode).nullable(),
});
export type ImpactRequestBody = z.output<typeof impactRequestSchema>;

const count = z.int().nonnegative();
const tried = z.object({ now: count, tried: count });

const impactSchema = z.object({
  errors: tried,
  warnings: tried,
  /** `returned`: passes now and would not; `accepted`: the other way. */
  turn: z.enum(['returned', 'accepted', 'none']),
  /** Warnings that there would be where now is a hint or nothing. */
  newWarnings: count,
  /** The rules of which anything changes. */
  rules: z.array(
    z.object({
      rule: z.string(),
      /** Findings that there would be and are not now, and the other way. */
      appear: count,
      vanish: count,
      /** Findings that stay and would weigh more, or less. */
      heavier: count,
      lighter: count,
    }),
  ),
});

const tableImpactSchema = z.object({
  unit: z.object({ code: z.string(), name: z.string() }),
  /** Null where nothing is tried. */
  upload: z.object({ id: z.string(), revision: z.int().positive() }).nullable(),
  /** How it was decided; that stays. */
  standing: z.enum(['accepted', 'approved', 'after-close', 'returned']).nullable(),
  /** Why nothing is tried; null where it is. */
  untried: z.enum(['answer', 'recalled', 'failed', 'purged', 'gone']).nullable(),
  impact: impactSchema.nullable(),
});
export type TableImpactLine = z.infer<typeof tableImpactSchema>;

/** What would become of some submissions, by submitter; of each, what counts and what is newer. */
export const impactPageSchema = z.object({
  tables: z.array(tableImpactSchema),
  /** Submissions that this page tells of. */
  submissions: count,
  /** All of the period's; on the first page alone. */
  total: count.nullable(),
  /** To be named as `after` for the page that follows; null at the end. */
  next: z.string().nullable(),
});
export type ImpactPageAnswer = z.infer<typeof impactPageSchema>;

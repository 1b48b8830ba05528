import * as z from 'zod';
import { periodSchema } from '../../shared/period-schema.ts';
import { recordSetSchema } from '../../shared/records/record-schema.ts';

/*
 * What tables are checked by before they are sent; as in `schemas.ts`.
 */

/** What anybody may check by. */
export const openBasisSchema = z.object({ periods: z.array(periodSchema) });

/** What a unit's table is checked by. */
export const basisSchema = openBasisSchema.extend({
  /** The unit and those below it; null for one that the register has not. */
  register: z
    .array(
      z.object({
        code: z.string(),
        name: z.string(),
        aliases: z.array(z.string()),
        parent: z.string().nullable(),
      }),
    )
    .nullable(),
  /** What counts now, and for the year before; null where there is nothing. */
  previous: recordSetSchema.nullable(),
  lastYear: recordSetSchema.nullable(),
});

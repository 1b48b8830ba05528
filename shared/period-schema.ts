import * as z from 'zod';
import { ownWords } from './own-words.ts';
import type { Period } from './period.ts';
import { policySchema, thresholdsSchema } from './policy-schema.ts';
import { reviewPolicySchema } from './review-policy.ts';
import { isDay } from './severity.ts';

const day = z.string().refine(isDay, 'YYYY-MM-DD');

/** A period as it comes back from outside. Whether its forms, rules and units exist is not asked. */
export const periodSchema: z.ZodType<Period> = z.strictObject({
  id: z.string(),
  forms: z.array(z.string()),
  budgetBasis: z.enum(['年初', '调整后', '未注明']),
  opensOn: day.exactOptional(),
  dueOn: day.exactOptional(),
  graceDays: z.int().min(0).max(30).exactOptional(),
  holidays: z.array(day).exactOptional(),
  makeUpDays: z.array(day).exactOptional(),
  owedBy: z.array(z.string()).exactOptional(),
  title: ownWords(120).min(1).exactOptional(),
  attachment: ownWords(120).nullable().exactOptional(),
  policy: policySchema.exactOptional(),
  thresholds: thresholdsSchema.exactOptional(),
  review: reviewPolicySchema.exactOptional(),
});

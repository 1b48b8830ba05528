import * as z from 'zod';
import type { RecordSet } from './record.ts';

const fen = z.int().nullable();
/** Places beyond these belong to no number that a spreadsheet holds; powers of ten are made of them. */
const MOST_PLACES = 400;
const rate = z.object({ scaled: z.int(), places: z.int().min(0).max(MOST_PLACES) }).nullable();

/** A project as it comes back from outside. */
export const projectRecordSchema = z.object({
  number: z.int().min(1),
  implementingUnit: z.string().nullable(),
  texts: z.record(z.string(), z.string()),
  amounts: z.record(z.string(), fen),
  rates: z.record(z.string(), rate),
  extraIndicators: z.array(
    z.object({
      field: z.string(),
      title: z.string(),
      target: z.string(),
      actual: z.string(),
    }),
  ),
  projectCode: z.string().exactOptional(),
  source: z.object({ sheet: z.string(), row: z.int() }),
});

/** True when no sum of these amounts, whichever are added, is beyond whole numbers. */
const areAddable = (records: readonly z.infer<typeof projectRecordSchema>[]): boolean =>
  records
    .flatMap(({ amounts }) => Object.values(amounts))
    .reduce<number>((sum, amount) => sum + Math.abs(amount ?? 0), 0) <= Number.MAX_SAFE_INTEGER;

/** records.json as it comes back from outside. */
export const recordSetSchema: z.ZodType<RecordSet> = z.object({
  form: z.string(),
  period: z.string(),
  submitter: z.object({ code: z.string().nullable(), name: z.string() }),
  title: z.string().exactOptional(),
  attachment: z.string().nullable(),
  records: z.array(projectRecordSchema).refine(areAddable),
});

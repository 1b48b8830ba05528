import * as z from 'zod';
import { cellSchema, reasonedSchema, signatureSchema } from './review-schemas.ts';
import { count, textSchema, time, unitSchema } from './schemas.ts';

/* What the API says of publication; as in `schemas.ts`. */

const revision = z.int().positive();
const maskedCell = cellSchema.extend({ reason: z.string() });
const day = z.iso.date().nullable();

const daysOfPublication = {
  /** Day on which the department's final accounts were approved (决算批复); null where nobody told. */
  accountsOn: day,
  /** The last day to publish: 20 days after that. */
  dueOn: day,
  /** Until then, below 0 after it; null where there is no such day, or the table is public. */
  daysLeft: z.int().nullable(),
};

const editionSchema = z.object({
  edition: revision,
  revision,
  status: z.enum(['current', 'replaced', 'withdrawn']),
  publishedAt: time,
  reason: z.string().nullable(),
  endedAt: time.nullable(),
  endedReason: z.string().nullable(),
  /** Of its PDF. */
  sha256: z.string().nullable(),
});

/** What there is to publish of a submission, and what is public of it. */
export const publicationSchema = z.object({
  period: z.string(),
  unit: unitSchema,
  /** The approved revision, or else what is public or was last; null where nothing was approved. */
  revision: revision.nullable(),
  /** Of that revision. */
  uploadId: z.string().nullable(),
  /** How many people sign. */
  signatures: z.int(),
  /** Where it is found, or will be; null where the site has no address. */
  address: z.string().nullable(),
  ...daysOfPublication,
  /** What was masked in an earlier revision and is to be confirmed for this one. */
  toConfirm: z
    .object({
      revision,
      cells: z.array(maskedCell),
      /** Of projects that are not in the table any more. */
      lost: count,
    })
    .nullable(),
  /** What is or was public, the newest first. */
  editions: z.array(editionSchema),
});
export type PublicationAnswer = z.infer<typeof publicationSchema>;

/** The table of a revision under the official header, as it is printed, with nothing masked. */
export const tableSchema = z.object({
  revision,
  title: z.string(),
  amountUnit: z.string(),
  sheet: z.string(),
  header: z.array(
    z.object({
      title: textSchema,
      row: count,
      column: count,
      rowSpan: count,
      columnSpan: count,
    }),
  ),
  headerRows: count,
  columns: z.array(
    z.object({
      field: z.string(),
      type: z.enum(['serial', 'text', 'money', 'rate', 'extension']),
      align: z.enum(['left', 'center', 'right']),
      weight: z.number(),
      title: textSchema,
    }),
  ),
  /** `row`: its number in the sheet of the unit's file; a text for each column. */
  lines: z.array(z.object({ row: count, texts: z.array(z.string()) })),
});
export type TableAnswer = z.infer<typeof tableSchema>;

/** A revision as it would be public. */
export const previewSchema = z.object({
  /** A whole page of HTML, without a script. */
  page: z.string(),
  /** What it would change of what is public now; null where it would be the first. */
  erratum: z
    .object({
      cells: z.array(
        z.object({
          project: z.string(),
          column: z.string(),
          before: z.string(),
          after: z.string(),
        }),
      ),
      added: z.array(z.string()),
      dropped: count,
    })
    .nullable(),
});
export type PreviewAnswer = z.infer<typeof previewSchema>;

const lineSchema = z.object({
  unit: unitSchema,
  department: unitSchema.nullable(),
  revision: revision.nullable(),
  stateName: textSchema,
  /** What it waits for, and for whom; null where nothing is to be done. */
  waits: z.object({ what: textSchema, who: textSchema }).nullable(),
  /** The caller may publish it now. */
  isReady: z.boolean(),
  /** It would take the place of what is public, which wants a reason. */
  isErratum: z.boolean(),
  scheduled: signatureSchema.extend({ notBefore: time }).nullable(),
  /** Why the last schedule came to nothing; null where there was none, or there is another. */
  unscheduled: reasonedSchema.nullable(),
  /** Of what is public now. */
  publishedAt: time.nullable(),
  address: z.string().nullable(),
  ...daysOfPublication,
});
export type PublicationLine = z.infer<typeof lineSchema>;

/** How far the publication of all units is. */
export const publicationsSchema = z.object({ period: z.string(), units: z.array(lineSchema) });
export type PublicationList = z.infer<typeof publicationsSchema>;

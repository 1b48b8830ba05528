import * as z from 'zod';
import { ownWords } from '../../shared/own-words.ts';
import { periodSchema } from '../../shared/period-schema.ts';
import { listedAmountsSchema, listedProjectSchema } from '../../shared/records/project-list.ts';
import { registerEntrySchema } from '../../shared/register/register-entry.ts';

/* What the API says and takes of a period's dates and of finance settling them; as in `schemas.ts`. */

const day = z.iso.date();
const time = z.iso.datetime();
const signed = z.object({ name: z.string(), at: time });

/** Whether a unit is in time. */
export const timingSchema = z.object({
  /** Its own last day, which ends at 24:00 in China; its extension included. Null where none is set. */
  dueOn: day.nullable(),
  extension: signed.extend({ dueOn: day, reason: z.string() }).nullable(),
  /** It first sent in time, and has some days more to be accepted. */
  inGrace: z.boolean(),
  /** The day that counts now: the last one of grace, or else the due day. */
  lastDay: day.nullable(),
  /** Until that day in China, 0 on it, below 0 after. */
  daysLeft: z.int().nullable(),
  /** How late it was accepted (逾期 N 天), 0 for on time; null while it is not accepted. */
  daysLate: z.int().nonnegative().nullable(),
});
export type Timing = z.infer<typeof timingSchema>;

/** Who closed a period, and why; null while it is open. */
export const closedSchema = signed.extend({ reason: z.string() }).nullable();

const reason = ownWords(4000);
const unit = z.string().max(40);

const actionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('extend'), unit, dueOn: day.nullable(), reason }),
  z.object({ kind: z.literal('close-period'), reason }),
  z.object({ kind: z.literal('reopen-period'), reason }),
  z.object({
    kind: z.literal('list-projects'),
    list: z.string().max(40).nullable(),
    projects: z.int().nonnegative(),
    reason,
  }),
  z.object({ kind: z.literal('remind'), units: z.array(unit).max(2000) }),
]);

/** An act of finance on a period: tried again with the same id, it is taken once. */
export const periodActSchema = z.object({ id: z.string().min(8).max(64), action: actionSchema });
export type PeriodAct = z.input<typeof periodActSchema>;

/** What stands of a period after an act. */
export const settledSchema = z.object({ period: z.string(), closed: closedSchema });
export type Settled = z.infer<typeof settledSchema>;

const digest = z.string().max(64);

/** A period with all that is set of it; as in a file of periods. */
export const definitionSchema = z.object({
  definition: periodSchema,
  /** To be named when it is changed. */
  basedOn: digest,
});
export type Definition = z.infer<typeof definitionSchema>;

/** Makes a period, or puts another definition in place of the one that `basedOn` names. */
export const defineSchema = z.object({
  id: z.string().min(8).max(64),
  basedOn: digest,
  definition: periodSchema,
});
export type Define = z.output<typeof defineSchema>;

/** The whole register, with contacts. */
export const registerSchema = z.object({
  /** To be named when it is changed. */
  version: z.int().nonnegative(),
  units: z.array(registerEntrySchema),
});
export type RegisterAnswer = z.infer<typeof registerSchema>;

/** Units that the register would change in one act. */
const MOST_UNITS = 300;

/** Puts units in place of those with their codes, and adds those that are new. */
export const registerActSchema = z.object({
  id: z.string().min(8).max(64),
  basedOn: z.int().nonnegative(),
  reason,
  units: z.array(registerEntrySchema).min(1).max(MOST_UNITS),
});
export type RegisterAct = z.output<typeof registerActSchema>;

/** Of an import: chosen by whoever imports, as no other is. */
const listId = z.string().regex(/^[a-z0-9-]{8,40}$/);

/** A listed project as it is imported; unit by its code, amounts in fen. */
const importedProject = z.object({
  projectCode: z.string().max(60).exactOptional(),
  unit,
  name: ownWords(200).min(1),
  amounts: listedAmountsSchema,
});

/** A part of an import of the project list. */
export const listPartSchema = z.object({
  list: listId,
  part: z.int().positive().max(999),
  projects: z.array(importedProject).min(1).max(200),
});
export type ListPart = z.output<typeof listPartSchema>;

/** What was taken in of a part. */
export const listPartTakenSchema = z.object({ part: z.int().positive(), projects: z.int() });

/** The project list of a period, as far as the caller may see it. */
export const projectListSchema = z.object({
  /** The import in force; null for none. */
  list: z.object({ id: z.string(), projects: z.int(), name: z.string(), at: time }).nullable(),
  projects: z.array(listedProjectSchema),
});
export type ProjectListAnswer = z.infer<typeof projectListSchema>;

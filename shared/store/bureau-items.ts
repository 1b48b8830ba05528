import * as z from 'zod';
import { auditDraftSchema } from '../audit/audit-entry.ts';
import type { BureauState, Duty } from '../bureau-state.ts';
import { periodSchema } from '../period-schema.ts';
import { type ListedProject, listedProjectSchema } from '../records/project-list.ts';
import { registerEntrySchema } from '../register/register-entry.ts';

/* What the finance bureau settled; as in `items.ts`. */

const signature = z.object({ by: z.string(), name: z.string(), at: z.string() });
const reasoned = signature.extend({ reason: z.string() });
const extension = reasoned.extend({ dueOn: z.string() });

const effect = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('extend'), unit: z.string(), extension: extension.nullable() }),
  z.object({ kind: z.literal('remind'), units: z.array(z.string()), by: signature }),
  z.object({ kind: z.literal('define'), definition: periodSchema }),
  z.object({ kind: z.literal('register'), units: z.array(registerEntrySchema) }),
  z.object({ kind: z.literal('tell') }),
]);

const bureauState = z.object({
  version: z.int().nonnegative(),
  closed: reasoned.nullable(),
  list: signature
    .extend({ id: z.string(), projects: z.int().nonnegative() })
    .nullable()
    .default(null),
  acts: z.array(z.string()),
  underWay: z.object({ draft: auditDraftSchema, after: z.int().nonnegative(), effect }).nullable(),
});

const bureauItem = z.object({ chain: z.string(), state: bureauState });

/** Reads a BUREAU item. */
export const parseBureau = (
  item: unknown,
): { readonly chain: string; readonly state: BureauState } => bureauItem.parse(item);

const dutyItem = z.object({
  unit: z.string(),
  extension: extension.nullable().default(null),
  reminded: signature.nullable().default(null),
});

/** Reads a DUTY item. */
export const parseDuty = (item: unknown): Duty => dutyItem.parse(item);

const listItem = z.object({ projects: z.array(listedProjectSchema) });

/** Reads the projects of a LIST item. */
export const parseListed = (item: unknown): readonly ListedProject[] =>
  listItem.parse(item).projects;

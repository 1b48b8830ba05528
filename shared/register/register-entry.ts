import * as z from 'zod';
import { ownWords } from '../own-words.ts';
import { isDay } from '../severity.ts';
import { isUnitCode, type Unit } from '../unit.ts';

/** A unit of the register with what only finance keeps of it. */
export interface RegisterEntry extends Unit {
  /** Who answers for its returns, and where to call; for reminders alone, never in any output. */
  readonly contact?: string;
  readonly phone?: string;
  /** Names it had before, the oldest first; each is an alias too, so that older tables still match. */
  readonly formerNames?: readonly string[];
  /** Since when (`YYYY-MM-DD`) it owes nothing any more, and which unit it became part of. */
  readonly ended?: { readonly on: string; readonly into: string | null };
}

const text = ownWords(120).min(1);
const code = z.string().refine(isUnitCode, '2–32 capitals, digits or hyphens');

/** An entry as it comes back from outside. Whether its parent exists is not asked: see `registerFault`. */
export const registerEntrySchema: z.ZodType<RegisterEntry> = z.strictObject({
  code,
  name: text,
  aliases: z.array(text).max(40),
  parent: code.nullable(),
  retired: z.literal(true).exactOptional(),
  contact: ownWords(60).exactOptional(),
  phone: ownWords(60).exactOptional(),
  formerNames: z.array(text).max(40).exactOptional(),
  ended: z.strictObject({ on: z.string().refine(isDay), into: code.nullable() }).exactOptional(),
});

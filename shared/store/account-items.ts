import * as z from 'zod';
import { type Account, GROUPS } from '../account.ts';

/* The items of people who sign in, as `items.ts` has the others. */

const accountItem = z.object({
  name: z.string(),
  person: z.string(),
  groups: z.array(z.enum(GROUPS)),
  units: z.array(z.string()),
  passwordHash: z.string(),
  mustChangePassword: z.boolean(),
  version: z.int().nonnegative(),
  isDisabled: z.boolean(),
});

/** Reads an ACCOUNT item. */
export const parseAccount = (item: unknown): Account => accountItem.parse(item);

/** Reads the SIGNING item. */
export const parseSigningSecret = (item: unknown): string =>
  z.object({ secret: z.string().min(1) }).parse(item).secret;

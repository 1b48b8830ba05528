import * as z from 'zod';
import { time, unitSchema } from './schemas.ts';

/*
 * Who asks, and signing in; as in `schemas.ts`.
 */

/** What somebody may do: units send, departments also see what is below them, the others see all. */
const groupSchema = z.enum(['unit', 'department', 'finance', 'auditor']);

/** Who asks. */
export const meSchema = z.object({
  sub: z.string(),
  name: z.string(),
  groups: z.array(groupSchema),
  /** The units that the caller acts for. */
  units: z.array(unitSchema),
  /** True until the password that an administrator gave is changed: nothing else is answered before. */
  mustChangePassword: z.boolean(),
  expiresAt: time,
  /** Whether accounts are the installation's own, or an identity provider's. */
  signIn: z.enum(['own', 'provider']),
});
export type Me = z.infer<typeof meSchema>;

/** Signing in with an account of the installation. */
export const signInSchema = z.object({
  account: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
});

/** A token, sent back as `Authorization: Bearer …`. */
export const sessionSchema = z.object({
  token: z.string(),
  expiresAt: time,
  /** Until then it can be renewed without the password. */
  renewableUntil: time,
  mustChangePassword: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

/** A change of the caller's own password. */
export const passwordChangeSchema = z.object({
  current: z.string().min(1).max(256),
  next: z.string().min(1).max(256),
});

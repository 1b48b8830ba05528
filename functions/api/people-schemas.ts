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

/** How people sign in here. */
export const signInWaySchema = z.discriminatedUnion('kind', [
  /** With accounts of the installation: `POST /api/session`. */
  z.object({ kind: z.literal('own') }),
  /** At an identity provider, by the authorization code flow with PKCE (RFC 6749, RFC 7636). */
  z.object({
    kind: z.literal('provider'),
    authorizeUrl: z.url(),
    clientId: z.string(),
    scope: z.string(),
  }),
  /** At a provider that does not know the pages: systems bring its tokens. */
  z.object({ kind: z.literal('elsewhere') }),
]);
export type SignInWay = z.infer<typeof signInWaySchema>;

/** What a browser came back from the provider with. */
export const signInCodeSchema = z.object({
  code: z.string().min(1).max(4096),
  verifier: z.string().min(43).max(128),
  redirectUri: z.url().max(500),
  /** `iss` of the answer, null where there was none. */
  issuer: z.string().max(500).nullable(),
});
export type SignInCode = z.infer<typeof signInCodeSchema>;

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

import * as z from 'zod';
import { GROUPS, type Group } from '../../../shared/account.ts';
import { isUnitCode } from '../../../shared/unit.ts';

/** Who asks, as a verified token says. */
export interface Caller {
  readonly sub: string;
  readonly name: string;
  readonly groups: readonly Group[];
  /** Codes of the units that the caller acts for. */
  readonly units: readonly string[];
  readonly mustChangePassword: boolean;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** Providers write lists as arrays, or as one text with commas or spaces. */
const list = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(/[\s,]+/))])
  .default([]);

/** What is read of a token, whoever made it. */
const claims = z.object({
  sub: z.string().min(1).max(128),
  name: z.string().min(1).max(64),
  // An organisation’s provider has groups that mean nothing here.
  groups: list.transform((groups) => GROUPS.filter((group) => groups.includes(group))),
  units: list.transform((units) => units.filter(isUnitCode)),
  exp: z.int().positive(),
});

/** The caller that verified claims name; null for claims without what must be known. */
export function callerOf(payload: unknown, mustChangePassword: boolean): Caller | null {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return null;
  const { exp: expiresAt, ...who } = parsed.data;
  return { ...who, mustChangePassword, expiresAt };
}

/** Verifies tokens; null for one that is forged, expired, meant for others or says too little. */
export type Verifier = (token: string) => Promise<Caller | null>;

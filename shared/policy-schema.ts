import * as z from 'zod';
import { isDay, type Policy } from './severity.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';

const weight = z.enum(['error', 'warning', 'hint', 'off']);

/** A policy as it comes back from outside. Whether its rules exist is not asked. */
export const policySchema: z.ZodType<Policy> = z.record(
  z.string(),
  z.union([
    weight,
    z.strictObject({ severity: weight, from: z.string().refine(isDay), before: weight }),
  ]),
);

const threshold = z.int().positive().exactOptional();

/** Thresholds as they come back from outside: any of them, by name, whole numbers above 0. */
export const thresholdsSchema: z.ZodType<Partial<Thresholds>> = z.strictObject(
  Object.fromEntries(Object.keys(THRESHOLDS).map((name) => [name, threshold])),
);

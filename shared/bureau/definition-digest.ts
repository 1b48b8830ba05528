import { canonicalJson } from '../audit/canonical-json.ts';
import type { Period } from '../period.ts';
import { sha256 } from '../sha256.ts';

/** Tells one definition of a period from another: whoever changes it names the one that they saw. */
export const definitionDigest = (period: Period | null): string =>
  period === null ? 'none' : sha256(canonicalJson(period));

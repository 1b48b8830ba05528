import { inOrder, type Pace } from '../in-order.ts';
import type { ErasableBucket, StoredVersion } from '../operator-ports.ts';

const PACE: Pace<StoredVersion> = { atOnce: 8, weightOf: () => 0, most: 0 };

/** Every version and mark below a prefix, as they are now. */
export async function versionsIn(
  bucket: Pick<ErasableBucket, 'versionsBelow'>,
  prefix: string,
): Promise<readonly StoredVersion[]> {
  const versions: StoredVersion[] = [];
  for await (const page of bucket.versionsBelow(prefix)) versions.push(...page);
  return versions;
}

/** Erases versions for good; returns how many. */
export async function eraseVersions(
  bucket: Pick<ErasableBucket, 'eraseVersion'>,
  versions: readonly StoredVersion[],
): Promise<number> {
  const erased = inOrder(versions, PACE, (version) => bucket.eraseVersion(version));
  for await (const _ of erased);
  return versions.length;
}

import type { Upload } from '../upload.ts';

/** What a purge is asked to take out. */
export interface PurgeTarget {
  /** Of the key: see `keyHashOf`. */
  readonly keyHash: string;
  /**
   * Ids of the uploads whose versions lay under the key when the purge began, or that its first round took.
   * What is sent under the same name while it runs, a corrected file perhaps, is not meant.
   */
  readonly versions: ReadonlySet<string>;
}

/**
 * The uploads of a submission that go: those under the key, those a purge of the same key took before,
 * and those with the same bytes under whatever other key, or held to be their repetition: the same file
 * is the same secret.
 */
export function chooseUploads(
  uploads: readonly Upload[],
  { keyHash, versions }: PurgeTarget,
): readonly Upload[] {
  const chosen = new Set(
    uploads.filter(({ id, purge }) => versions.has(id) || purge?.keyHash === keyHash),
  );
  for (let before = -1; before < chosen.size; ) {
    before = chosen.size;
    for (const upload of uploads) {
      if ([...chosen].some((one) => isSameFile(one, upload))) chosen.add(upload);
    }
  }
  return uploads.filter((upload) => chosen.has(upload));
}

function isSameFile(one: Upload, other: Upload): boolean {
  const { outcome: first } = one;
  const { outcome: second } = other;
  if (first?.duplicateOf === other.id || second?.duplicateOf === one.id) return true;
  return first?.sha256 != null && first.sha256 === second?.sha256;
}

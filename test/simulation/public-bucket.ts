import { unzipSync } from 'fflate';
import type { PublicBucket } from '../../shared/ports.ts';
import { sha256 } from '../../shared/sha256.ts';
import { plantedIn } from './sent-files.ts';
import type { System } from './system.ts';

/** Where the files of tables lie. */
const FILES = 'files/';

/**
 * The public bucket, watched at each write: whatever byte comes to lie there, acts on record must have
 * made it public, and no mask may hide it.
 */
export const watchedBucket = (bucket: PublicBucket, systemNow: () => System): PublicBucket => ({
  ...bucket,
  async publishFile(key, bytes, file) {
    const system = systemNow();
    // What lasts besides is the site's own: style and scripts.
    if (key.startsWith(FILES)) await judgeFile(system, key, bytes);
    judgePlanted(system, key, bytes);
    await bucket.publishFile(key, bytes, file);
  },
});

/** A file of a table must be one of those that an edition consists of, byte by byte. */
async function judgeFile(
  { onRecord, problems }: System,
  key: string,
  bytes: Uint8Array,
): Promise<void> {
  if (!key.includes(sha256(bytes))) problems.add(`published-by-act: ${key} holds other bytes`);
  for (const { editions } of onRecord.values()) {
    for (const { files } of editions) if ((await files).has(key)) return;
  }
  problems.add(`published-by-act: ${key} is public, and no act made it so`);
}

function judgePlanted({ onRecord, problems }: System, key: string, bytes: Uint8Array): void {
  const editions = [...onRecord.values()].flatMap((acts) => acts.editions);
  for (const planted of plantedInFile(bytes)) {
    if (editions.some(({ shown }) => shown.has(planted))) continue;
    const isMasked = editions.some(({ hidden }) => hidden.has(planted));
    const name = isMasked ? 'masked-is-hidden' : 'published-by-act';
    problems.add(`${name}: ${key} tells ${planted}`);
  }
}

/** What of all that is planted stands in a file; packages are opened. */
export function plantedInFile(bytes: Uint8Array): readonly string[] {
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parts = isPackage ? Object.values(unzipSync(bytes)) : [bytes];
  return parts.flatMap((part) => plantedIn(new TextDecoder().decode(part)));
}

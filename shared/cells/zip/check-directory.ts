import type { ReadLimits } from '../limits.ts';
import { damaged, tooHeavy } from '../refused.ts';
import type { ZipEntry } from './zip-directory.ts';

const LOCAL_HEADER_BYTES = 30;

/**
 * Refuses a package for what its directory says, before anything is inflated: too many entries, too
 * much in them, names that lead out of it or stand twice, entries that share their bytes. Archives
 * inside a package count as the bytes they are: nothing here ever opens them.
 */
export function checkDirectory(
  entries: readonly ZipEntry[],
  fileBytes: number,
  limits: ReadLimits,
): void {
  if (entries.length > limits.zipEntries) throw tooHeavy('entries', limits.zipEntries);
  const inflated = entries.reduce((sum, entry) => sum + entry.inflated, 0);
  if (!(inflated <= limits.inflatedBytes)) throw tooHeavy('inflated-size', limits.inflatedBytes);
  if (inflated > limits.ratioFromBytes && inflated > fileBytes * limits.inflationRatio) {
    throw tooHeavy('inflation-ratio', limits.inflationRatio);
  }
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size < entries.length || entries.some(({ name }) => leadsOut(name))) {
    throw damaged('forged');
  }
  checkOverlaps(entries, fileBytes);
}

/** `/etc/passwd`, `C:/…`, `../x`: names of no spreadsheet program. */
const leadsOut = (name: string): boolean =>
  /^(\/|[a-z]:)/i.test(name) || name.split('/').includes('..') || name.includes('\0');

/** Entries that lie over each other are how a small file is made to hold the same bytes thousands of times. */
function checkOverlaps(entries: readonly ZipEntry[], fileBytes: number): void {
  const inPlace = [...entries].sort((a, b) => a.offset - b.offset);
  let free = 0;
  for (const { offset, packed } of inPlace) {
    if (offset < free) throw damaged('forged');
    free = offset + LOCAL_HEADER_BYTES + packed;
    if (!(free <= fileBytes)) throw damaged('broken');
  }
}

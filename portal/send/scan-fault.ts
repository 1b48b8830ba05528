import type { Text } from '../../shared/locale.ts';
import { MAX_SCAN_BYTES, scanTypeOf } from '../../shared/scan.ts';
import { SCAN_WORDS } from './scan-words.ts';

/** Bytes that tell what a file is. */
const BEGINNING = 16;

/** Why the API will not take a file as a scan, told before it is on its way; null where it will. */
export async function scanFault(file: File): Promise<Text | null> {
  if (file.size > MAX_SCAN_BYTES) return SCAN_WORDS.tooLarge;
  const beginning = new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer());
  return scanTypeOf(beginning) === null ? SCAN_WORDS.noScan : null;
}

import { isUnchanged } from './mends.ts';
import type { Check } from './use-check.ts';

/**
 * The file under check as it is now: as it came, or the mended table in its place. Null when that could
 * not be written, which the state of the check tells.
 */
export async function fileNow(check: Check): Promise<File | null> {
  const { chosen, mends } = check.state;
  if (chosen === null) return null;
  if (isUnchanged(mends)) return chosen.file;
  // The feedback workbook carries explanations, too; without any the corrected copy is plainer.
  const hasExplanations = Object.keys(mends.explanations).length > 0;
  const made = await check.make(hasExplanations ? 'feedback' : 'corrected');
  return made && new File([made.bytes], made.name);
}

import type { Period } from '../shared/period.ts';
import type { Periods, Units } from '../shared/store/submissions.ts';
import type { Register } from '../shared/unit.ts';

/**
 * Loads register and periods into the store. Again with a mended register or a changed period: units
 * and definitions are replaced, uploads and summaries stay.
 */
export async function seed(
  register: Register,
  periods: readonly Period[],
  store: Pick<Units & Periods, 'putUnits' | 'putPeriods'>,
): Promise<void> {
  // The units last: that they are there says that all of it is.
  await store.putPeriods(periods);
  await store.putUnits(register);
}

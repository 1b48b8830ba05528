import type { PurgePorts } from '../operator-ports.ts';
import { detailsFolder, detailsPrefix, summaryFolder } from '../outputs.ts';
import type { RevisionKey } from '../upload.ts';
import { eraseVersions, versionsIn } from './erase-versions.ts';

/**
 * Erases every generation of a period's summary, in every version, and has it made anew from the heads,
 * which no longer name what was purged. Law: what is erased was there before the generation is raised, so
 * that nothing goes that a rebuild of the new one has laid down. Returns how many versions went.
 */
export async function renewSummary(
  period: string,
  purged: readonly RevisionKey[],
  { outputs, removals, jobs }: Pick<PurgePorts, 'outputs' | 'removals' | 'jobs'>,
): Promise<number> {
  const there = await versionsIn(outputs, summaryFolder(period));
  const stale = there.filter(({ key }) => mayHold(key, period, purged));
  await removals.renewSummary(period);
  const erased = await eraseVersions(outputs, stale);
  await jobs.summarise({ period, due: true });
  return erased;
}

/** Files of a single revision hold its rows alone, and are not made anew for another's sake. */
function mayHold(key: string, period: string, purged: readonly RevisionKey[]): boolean {
  if (!key.startsWith(detailsFolder(period))) return true;
  return purged.some((revision) => key.startsWith(detailsPrefix(revision)));
}

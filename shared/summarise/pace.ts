import type { SummarisePorts, SummariseRequest } from '../ports.ts';
import type { RebuildPace, SummaryState } from '../submission.ts';

/*
 * In a rush a summary would be rebuilt for every few uploads, each time as a whole and each time kept.
 * So the next rebuild begins some time after the last one began, the longer the longer that took.
 */

/** From one rebuild's beginning to the next, so many times what the last one took: a tenth of the time. */
const SPACING = 10;
/** … but no change waits longer than this for its rebuild. */
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * Puts the rebuild of a period's summary off that was built only just now: a message that is sent for the
 * purpose, one for all that ask meanwhile, begins it. False when it may begin now. The message goes before
 * the note of it: who dies in between has others send another, which then finds nothing left to do.
 */
export async function putOff(
  { period, pace }: SummaryState,
  { submissions, jobs, clock }: Pick<SummarisePorts, 'submissions' | 'jobs' | 'clock'>,
): Promise<boolean> {
  const now = clock.now().getTime();
  const beginsAt = nextBeginning(pace);
  if (beginsAt <= now) return false;
  if (pace.wakesAt !== null && Date.parse(pace.wakesAt) >= beginsAt) return true;
  const request: SummariseRequest = { period, due: true };
  await jobs.summarise(request, Math.ceil((beginsAt - now) / 1000));
  await submissions.notePace(period, { wakesAt: new Date(beginsAt).toISOString() });
  return true;
}

/** Milliseconds since 1970; 0 for a summary that was never built. */
function nextBeginning({ begunAt, took }: RebuildPace): number {
  if (begunAt === null) return 0;
  return Date.parse(begunAt) + Math.min(SPACING * took, LONGEST_WAIT_MS);
}

/**
 * What is noted of a generation that is kept for good, since it is the first that was begun in its hour;
 * null for any other. One that is written again stays what it was.
 */
export function keptFrom(
  generation: number,
  begun: Date,
  { keptGeneration, keptHour }: RebuildPace,
): Pick<RebuildPace, 'keptGeneration' | 'keptHour'> | null {
  const hour = begun.toISOString().slice(0, 13);
  const isFirst = hour !== keptHour || generation === keptGeneration;
  return isFirst ? { keptGeneration: generation, keptHour: hour } : null;
}

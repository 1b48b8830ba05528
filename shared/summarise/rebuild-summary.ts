import type { SummariseJob, SummarisePorts } from '../ports.ts';
import type { SummaryInput } from '../sheets/summary-input.ts';
import { loadSummary } from './load-summary.ts';
import { outputsAddress } from './output-addresses.ts';
import { keptFrom } from './pace.ts';
import { type RunLimits, writeDetails } from './write-details.ts';
import { layAsNewest, writeSummary } from './write-summary.ts';

/** How much one summary, and one run, takes. */
export interface SummaryLimits {
  /**
   * Rows that a summary holds itself. Beyond them each submission's lie in files of its own, written
   * once for each revision, and the summary is made from heads alone.
   */
  readonly rows: number;
  /** Of these files, how many are written in one run; what is left goes on with another message. */
  readonly run: RunLimits;
}

/** Measured in `npm run bench`: see docs/scale-summary.md. */
const SUMMARY_LIMITS: SummaryLimits = {
  rows: 100_000,
  run: { files: 10_000, rows: 300_000 },
};

/**
 * Builds the summary of a period and makes it the newest one, unless a rebuild that started later was
 * faster. Law: the generation is read before the heads, so a workbook never claims more than it holds.
 * Returns when the newest table in it was received, ISO 8601; null where no summary of ours stands.
 */
export async function rebuildSummary(
  { period: id }: SummariseJob,
  ports: SummarisePorts,
  limits = SUMMARY_LIMITS,
): Promise<string | null> {
  const { submissions, jobs, clock } = ports;
  const begun = clock.now();
  await submissions.notePace(id, { begunAt: begun.toISOString() });
  const { generation, pace } = await stateOf(id, ports);
  const period = (await submissions.periods()).find((known) => known.id === id);
  if (period === undefined) throw new Error(`period ${id} has a summary but no definition`);
  const heads = {
    ...(await loadSummary(period, generation, limits.rows, submissions)),
    outputsAddress: outputsAddress(ports.portalOrigin, 2),
  };
  const input = await withDetails(heads, limits, ports);
  if (input === null) {
    await jobs.summarise({ period: id, due: true });
    return null;
  }
  const kept = keptFrom(generation, begun, pace);
  await writeSummary(input, { generation, lasting: kept !== null }, ports);

  if ((await submissions.raiseSummary(id, generation)) > generation) return null;
  await layAsNewest(id, generation, ports);
  const after = await stateOf(id, ports);
  // A newer rebuild may have laid its own under `summary.xlsx` just before we did: then ours lies over it.
  if (after.summary > generation) return rebuildSummary({ period: id }, ports, limits);
  await submissions.notePace(id, { ...kept, took: clock.now().getTime() - begun.getTime() });
  // Last: whoever dies before is repeated whole.
  await submissions.noteSummaryFile(id, generation);
  if (after.generation > generation) await jobs.summarise({ period: id });
  return input.cutOff;
}

/** A large period's rows are written to files of their own first; null when some are still left. */
async function withDetails(
  input: SummaryInput,
  limits: SummaryLimits,
  ports: SummarisePorts,
): Promise<SummaryInput | null> {
  if (!input.rowsApart) return input;
  const { input: complete, left } = await writeDetails(input, limits.run, ports);
  return left > 0 ? null : complete;
}

async function stateOf(period: string, { submissions }: SummarisePorts) {
  const state = await submissions.summaryState(period);
  if (state === null) throw new Error(`period ${period} is not in the table`);
  return state;
}

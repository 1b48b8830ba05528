import { newestSummaryKey, summaryKey, workbookFile } from '../outputs.ts';
import type { SummariseJob, SummarisePorts } from '../ports.ts';
import { loadSummary } from './load-summary.ts';

/**
 * Builds the summary of a period and makes it the newest one, unless a rebuild that started later was
 * faster. Law: the generation is read before the heads, so a workbook never claims more than it holds.
 */
export async function rebuildSummary(
  { period: id }: SummariseJob,
  ports: SummarisePorts,
): Promise<void> {
  const { submissions, outputs, jobs, workbooks } = ports;
  const generation = (await stateOf(id, ports)).generation;
  const period = (await submissions.periods()).find((known) => known.id === id);
  if (period === undefined) throw new Error(`period ${id} has a summary but no definition`);
  const source = await loadSummary(period, generation, submissions);
  const file = workbookFile(`${id}年度部门预算项目绩效自评汇总表`);
  await outputs.streamOutput(summaryKey(id, generation), await workbooks.summary(source), file);

  if ((await submissions.raiseSummary(id, generation)) > generation) return;
  await outputs.copyOutput(summaryKey(id, generation), newestSummaryKey(id));
  const after = await stateOf(id, ports);
  // A newer rebuild may have written `summary.xlsx` just before we did: then ours lies over it.
  if (after.summary > generation) return rebuildSummary({ period: id }, ports);
  await submissions.noteSummaryFile(id, generation);
  if (after.generation > generation) await jobs.summarise({ period: id });
}

async function stateOf(period: string, { submissions }: SummarisePorts) {
  const state = await submissions.summaryState(period);
  if (state === null) throw new Error(`period ${period} is not in the table`);
  return state;
}

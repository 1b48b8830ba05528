import { newestSummaryKey, summaryKey } from '../../shared/outputs.ts';
import { storedProjects } from './stored-projects.ts';
import type { System } from './system.ts';

/** The newest summary is of the newest generation, and says what the heads say now. */
export function* summaryProblems(system: System): Iterable<string> {
  const { tables, outputs } = system.world;
  for (const [period, { state }] of tables.periods) {
    const { generation, summary, summaryFile } = state;
    if (summary !== generation || summaryFile !== generation) {
      yield `summary of ${period} is ${summary}, its file ${summaryFile}, not ${generation}`;
    }
    const contents = currentContents(system, period);
    const isWanted = generation > 0 || contents.length > 0;
    const expected = isWanted ? JSON.stringify(contents) : undefined;
    if (outputs.get(newestSummaryKey(period)) !== expected) {
      yield `summary.xlsx of ${period} does not say what is current`;
    }
    if (outputs.get(summaryKey(period, generation)) !== expected) {
      yield `the summary of ${period}, generation ${generation}, does not say what is current`;
    }
  }
}

/** What the stand-in for a summary workbook says when it is made from the heads as they are. */
const currentContents = ({ world }: System, period: string): readonly unknown[] =>
  [...world.tables.heads.values()]
    .filter((head) => head.period === period && head.current !== null)
    .sort((a, b) => (a.submitter < b.submitter ? -1 : 1))
    .map(({ submitter, current }) => ({
      submitter,
      revision: current?.revision,
      projects: storedProjects(world, `${period}/${submitter}/${current?.revision}`),
    }));

import { settleAnswer } from '../intake/settle-answer.ts';
import type { SweepPorts } from '../ports.ts';
import type { Revision } from '../submission.ts';

/** How often a report is asked for again before it counts as stuck. */
export const REPORT_TRIES = 5;

/** Announces uploads again that wait for their status since before `overdue`. Returns how many. */
export async function announceUnfinished(
  { submissions, jobs, clock }: SweepPorts,
  overdue: string,
): Promise<number> {
  const unfinished = await submissions.unfinishedUploads(overdue);
  for (const { bucket, key, versionId, eventTime, size, id } of unfinished) {
    await jobs.intake({ bucket, key, versionId, eventTime, size });
    await submissions.uploadAnnounced(id, clock.now().toISOString());
  }
  return unfinished.length;
}

/** Settles answers that were given before `overdue`, by attempts that died. Returns how many. */
export async function finishAnswers(ports: SweepPorts, overdue: string): Promise<number> {
  const given = await ports.submissions.overdueAnswers(overdue);
  for (const answer of given) await settleAnswer(answer, ports);
  return given.length;
}

/** Reports that were waited for. */
export interface OverdueReports {
  readonly asked: number;
  /** Asked for too often in vain: from now on it is for people to look. */
  readonly stuck: readonly Revision[];
}

/** Asks again for reports that are pending since before `overdue`, or gives them up as stuck. */
export async function askForReports(
  { submissions, jobs, clock }: SweepPorts,
  overdue: string,
): Promise<OverdueReports> {
  const waiting = await submissions.overdueReports(overdue);
  const stuck = waiting.filter(({ report }) => report.asked >= REPORT_TRIES);
  for (const revision of stuck) await submissions.reportStuck(revision);
  const again = waiting.filter(({ report }) => report.asked < REPORT_TRIES);
  for (const { period, submitter, revision } of again) {
    const key = { period, submitter, revision };
    await jobs.render(key);
    await submissions.reportAskedAgain(key, clock.now().toISOString());
  }
  return { asked: again.length, stuck };
}

/** Asks for the summaries that are behind their period. Returns how many. */
export async function askForSummaries({ submissions, jobs }: SweepPorts): Promise<number> {
  let asked = 0;
  for (const { id } of await submissions.periods()) {
    const state = await submissions.summaryState(id);
    if (state === null || state.summaryFile >= state.generation) continue;
    await jobs.summarise({ period: id });
    asked += 1;
  }
  return asked;
}

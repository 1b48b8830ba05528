import type { SweepPorts } from '../ports.ts';
import { REFUSALS } from '../review/refusal.ts';
import type { ReviewAct } from '../review/review-act.ts';
import { takeAct } from '../review/take-act.ts';
import type { Head } from '../submission.ts';
import type { ScheduledPublication } from '../submission-review.ts';
import { isStillTheirs } from './still-theirs.ts';

/**
 * Publishes what was to be public by now, in the name of who scheduled it, as an act like any other: it
 * is looked at anew, and refused where it would be refused to that person, or where they are not of the
 * department any more. Then it is scheduled no more, with the reason on record. Returns how many were due.
 */
export async function publishScheduled(ports: SweepPorts): Promise<number> {
  const now = ports.clock.now().toISOString();
  let due = 0;
  for (const head of await ports.submissions.dueSchedules(now)) {
    for (const [revision, { scheduled }] of Object.entries(head.review?.revisions ?? {})) {
      if (scheduled === null || scheduled.notBefore >= now) continue;
      due += 1;
      await publishNow(head, Number(revision), scheduled, now, ports);
    }
  }
  return due;
}

/** Said where the person who scheduled it may not publish it any more. */
const GONE = '定时的人已不在该部门（账号停用，或改了分组、单位），请由在任人员办理';

async function publishNow(
  { period, submitter }: Head,
  revision: number,
  scheduled: ScheduledPublication,
  at: string,
  ports: SweepPorts,
): Promise<void> {
  const { id, by, name, reason } = scheduled;
  const act: Omit<ReviewAct, 'id' | 'action'> = {
    by: { id: by, name, role: 'department', units: [submitter] },
    at,
    submission: { period, submitter },
    revision,
  };
  const action = { kind: 'publish', ...(reason === null ? {} : { reason }) } as const;
  const isTheirs = await isStillTheirs(by, submitter, ports);
  const result = isTheirs ? await takeAct({ ...act, id: `${id}-due`, action }, ports) : null;
  if (result?.taken === true) return;
  const said = `到时未能公开：${result === null ? GONE : REFUSALS[result.refusal].zh}`;
  const given = { kind: 'unschedule', reason: said } as const;
  await takeAct({ ...act, id: `${id}-not`, action: given }, ports);
}

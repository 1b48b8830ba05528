import { finishBureau } from '../bureau/finish-bureau.ts';
import type { SweepPorts } from '../ports.ts';
import { finishAct } from '../review/finish-act.ts';

/**
 * Finishes acts of review and of the bureau that were taken before `overdue`, by attempts that died.
 * Returns how many.
 */
export async function finishActs(ports: SweepPorts, overdue: string): Promise<number> {
  const heads = await ports.submissions.unfinishedActs(overdue);
  for (const { period, submitter, review } of heads) {
    if (review !== undefined) await finishAct({ period, submitter }, review, ports);
  }
  const settled = await ports.submissions.unfinishedBureaus(overdue);
  for (const { chain, state } of settled) await finishBureau(chain, state, ports);
  return heads.length + settled.length;
}

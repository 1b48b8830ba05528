import { setTimeout as pause } from 'node:timers/promises';
import type { Submissions } from '../shared/store/submissions.ts';
import type { ReportState } from '../shared/submission.ts';
import { type FinishedUpload, finished } from '../shared/upload.ts';

/** Milliseconds between two looks. */
const LOOK_AGAIN = 100;

/**
 * Looks until `look` finds something. Throws, naming what was waited for, when `deadline`
 * (milliseconds since 1970) passes first.
 */
export async function waitFor<Found>(
  what: string,
  deadline: number,
  look: () => Promise<Found | null>,
): Promise<Found> {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > deadline) {
      throw new Error(`等不到：${what} / waited in vain for: ${what}`);
    }
    await pause(LOOK_AGAIN);
  }
}

/** The upload once its status is final, null before. */
export async function finishedUpload(
  submissions: Submissions,
  id: string,
): Promise<FinishedUpload | null> {
  return finished(await submissions.upload(id));
}

/** How far the report of an upload is; that of the earlier one when the same bytes came again. */
export async function reportOf(
  submissions: Submissions,
  upload: FinishedUpload,
): Promise<{ readonly state: ReportState; readonly file: string | null }> {
  const { duplicateOf } = upload.outcome;
  const printed = duplicateOf === null ? upload : await submissions.upload(duplicateOf);
  const { submission, revision } = printed ?? upload;
  if (submission === null || revision === null) return { state: 'none', file: null };
  const found = await submissions.revision({ ...submission, revision });
  return found?.report ?? { state: 'none', file: null };
}

/** True when the newest summary of the period holds everything accepted so far. */
export async function summaryIsReady(submissions: Submissions, period: string): Promise<boolean> {
  const state = await submissions.summaryState(period);
  return state !== null && state.generation > 0 && state.summaryFile >= state.generation;
}

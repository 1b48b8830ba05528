import type { IntakePorts } from '../ports.ts';
import type { FiledUpload } from '../upload.ts';

/**
 * Milliseconds between two looks, and how many looks are taken: four seconds in all, where an upload
 * takes half a second, or two in a process that has just started.
 */
const PAUSE = 250;
const LOOKS = 16;

/**
 * Waits until the upload that holds the revision before this one is final. Uploads of a submission are
 * thus dealt with one after another, and the same file sent twice within a second is seen to be the
 * same. An upload whose attempt died is waited for only so long: its turn comes again by redelivery.
 */
export async function awaitPredecessor(
  { submission, revision }: FiledUpload,
  { submissions, clock }: Pick<IntakePorts, 'submissions' | 'clock'>,
): Promise<void> {
  if (revision === 1) return;
  const before = await submissions.revision({ ...submission, revision: revision - 1 });
  if (before === null) return;
  for (let look = 1; look <= LOOKS; look += 1) {
    const predecessor = await submissions.upload(before.uploadId);
    if (predecessor === null || predecessor.outcome !== null) return;
    await clock.pause(PAUSE);
  }
}

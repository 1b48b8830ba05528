import type { RedriveQueue } from '../operator-ports.ts';

/** What became of a queue's dead letters. */
export interface RedriveReport {
  readonly queue: string;
  /** How many lay there, about. */
  readonly letters: number;
  readonly putBack: number;
}

/**
 * Puts the dead letters of a queue back. One that fails anew falls out again, so no more are put back than
 * lay there. Each is sent before it is removed: broken off, it comes twice, which does no harm.
 */
export async function redrive(queue: RedriveQueue): Promise<RedriveReport> {
  const letters = await queue.count();
  let putBack = 0;
  while (putBack < letters) {
    const taken = await queue.take();
    if (taken.length === 0) break;
    for (const letter of taken) {
      await letter.putBack();
      await letter.remove();
      putBack += 1;
    }
  }
  return { queue: queue.name, letters, putBack };
}

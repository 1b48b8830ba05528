import type { RedriveQueue } from '../../shared/operator-ports.ts';
import type { DeadLetters } from '../../shared/ports.ts';
import type { UploadEvent } from '../../shared/upload.ts';
import { type Attempt, type Through, troubled } from './attempt.ts';
import type { Queue } from './queue.ts';
import type { Stage, StageQueues } from './stage-queues.ts';
import { post, type System } from './system.ts';

/** The longest a letter is hidden while somebody deals with it, milliseconds. */
const LETTER_HIDDEN = 30_000;

/** The dead letters of intake, as the sweep takes them. */
export const deadLetters = (system: System, through: Through): DeadLetters => ({
  async drain(bury: (uploads: readonly UploadEvent[]) => Promise<void>) {
    const queue = system.queues.deadLetters.intake;
    for (let read = 0; ; read += 1) {
      const letter = await through('deadLetters.receive', async () =>
        queue.receive(system.now, system.now + LETTER_HIDDEN),
      );
      if (letter === null) return { read, unreadable: 0 };
      await bury([letter.body]);
      await through('deadLetters.delete', async () => queue.remove(letter));
    }
  },
});

/** The dead letters of a stage, as an operator puts them back. */
export function redriveQueue(system: System, stage: Stage, attempt: Attempt): RedriveQueue {
  const through = troubled(system, attempt);
  const queue = anyQueue(system.queues.deadLetters, stage);
  return {
    name: stage,
    count: () => through('redrive.count', async () => queue.count()),
    async take() {
      const letter = await through('redrive.receive', async () =>
        queue.receive(system.now, system.now + LETTER_HIDDEN),
      );
      if (letter === null) return [];
      return [
        {
          putBack: () =>
            through('redrive.send', async () =>
              post(system, anyQueue(system.queues, stage), letter.body),
            ),
          remove: () => through('redrive.delete', async () => queue.remove(letter)),
        },
      ];
    },
  };
}

/** What falls out of a stage's queue goes back into the same, whatever it is. */
const anyQueue = (queues: StageQueues, stage: Stage): Queue<unknown> =>
  queues[stage] as unknown as Queue<unknown>;

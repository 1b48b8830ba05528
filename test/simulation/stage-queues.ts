import type { PublishJob, RenderJob, SummariseJob } from '../../shared/ports.ts';
import type { UploadEvent } from '../../shared/upload.ts';
import { makeQueue, type Queue } from './queue.ts';
import type { Random } from './random.ts';

/** The stages that a queue wakes. */
export type Stage = 'intake' | 'render' | 'summarise' | 'publish';

/** A queue for each stage. */
export interface StageQueues {
  readonly intake: Queue<UploadEvent>;
  readonly render: Queue<RenderJob>;
  readonly summarise: Queue<SummariseJob>;
  readonly publish: Queue<PublishJob>;
}

/** The queues and what falls out of them. */
export interface Queues extends StageQueues {
  /** The sweep takes those of intake; the others' lie there until somebody puts them back. */
  readonly deadLetters: StageQueues;
}

/** Empty queues; `now` is the simulated clock. */
export function makeQueues(random: Random, now: () => number): Queues {
  const deadLetters: StageQueues = {
    intake: makeQueue(random, null),
    render: makeQueue(random, null),
    summarise: makeQueue(random, null),
    publish: makeQueue(random, null),
  };
  return {
    intake: makeQueue(random, (event) => deadLetters.intake.send(event, now())),
    render: makeQueue(random, (job) => deadLetters.render.send(job, now())),
    summarise: makeQueue(random, (job) => deadLetters.summarise.send(job, now())),
    publish: makeQueue(random, (job) => deadLetters.publish.send(job, now())),
    deadLetters,
  };
}

import { sharedRuns } from '../../functions/publish/shared-runs.ts';
import type { PublishJob } from '../../shared/ports.ts';
import { publishIndex } from '../../shared/publish/publish-index.ts';
import { portsOf } from './attempt.ts';
import { guarded, HIDDEN_TIMEOUTS, LIMITS, run } from './functions.ts';
import type { Queued } from './queue.ts';
import type { System } from './system.ts';

/** Messages that a run of publish is handed at most; `infra/` has ten. */
const MOST_IN_BATCH = 4;

/** Wakes publish with some of its messages, which share the writing of the index as its handler has it. */
export function wakePublish(system: System): void {
  const { queues, random, now } = system;
  const hiddenUntil = now + LIMITS.publish.timeout * HIDDEN_TIMEOUTS;
  const size = 1 + random.below(MOST_IN_BATCH);
  const batch = Array.from({ length: size }, () => queues.publish.receive(now, hiddenUntil));
  void run(system, 'publish', 'publish', LIMITS.publish, async (attempt) => {
    const ports = portsOf(system, { ...attempt, name: 'publish index' });
    const writeIndex = sharedRuns((jobs: readonly PublishJob[]) => publishIndex(jobs, ports));
    await Promise.all(batch.filter((each) => each !== null).map((each) => publishOne(each)));

    function publishOne(queued: Queued<PublishJob>): Promise<void> {
      const { body, received } = queued;
      const name = `publish ${body.submitter} try ${received}`;
      return guarded(system, { ...attempt, name }, async (own) => {
        await system.deliver({ stage: 'publish', body }, portsOf(system, own), writeIndex);
        if (!random.chance(system.weather.unacknowledged)) queues.publish.remove(queued);
      });
    }
  });
}

import { redrive } from '../../shared/sweep/redrive.ts';
import { portsOf } from './attempt.ts';
import { run, STAGES } from './functions.ts';
import { redriveQueue } from './letters.ts';
import type { Stage } from './stage-queues.ts';
import { type System, tell } from './system.ts';

/* What people do to the system from a terminal; they see when it breaks off, and ask again. */

/** Longer than any run: a terminal has no time limit. */
const NO_LIMIT = { timeout: Number.POSITIVE_INFINITY };

/** Removes for good what lies under a key that something was sent to, often just now. */
export function askForPurge(system: System): void {
  const { sent, random, purges } = system;
  if (sent.length === 0) return;
  const { key } = random.pick(random.chance(0.5) ? sent.slice(-1) : sent).event;
  const asked = { key, done: false, atWork: false };
  purges.push(asked);
  goOnPurging(system, asked);
}

/** Asks again for every purge that broke off. */
export function askAgainForPurges(system: System): void {
  for (const purge of system.purges) if (!purge.done) goOnPurging(system, purge);
}

function goOnPurging(system: System, asked: System['purges'][number]): void {
  if (asked.atWork) return;
  asked.atWork = true;
  tell(system, `purge ${asked.key}`);
  void run(system, 'operator', `purge ${asked.key}`, NO_LIMIT, async (attempt) => {
    await system.purge(
      { key: asked.key, by: 'operator', reason: 'test' },
      portsOf(system, { ...attempt, purges: true }),
    );
    asked.done = true;
  }).finally(() => {
    asked.atWork = false;
  });
}

/** Puts the dead letters of a queue back. */
export function redriveLetters(system: System, stage: Stage = system.random.pick(STAGES)): void {
  void run(system, 'operator', `redrive ${stage}`, NO_LIMIT, async (attempt) => {
    const { putBack } = await redrive(redriveQueue(system, stage, attempt));
    if (putBack > 0) tell(system, `put ${putBack} letters of ${stage} back`);
  });
}

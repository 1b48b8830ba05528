import { sweep } from '../../shared/pipeline.ts';
import type { SummariseJob } from '../../shared/ports.ts';
import type { Message } from '../memory-ports.ts';
import { type Attempt, portsOf, Trouble } from './attempt.ts';
import type { Queued } from './queue.ts';
import type { Stage } from './stage-queues.ts';
import { type System, tell } from './system.ts';

/** What `infra/` says of a function, milliseconds. */
interface FunctionLimits {
  readonly timeout: number;
  readonly atOnce: number;
}

/** What `infra/` says of each function. */
export const LIMITS: Readonly<Record<Stage | 'sweep', FunctionLimits>> = {
  intake: { timeout: 60_000, atOnce: 4 },
  render: { timeout: 60_000, atOnce: 3 },
  summarise: { timeout: 300_000, atOnce: 2 },
  publish: { timeout: 300_000, atOnce: 2 },
  sweep: { timeout: 240_000, atOnce: 2 },
};

/** A message stays hidden for so many timeouts of the function that received it. */
export const HIDDEN_TIMEOUTS = 6;

export const STAGES: readonly Stage[] = ['intake', 'render', 'summarise', 'publish'];

/** Stages that have a message and room for one more run. */
export const readyStages = (system: System): readonly Stage[] =>
  STAGES.filter((stage) => {
    const visible = system.queues[stage].nextVisible();
    return visible !== null && visible <= system.now && hasRoom(system, stage);
  });

/** Wakes a stage that takes one message at a time; it takes its turns from then on. */
export function wake(system: System, stage: Exclude<Stage, 'publish'>): void {
  const { timeout } = LIMITS[stage];
  const queued = system.queues[stage].receive(
    system.now,
    system.now + timeout * HIDDEN_TIMEOUTS,
  ) as Queued<never> | null;
  if (queued === null) return;
  const message = messageOf(stage, queued);
  const name = `${stage} ${subjectOf(message)} try ${queued.received}`;
  void run(system, stage, name, LIMITS[stage], async (attempt) => {
    await system.deliver(message, portsOf(system, attempt));
    if (system.random.chance(system.weather.unacknowledged)) return;
    system.queues[stage].remove(queued);
  });
}

/** What a sweep found, through `done`, if it lives to tell. */
export function startSweep(
  system: System,
  done: (found: Awaited<ReturnType<typeof sweep>>) => void = () => {},
): void {
  if (!hasRoom(system, 'sweep')) return;
  void run(system, 'sweep', 'sweep', LIMITS.sweep, async (attempt) => {
    done(await sweep(portsOf(system, attempt)));
  });
}

const hasRoom = (system: System, name: Stage | 'sweep'): boolean =>
  system.running[name] < LIMITS[name].atOnce;

/** Runs a function, or what somebody does from a terminal, until it is done, killed or dies. */
export async function run(
  system: System,
  kind: keyof System['running'],
  name: string,
  { timeout }: Pick<FunctionLimits, 'timeout'>,
  work: (attempt: Attempt) => Promise<void>,
): Promise<void> {
  system.running[kind] += 1;
  await guarded(system, { name, deadline: system.now + timeout }, work);
  system.running[kind] -= 1;
}

/** Lets an attempt go on to its end; what it throws by itself is a problem. */
export async function guarded(
  system: System,
  attempt: Attempt,
  work: (attempt: Attempt) => Promise<void>,
): Promise<void> {
  const { name } = attempt;
  const purgeCalls = system.purgeCalls;
  try {
    await work(attempt);
    tell(system, `${name}: done`);
  } catch (error) {
    // A purge may have taken away what it was reading: it comes again, and must then get through.
    const isExcused = error instanceof Trouble || system.purgeCalls > purgeCalls;
    if (!isExcused) system.problems.add(`throws-nothing: ${name} threw by itself: ${error}`);
  }
}

/** What a function is handed; `functions/summarise/handler.ts` says whether its message came before. */
function messageOf(stage: Exclude<Stage, 'publish'>, { body, received }: Queued<never>): Message {
  if (stage !== 'summarise') return { stage, body };
  const job: SummariseJob = body;
  return { stage, body: { ...job, again: received > 1 } };
}

function subjectOf({ stage, body }: Message): string {
  if (stage === 'intake') return `${body.key} ${body.versionId}`;
  if (stage === 'render') return `${body.submitter}/${body.revision}`;
  return stage === 'publish' ? body.submitter : body.period;
}
